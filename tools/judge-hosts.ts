import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { type HostIndex, judgeHost, loadHostIndex } from '../src/core/site/index.ts';
import { compileFromAssets } from './host-data/sources.ts';

/** Takes a piece of output, whole lines of it, and answers when it may have more. */
type Write = (lines: string) => unknown;

const piece = 1 << 16;

/** Judges a file of hosts, one a line, and writes one JSON line for each, in order. Memory stays bounded whatever the file's size. */
export async function judgeHostsFile(path: string, out: Writable | Write): Promise<void> {
  const write = typeof out === 'function' ? out : (lines: string) => writeAndDrain(out, lines);
  const index = loadHostIndex(compileFromAssets());
  let lines = '';
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    lines += `${describeHost(line, index)}\n`;
    if (lines.length < piece) continue;
    await write(lines);
    lines = '';
  }
  if (lines !== '') await write(lines);
}

/** The line for one host. */
export function describeHost(host: string, index: HostIndex): string {
  const { verdict, level, target, technique } = judgeHost(host, index);
  return JSON.stringify({ host, verdict, level, target, technique });
}

async function writeAndDrain(out: Writable, lines: string): Promise<void> {
  if (!out.write(lines)) await new Promise((resolve) => out.once('drain', resolve));
}
