/** Builds the second corpus: sources/*.txt become pages/*.html and cases.jsonl, byte for byte the same each time. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { packBaggage } from './baggage.ts';
import { pickPassages } from './passages.ts';
import { wrapPage } from './shells.ts';

const here = new URL('.', import.meta.url).pathname;

/** One page as its source file tells it: header fields and the page's own markup. */
export type Source = { id: string; fields: Record<string, string>; body: string };

function readSources(): Source[] {
  const files = readdirSync(`${here}sources`).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => {
    const parts = readFileSync(`${here}sources/${name}`, 'utf8').split(/^@@ /m).slice(1);
    return parts.map(readOne);
  });
}

function readOne(text: string): Source {
  const [head = '', ...rest] = text.split(/^---\n/m);
  const [id = '', ...lines] = head.trim().split('\n');
  const fields: Record<string, string> = {};
  for (const line of lines) {
    const cut = line.indexOf(':');
    fields[line.slice(0, cut).trim()] = line.slice(cut + 1).trim();
  }
  return { id: id.trim(), fields, body: rest.join('---\n').trimEnd() };
}

function fillPassages(source: Source): string {
  const [pool = '', count = '0'] = (source.fields.fill ?? '').split('*');
  const filler = pickPassages(pool, Math.round(Number(count) * 1.5), source.id);
  const marked = source.body.includes('{{fill}}') ? source.body : `${source.body}\n{{fill}}`;
  return marked.replace('{{fill}}', () => filler);
}

function addBaggage({ id, fields }: Source, html: string): string {
  if (fields.shell === undefined || fields.shell === 'old') return html;
  const baggage = packBaggage(id, !(fields.lang ?? 'zh').startsWith('en'));
  const end = html.lastIndexOf('</body>');
  return `${html.slice(0, end)}${baggage}\n${html.slice(end)}`;
}

function writePage(source: Source): void {
  const html = addBaggage(source, wrapPage(source.fields, fillPassages(source)));
  const path = `${here}pages/${source.id}.html`;
  const gb = source.fields.enc === 'gb18030';
  writeFileSync(path, gb ? execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: html }) : html);
}

function describeCase({ id, fields }: Source, frames: Source[]): string {
  const own = frames.filter((frame) => frame.id.startsWith(`${id}.`));
  return JSON.stringify({
    id,
    url: fields.url,
    html: `pages/${id}.html`,
    encoding: fields.enc ?? 'utf-8',
    expect: (fields.expect ?? '').split(','),
    why: fields.why,
    traits: (fields.traits ?? '').split(',').filter(Boolean),
    actions: JSON.parse(fields.actions ?? '[]'),
    frames: own.map((frame) => ({ url: frame.fields.url, html: `pages/${frame.id}.html` })),
    split: 'held',
  });
}

const sources = readSources();
const frames = sources.filter((source) => source.id.includes('.'));
const tops = sources.filter((source) => !source.id.includes('.'));
for (const name of readdirSync(`${here}pages`)) rmSync(`${here}pages/${name}`);
for (const source of sources) writePage(source);
writeFileSync(`${here}cases.jsonl`, `${tops.map((top) => describeCase(top, frames)).join('\n')}\n`);
console.log(`${tops.length} cases, ${frames.length} frames`);
