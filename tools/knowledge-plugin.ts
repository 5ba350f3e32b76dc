import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { licensedHosts } from '../src/core/knowledge/allowlist.ts';
import { hashHost } from '../src/core/knowledge/host-hash.ts';
import type { KnowledgeData } from '../src/core/knowledge/knowledge.ts';
import { compileKnowledge } from './compile-knowledge.ts';

const KNOWLEDGE = 'virtual:knowledge';
const SENTINEL = 'virtual:sentinel-facts';

/**
 * Puts what is compiled from `assets/` into the build: everything for the background as `virtual:knowledge`, and for the
 * sentinel only hashes of the licensed hosts and the words that make a page worth a look.
 */
export function knowledgePlugin(root: string): Plugin {
  let knowledge: KnowledgeData | undefined;
  const load = () => (knowledge ??= compileKnowledge(join(root, 'assets')));
  return {
    name: 'pos-signup-guard:knowledge',
    resolveId: (id) => (id === KNOWLEDGE || id === SENTINEL ? `\0${id}` : undefined),
    load(id) {
      // Parsed from a string at start: browsers read JSON twice as fast as the same object literal.
      if (id === `\0${KNOWLEDGE}`) return `export default JSON.parse(${JSON.stringify(JSON.stringify(load()))});`;
      if (id === `\0${SENTINEL}`) {
        const { licensed, words } = sentinelFacts(load(), root);
        return `export const licensed = ${JSON.stringify(licensed)};\nexport const words = ${JSON.stringify(words)};`;
      }
      return undefined;
    },
  };
}

/** What the sentinel knows: the hashes of licensed hosts in one string, and the source of the expression that finds words of the trade (flags `iu`). */
export function sentinelFacts({ providers }: KnowledgeData, root: string): { licensed: string; words: string } {
  const { suffixes, hosts } = licensedHosts(providers);
  const { parts, institutions } = JSON.parse(readFileSync(join(root, 'assets', 'triage.json'), 'utf8')) as {
    parts: string[];
    institutions: string[];
  };
  const stranger = institutions.find((name) => !providers.some(({ brands }) => brands.includes(name)));
  if (stranger) throw new Error(`assets/triage.json: ${stranger} is no provider's brand.`);
  return {
    licensed: [...suffixes, ...hosts].map(hashHost).sort().join(''),
    words: [...parts, ...joinTails(institutions)].join('|'),
  };
}

/** 快钱支付|富友支付 as (?:快钱|富友)支付: the sentinel counts its bytes. */
function joinTails(names: readonly string[]): string[] {
  const heads = names.filter((name) => name.endsWith('支付')).map((name) => name.slice(0, -2));
  return [`(?:${heads.join('|')})支付`, ...names.filter((name) => !name.endsWith('支付'))];
}
