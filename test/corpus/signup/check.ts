/** Says whether cases.jsonl and the pages fit together: `npx node test/corpus/signup/check.ts`. */
import { existsSync, readFileSync } from 'node:fs';

interface Case {
  id: string;
  url: string;
  html: string;
  encoding: 'utf-8' | 'gb18030';
  expect: string[];
  why: string;
  traits: string[];
  frames: { url: string; html: string }[];
  split: string;
}

const at = (path: string): URL => new URL(path, import.meta.url);
const cases = readFileSync(at('cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
const faults: string[] = [];
const seen = new Set<string>();
const tally = new Map<string, number>();

function inspect(file: string, encoding: string, id: string): void {
  if (!existsSync(at(file))) return void faults.push(`${id}: no file ${file}`);
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(at(file)));
  if (/⟦|⟧|%%/.test(text)) faults.push(`${id}: unexpanded mark in ${file}`);
  if (/(?:src|href)="(?:https?:)?\/\/(?:cdn|unpkg|static)/.test(text)) faults.push(`${id}: outside resource in ${file}`);
}

for (const one of cases) {
  for (const key of [one.id, one.url]) if (seen.size === seen.add(key).size) faults.push(`${one.id}: repeats ${key}`);
  for (const file of [one.html, ...one.frames.map((frame) => frame.html)]) inspect(file, one.encoding, one.id);
  if (!one.why.endsWith('.') || one.expect.length === 0) faults.push(`${one.id}: incomplete`);
  for (const key of [one.expect.join('|'), one.split]) tally.set(key, (tally.get(key) ?? 0) + 1);
}
console.log(`${cases.length} cases`, Object.fromEntries(tally), faults.length ? faults : 'no faults');
process.exitCode = faults.length ? 1 : 0;
