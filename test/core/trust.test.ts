import { expect, test } from 'vitest';
import { confirmsHost, parseTrusted, trustLasts, withTrust } from '../../src/core/trust.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);

test('trust lasts 180 days and not one moment longer', () => {
  const trusted = withTrust([], 'shop.example', now);
  expect(parseTrusted(trusted, now + trustLasts - 1)).toHaveLength(1);
  expect(parseTrusted(trusted, now + trustLasts)).toEqual([]);
});

test('nobody can stretch it by changing what is stored, or by setting the clock back', () => {
  expect(parseTrusted([{ hostname: 'shop.example', since: now, until: now + 10_000 * day }], now + trustLasts)).toEqual([]);
  expect(parseTrusted(withTrust([], 'shop.example', now), now - 2 * day)).toEqual([]);
});

test('a damaged entry is dropped alone', () => {
  const entries = [null, 7, { hostname: '' }, { hostname: 'a.example', since: 'x', until: now }, ...withTrust([], 'b.example', now)];
  expect(parseTrusted(entries, now).map(({ hostname }) => hostname)).toEqual(['b.example']);
  expect(parseTrusted('b.example', now)).toEqual([]);
});

test('trusting again begins the time anew and doubles nothing', () => {
  const twice = withTrust(withTrust([], 'a.example', now - 5 * day), 'a.example', now);
  expect(twice).toEqual([{ hostname: 'a.example', since: now, until: now + trustLasts }]);
});

test('only the host’s exact name confirms it, in either spelling and any width', () => {
  const site = { hostname: 'xn--fiq228c.example', unicodeHostname: '中文.example' };
  for (const typed of ['中文.example', ' xn--fiq228c.EXAMPLE ', '中文。example', '中文．ｅｘａｍｐｌｅ'])
    expect(confirmsHost(typed, site), typed).toBe(true);
  for (const typed of ['', 'example', 'www.中文.example', 'https://中文.example', '中文.example.cn'])
    expect(confirmsHost(typed, site), typed).toBe(false);
});
