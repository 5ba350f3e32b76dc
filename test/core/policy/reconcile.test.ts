import { describe, expect, test } from 'vitest';
import { applyPolicy } from '../../../src/core/policy/apply-policy.ts';
import { isLocked } from '../../../src/core/policy/is-locked.ts';
import { EMPTY_FOR, type KeptPolicy, parseKept, reconcile } from '../../../src/core/policy/reconcile.ts';
import { siteOfHostname } from '../../../src/core/site/index.ts';
import type { Verdict } from '../../../src/core/verdict.ts';

const strict = { allowBypass: false };
const noon = Date.UTC(2026, 10, 22, 12);
const readAll = (reads: [number, Record<string, unknown>][], start?: KeptPolicy) =>
  reads.reduce<KeptPolicy | undefined>((kept, [after, raw]) => reconcile(kept, raw, noon + after), start)?.raw;

describe('a policy that comes late, changes or goes', () => {
  test('holds as soon as it comes, and changes at once', () => {
    expect(
      readAll([
        [0, {}],
        [1_000, strict],
      ]),
    ).toEqual(strict);
    expect(
      readAll([
        [0, strict],
        [1_000, { mode: 'warn' }],
      ]),
    ).toEqual({ mode: 'warn' });
  });

  test('holds on while the browser says nothing, however often it is asked within ten minutes', () => {
    expect(
      readAll([
        [0, strict],
        [1_000, {}],
        [4_000, {}],
        [15_000, {}],
        [EMPTY_FOR, {}],
      ]),
    ).toEqual(strict);
  });

  test('goes once the browser has said nothing for ten minutes', () => {
    expect(
      readAll([
        [0, strict],
        [1_000, {}],
        [1_000 + EMPTY_FOR, {}],
      ]),
    ).toEqual({});
  });

  test('begins the ten minutes anew when it was there in between, and when the clock was set back', () => {
    expect(
      readAll([
        [0, strict],
        [1_000, {}],
        [2_000, strict],
        [1_000 + EMPTY_FOR, {}],
      ]),
    ).toEqual(strict);
    expect(
      readAll([
        [0, strict],
        [EMPTY_FOR * 9, {}],
        [0, {}],
        [1_000, {}],
      ]),
    ).toEqual(strict);
  });

  test.each([[null], [7], ['x'], [{}], [{ raw: [], readAt: 1 }], [{ raw: {}, readAt: Number.NaN }], [{ raw: {}, readAt: '1' }]])(
    'is forgotten where what was kept is damaged: %j',
    (stored) => expect(parseKept(stored)).toBeUndefined(),
  );
});

describe('a verdict under a policy', () => {
  const danger: Verdict = { level: 'danger', evidence: [], asks: ['idNumber'] };
  const site = siteOfHostname('www.banji.example');

  test('stays silent on trusted domains and below them, not beside them', () => {
    expect(applyPolicy(danger, site, { trustedDomains: ['banji.example'] })).toMatchObject({ level: 'none', because: 'trusted' });
    expect(applyPolicy(danger, site, { trustedDomains: ['anji.example', 'shop.banji.example'] })).toBe(danger);
  });

  test('is not silenced by trust where the domain is blocked, and not softened', () => {
    const policy = { mode: 'warn', trustedDomains: ['banji.example'], blockedDomains: ['banji.example'] } as const;
    expect(
      applyPolicy(danger, site, { ...policy, trustedDomains: [...policy.trustedDomains], blockedDomains: [...policy.blockedDomains] }),
    ).toBe(danger);
  });

  test('only warns where the administrator wants no page covered', () => {
    expect(applyPolicy(danger, site, { mode: 'warn' })).toMatchObject({ level: 'caution', asks: ['idNumber'] });
  });

  test('locks what the policy sets and what it names', () => {
    expect(isLocked({ largeText: false }, 'largeText')).toBe(true);
    expect(isLocked({ lockedSettings: ['language'] }, 'language')).toBe(true);
    expect(isLocked({ helperText: '请先问信息安全部' }, 'helper')).toBe(true);
    expect(isLocked({ helperText: '' }, 'helper')).toBe(false);
    expect(isLocked({ lockedSettings: ['all'] }, 'anything')).toBe(true);
    expect(isLocked({ lockedSettings: ['language'] }, 'largeText')).toBe(false);
  });
});
