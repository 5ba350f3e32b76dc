/** Reads the corpus back as its users will: `npx node test/corpus/harmless/check.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Case {
  id: string;
  url: string;
  html: string;
  encoding: 'utf-8' | 'gb18030';
  expect: string[];
  why: string;
  split: string;
  frames?: { url: string; html: string }[];
}

const here = import.meta.dirname;
const faults: string[] = [];
const seen = new Set<string>();
const claim = (word: string) => {
  if (seen.has(word)) faults.push(`${word} is used twice`);
  seen.add(word);
};

function checkPage(owner: string, path: string, encoding: string): void {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(here, path)));
    if (text.includes('undefined')) faults.push(`${owner}: "undefined" in ${path}`);
    if (/(?:src|href)="https?:(?!\/\/)/.test(text)) faults.push(`${owner}: broken address in ${path}`);
    if (!/<title>[^<]+<\/title>/.test(text)) faults.push(`${owner}: no title in ${path}`);
  } catch (error) {
    faults.push(`${owner}: ${path}: ${String(error)}`);
  }
}

const cases = readFileSync(join(here, 'cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
for (const one of cases) {
  claim(`id ${one.id}`);
  claim(one.url.replace(/[?#].*$/, ''));
  if (!/^https?:\/\/[^/]+\//.test(one.url)) faults.push(`${one.id}: odd url`);
  if (!one.why || one.expect.length === 0 || !/^(dev|held)$/.test(one.split)) faults.push(`${one.id}: incomplete`);
  checkPage(one.id, one.html, one.encoding);
  for (const frame of one.frames ?? []) checkPage(one.id, frame.html, 'utf-8');
}
for (const fault of faults) console.error(fault);
console.log(`${cases.length} cases, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
