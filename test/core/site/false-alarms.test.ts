import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeHost } from '../../../src/core/site/index.ts';
import { deservesALook } from '../../../src/core/site/scan.ts';
import { index } from './index-of-assets.ts';

// Real hosts: a random sample, every near miss, and every Chinese name of a list a hundred thousand long.
const hosts = readFileSync(new URL('benign-sample.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

test('no ordinary host is flagged, not even the near misses', () => {
  expect(hosts.length).toBeGreaterThan(5_000);
  const flagged = hosts.filter((host) => judgeHost(host, index).level > 0);
  expect(flagged).toEqual([]);
});

test('the sample is one that could fail: it is full of hosts that need the closer look', () => {
  expect(hosts.filter((host) => deservesALook(host, index.automaton, index.filter)).length).toBeGreaterThan(800);
  expect(hosts.filter((host) => host.includes('xn--')).length).toBeGreaterThan(200);
});
