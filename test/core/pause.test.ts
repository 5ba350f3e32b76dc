import { expect, test } from 'vitest';
import { beginPause, isPaused, parsePauses, withPause } from '../../src/core/pause.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 22);

test('a quarter of an hour is over by the clock alone', () => {
  const pauses = [beginPause('quarter', 'shop.example', now)];
  expect(parsePauses(pauses, now + 15 * minute - 1)).toHaveLength(1);
  expect(parsePauses(pauses, now + 15 * minute)).toEqual([]);
});

test('a pause for the session has no end of its own', () => {
  expect(parsePauses([beginPause('session', undefined, now)], now + 1_000 * minute)).toHaveLength(1);
});

test('a stored end that lies too far ahead, or a clock set back, makes no longer pause', () => {
  expect(parsePauses([{ since: now, until: now + 9_999 * minute }], now + 16 * minute)).toEqual([]);
  expect(parsePauses([beginPause('quarter', undefined, now)], now - minute)).toEqual([]);
});

test('a pause on one host leaves every other host guarded, its own subdomains too', () => {
  const pauses = [beginPause('session', 'shop.example', now)];
  expect(isPaused(pauses, 'shop.example')).toBe(true);
  expect(isPaused(pauses, 'www.shop.example')).toBe(false);
  expect(isPaused(withPause(pauses, beginPause('quarter', undefined, now)), 'www.shop.example')).toBe(true);
});

test('damaged entries pause nothing', () => {
  expect(parsePauses([null, {}, { since: 'now' }, { hostname: 5, since: now }, { since: now, until: 'x' }], now)).toEqual([]);
});
