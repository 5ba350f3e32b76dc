/** Looks whether the second corpus holds together: lines parse, files exist, encodings decode, addresses are its own. */
import { existsSync, readFileSync } from 'node:fs';

type Case = {
  id: string;
  url: string;
  html: string;
  encoding: string;
  expect: string[];
  why: string;
  frames: { url: string; html: string }[];
};

const here = new URL('.', import.meta.url).pathname;
const complaints: string[] = [];

function readCases(folder: string): Case[] {
  const path = `${here}${folder}/cases.jsonl`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
}

function checkFile(id: string, html: string, encoding: string): void {
  const path = `${here}${html}`;
  if (!existsSync(path)) return void complaints.push(`${id}: ${html} is missing`);
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));
  const declared = /charset="?([\w-]+)/.exec(text)?.[1]?.replace('gb2312', 'gb18030');
  if (declared !== undefined && declared !== encoding) complaints.push(`${id}: says ${declared}, is ${encoding}`);
  if (/(?:src|href)="(?:https?:)?\/\//.test(text) && !/<i?frame/.test(text)) complaints.push(`${id}: asks the network`);
}

const own = readCases('.');
const taken = new Set(['../signup', '../harmless'].flatMap(readCases).map((one) => new URL(one.url).host));
const hosts = new Set<string>();
const levels: Record<string, number> = {};
for (const one of own) {
  const host = new URL(one.url).host;
  if (taken.has(host) || hosts.has(host)) complaints.push(`${one.id}: ${host} is used elsewhere`);
  hosts.add(host);
  const level = one.expect.join('|');
  levels[level] = (levels[level] ?? 0) + 1;
  if (!/^(?:danger|caution|none|licensed)$/.test(level)) complaints.push(`${one.id}: expects ${level}`);
  if (!one.why) complaints.push(`${one.id}: says no why`);
  checkFile(one.id, one.html, one.encoding);
  for (const frame of one.frames) checkFile(one.id, frame.html, one.encoding);
}
if (new Set(own.map((one) => one.id)).size !== own.length) complaints.push('an id is used twice');
console.log(JSON.stringify(levels), `${complaints.length} complaints`);
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
