/** Builds the committed pages and cases.jsonl from sources/*.txt: `npx node test/corpus/signup/make.ts`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Dice } from './make-filler.ts';
import { diceFor } from './make-filler.ts';
import { expand } from './make-marks.ts';
import type { Sheet } from './make-shells.ts';
import { shells } from './make-shells.ts';

interface Head extends Sheet {
  id: string;
  url: string;
  shell: string;
  expect: string[];
  why: string;
  traits?: string[];
  encoding?: 'gb18030';
  actions?: object[];
  frames?: { url: string; name: string }[];
  quiet?: boolean;
  repeat?: { token: string; times: number }[];
}

const home = new URL('./', import.meta.url);
const at = (path: string): URL => new URL(path, home);

/** The split is a matter of the id alone, so that it never moves. */
function splitOf(id: string): 'held' | 'dev' {
  return diceFor(`split-7/${id}`)() < 1 / 3 ? 'held' : 'dev';
}

function encode(html: string, encoding: Head['encoding']): Buffer {
  if (!encoding) return Buffer.from(html);
  const done = spawnSync('iconv', ['-f', 'utf-8', '-t', encoding], { input: html, maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`iconv: ${done.stderr}`);
  return done.stdout;
}

function repeatTokens(html: string, head: Head): string {
  let grown = html;
  for (const { token, times } of head.repeat ?? []) {
    const [before = '', piece = '', after = ''] = grown.split(token);
    grown = before + Array.from({ length: times }, (_none, index) => piece.replaceAll('#n#', String(index))).join('') + after;
  }
  return grown;
}

function build(source: string, seen: Set<string>): string {
  const [first = '', ...rest] = source.split('\n');
  const head = JSON.parse(first) as Head;
  if (seen.has(head.id) || seen.has(head.url)) throw new Error(`repeated: ${head.id}`);
  seen.add(head.id).add(head.url);
  const [body = '', ...frameBodies] = rest.join('\n').split(/^@@frame$/m);
  const dice: Dice = diceFor(head.id);
  dice.quiet = head.quiet ?? false;
  const shell = shells[head.shell];
  if (!shell) throw new Error(`unknown shell ${head.shell}`);
  const page = repeatTokens(expand(shell(head, body.trim(), dice), dice), head);
  writeFileSync(at(`pages/${head.id}.html`), encode(page, head.encoding));
  const frames = (head.frames ?? []).map((frame, index) => {
    writeFileSync(at(`pages/${head.id}.${frame.name}.html`), encode(expand((frameBodies[index] ?? '').trim(), dice), head.encoding));
    return { url: frame.url, html: `pages/${head.id}.${frame.name}.html` };
  });
  if (frames.length !== frameBodies.length) throw new Error(`frames of ${head.id}`);
  return JSON.stringify({
    id: head.id,
    url: new URL(head.url).href,
    html: `pages/${head.id}.html`,
    encoding: head.encoding ?? 'utf-8',
    expect: head.expect,
    why: head.why,
    traits: head.traits ?? [],
    actions: head.actions ?? [],
    frames,
    split: splitOf(head.id),
  });
}

rmSync(at('pages'), { recursive: true, force: true });
mkdirSync(at('pages'));
const seen = new Set<string>();
const lines = readdirSync(at('sources'))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) =>
    readFileSync(at(`sources/${name}`), 'utf8')
      .split(/^@@case /m)
      .slice(1),
  )
  .map((source) => build(source, seen));
writeFileSync(at('cases.jsonl'), `${lines.join('\n')}\n`);
console.log(`${lines.length} cases written`);
