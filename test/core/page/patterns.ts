import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseAst } from 'vite';

/** A regular expression that meets the text of pages, and where it stands. */
export interface Pattern {
  where: string;
  pattern: RegExp;
}

const FOLDERS = ['src/page', 'src/core/page'];

/** Every regular expression in the code that reads pages: those written out, and those put together when a file is loaded. */
export async function pagePatterns(): Promise<Pattern[]> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  );
  const written = files.flatMap((file) => writtenIn(file));
  return [...written, ...(await assembledIn('src/core/page/fold.ts')), ...(await assembledIn('src/core/page/leads.ts'))];
}

function writtenIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push({ where: path.basename(file), pattern: new RegExp(regex.pattern, regex.flags) });
    for (const inner of Object.values(node)) if (typeof inner === 'object') visit(inner);
  };
  visit(parseAst(stripTypeScriptTypes(readFileSync(file, 'utf8'))));
  return found;
}

async function assembledIn(file: string): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string, string]) {
      const pattern = new target(...args);
      found.push({ where: path.basename(file), pattern });
      return pattern;
    },
  });
  try {
    await import(/* @vite-ignore */ `${pathToFileURL(file).href}?assembled`);
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}

/** Texts that begin again and again what a pattern looks for and never end it. */
export function hostileTexts(pattern: RegExp, length: number): string[] {
  const { source } = pattern;
  const plain = source.replace(/\\[dwsbpDWSB](?:\{[^}]*\})?/g, ' ').replace(/\\/g, '');
  const runs = plain.match(/[\p{L}\p{N}:/.@"'=-]+/gu) ?? [];
  const letters = [...new Set([...plain].filter((letter) => /[\p{L}\p{N}\p{P}\p{S} ]/u.test(letter)))].slice(0, 24);
  const atoms = [...new Set([...runs.slice(0, 12), ...letters, '1', 'a', '身', ' ', '\n', '.', '"', '\\', '\u202e', '😀'])];
  const pairs = atoms.slice(0, 9).flatMap((one) => [' ', '1', 'a', '身', '.', '-'].map((other) => one + other));
  const prefixes = runs.slice(0, 6).map((run) => run.slice(0, -1));
  return [...atoms, ...pairs, ...prefixes]
    .filter((atom) => atom !== '')
    .map((atom) => atom.repeat(Math.ceil(length / atom.length)).slice(0, length));
}

/** Looks for a pattern all through a text, as its users do. */
function run(pattern: RegExp, text: string): void {
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
}

/** The least work, in milliseconds of this thread on the processor, that one of some tries of a pattern on a text takes; waiting for a busy machine does not count. */
export function cost(pattern: RegExp, text: string, tries: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0; left--) {
    const before = process.threadCpuUsage();
    run(pattern, text);
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
