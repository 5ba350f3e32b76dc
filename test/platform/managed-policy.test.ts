import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const strict = { allowBypass: false, trustedDomains: ['gut.example', 'com.cn'] };

/** The background as it is after the browser has ended and started it again: nothing in memory. */
async function startBackground() {
  vi.resetModules();
  const { keepPolicyFresh, policyFailure } = await import('../../src/platform/managed-policy.ts');
  const { readPolicy, readStoredPolicy } = await import('../../src/platform/policy-store.ts');
  const heard: unknown[] = [];
  keepPolicyFresh(async (policy) => void heard.push(policy));
  return { heard, readPolicy, readStoredPolicy, policyFailure };
}

function managedBy(answer: () => Promise<Record<string, unknown>>) {
  fakeBrowser.storage.managed.get = vi.fn(answer) as never;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: Date.UTC(2026, 10, 22, 12) });
  return () => vi.useRealTimers();
});

describe('the managed policy', () => {
  test('is there before the first verdict, its good items in force and its bad ones named', async () => {
    managedBy(async () => strict);
    const { readPolicy, readStoredPolicy } = await startBackground();
    expect(await readPolicy()).toEqual({ allowBypass: false, trustedDomains: ['gut.example'] });
    expect((await readStoredPolicy()).rejected).toEqual([{ at: 'trustedDomains[1]', why: 'isWholeSuffix' }]);
  });

  test('is found when the browser hands it over seconds late and tells nobody', async () => {
    let now: Record<string, unknown> = {};
    managedBy(async () => now);
    const { readPolicy, heard } = await startBackground();
    expect(await readPolicy()).toEqual({});
    now = strict;
    await vi.advanceTimersByTimeAsync(4_100);
    expect(await readPolicy()).toMatchObject({ allowBypass: false });
    expect(heard.at(-1)).toMatchObject({ allowBypass: false });
  });

  test.each([
    ['says nothing', async () => ({})],
    ['rejects as Firefox does without a policy', () => Promise.reject(new Error('Managed storage manifest not found'))],
    ['cannot be asked', () => Promise.reject(new Error('something else'))],
    ['never answers', () => new Promise<never>(() => {})],
  ])('holds from the last time when the browser starts and %s', async (_, answer) => {
    managedBy(async () => strict);
    await (await startBackground()).readPolicy();
    managedBy(answer);
    const { readPolicy } = await startBackground();
    const read = readPolicy();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await read).toMatchObject({ allowBypass: false });
  });

  test('goes after ten minutes of nothing, and not where the browser could not be asked', async () => {
    for (const [failure, left] of [
      ['Managed storage manifest not found', {}],
      ['disk error', { allowBypass: false }],
    ] as const) {
      managedBy(async () => strict);
      await (await startBackground()).readPolicy();
      managedBy(() => Promise.reject(new Error(failure)));
      const first = await startBackground();
      await first.readPolicy();
      vi.setSystemTime(Date.now() + 11 * 60 * 1000);
      const later = await startBackground();
      expect(await later.readPolicy()).toMatchObject(left);
      expect(later.policyFailure() === undefined).toBe(failure !== 'disk error');
    }
  });

  test('wakes the background again ten minutes after the first silence', async () => {
    managedBy(async () => strict);
    await (await startBackground()).readPolicy();
    managedBy(async () => ({}));
    await (await startBackground()).readPolicy();
    expect((await fakeBrowser.alarms.get('recheck-policy'))?.scheduledTime).toBeGreaterThanOrEqual(Date.now() + 10 * 60 * 1000);
  });
});
