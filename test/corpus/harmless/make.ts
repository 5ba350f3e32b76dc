/** Builds `pages/` and `cases.jsonl` from `source/*.txt`: `npx node test/corpus/harmless/make.ts`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addBulk } from './bulk.ts';
import { deliver } from './deliver.ts';
import { aDice } from './dice.ts';
import { drawBody } from './markup.ts';
import { padMain } from './padding.ts';
import { skins } from './skins.ts';

interface Source {
  id: string;
  url: string;
  skin: string;
  level: string;
  traits: string[];
  head: Record<string, string>;
  body: string;
  frames: Source[];
}

const here = import.meta.dirname;
const HELD_EVERY = 3;

function parseBlock(text: string): Source {
  const [first = '', ...rest] = text.split('\n');
  const [id = '', url = '', skin = '', level = 'none', traits = ''] = first.split(';').map((part) => part.trim());
  const head: Record<string, string> = {};
  while (/^[a-z]+: /.test(rest[0] ?? '')) {
    const [, key = '', value = ''] = /^([a-z]+): (.*)$/.exec(rest.shift() ?? '') ?? [];
    head[key] = value;
  }
  return {
    id,
    url,
    skin,
    level,
    traits: traits
      .split(',')
      .map((t) => t.trim())
      .filter(Boolean),
    head,
    body: rest.join('\n').trim(),
    frames: [],
  };
}

function readSources(): Source[] {
  const files = readdirSync(join(here, 'source'))
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const cases: Source[] = [];
  for (const file of files) {
    const blocks = readFileSync(join(here, 'source', file), 'utf8')
      .split(/^=== /m)
      .slice(1);
    for (const block of blocks) {
      const source = parseBlock(block);
      if (source.id === 'frame') cases.at(-1)?.frames.push(source);
      else cases.push(source);
    }
  }
  return cases;
}

function drawPage(source: Source): string {
  const skin = skins[source.skin];
  if (!skin) throw new Error(`${source.id}: no skin ${source.skin}`);
  const dice = aDice(source.id + source.url);
  const form = source.head.form ?? skin.form;
  const english = /english/.test(source.traits.join()) && source.skin !== 'english';
  const main =
    deliver(source.head.deliver ?? 'html', drawBody(source.body, form, dice), dice) + (english ? '' : padMain(source.skin, dice));
  const title = source.head.title ?? '';
  const charset = source.head.enc === 'gb18030' ? (source.head.meta ?? 'gb2312') : 'utf-8';
  const html = skin.page({
    title,
    site: source.head.site ?? '',
    icp: source.head.icp ?? '',
    date: source.head.date ?? '',
    main,
    charset,
    dice,
  });
  const declared = source.head.meta === 'none' ? html.replace(/<meta[^>]*charset[^>]*>/, '') : html;
  return source.skin === 'bare' ? declared : addBulk(declared, dice);
}

function writePage(path: string, html: string, encoding: string): void {
  const file = join(here, path);
  mkdirSync(dirname(file), { recursive: true });
  const bytes = encoding === 'gb18030' ? execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: html, maxBuffer: 1e8 }) : html;
  writeFileSync(file, bytes);
}

function writeCase(source: Source, split: string): string {
  const encoding = source.head.enc ?? 'utf-8';
  const html = `pages/${source.id}.html`;
  writePage(html, drawPage(source), encoding);
  const frames = source.frames.map((frame, index) => {
    const path = `pages/${source.id}.frame${index + 1}.html`;
    writePage(path, drawPage(frame), 'utf-8');
    return { url: frame.url, html: path };
  });
  const line: Record<string, unknown> = {
    id: source.id,
    url: source.url,
    html,
    encoding,
    expect: [source.level],
    why: source.head.why,
    traits: source.traits,
    split,
  };
  if (source.head.actions) line.actions = JSON.parse(source.head.actions);
  if (frames.length > 0) line.frames = frames;
  return JSON.stringify(line);
}

/** A third of the ids, the same third on every run as long as the ids are the same. */
function chooseHeld(ids: string[]): Set<string> {
  const order = [...ids].sort((a, b) => aDice(`split ${a}`).next() - aDice(`split ${b}`).next());
  return new Set(order.slice(0, Math.round(ids.length / HELD_EVERY)));
}

const sources = readSources();
const held = chooseHeld(sources.map(({ id }) => id));
rmSync(join(here, 'pages'), { recursive: true, force: true });
const lines = sources.map((source) => writeCase(source, held.has(source.id) ? 'held' : 'dev'));
writeFileSync(join(here, 'cases.jsonl'), `${lines.join('\n')}\n`);
console.log(`${lines.length} cases, ${held.size} held`);
