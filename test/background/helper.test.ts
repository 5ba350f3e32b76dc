import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { admit, isHelperLockOn, removeHelperPin, setHelperPin, unlock } from '../../src/background/helper.ts';
import type { PinLock } from '../../src/platform/helper-store.ts';
import { Locked } from '../../src/platform/told.ts';

const pin = '730518';
const minute = 60_000;

beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'zh-CN';
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22) });
  await setHelperPin({ pin });
});
afterEach(() => vi.useRealTimers());

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const stored = async () => JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]);
const tryWrong = () => unlock({ pin: '111222' });

async function tokenOf(given = pin): Promise<string> {
  const answer = await unlock({ pin: given });
  if (!('unlock' in answer)) throw new Error(JSON.stringify(answer));
  return answer.unlock;
}

describe('the helper’s PIN', () => {
  test('is never stored, nor anything it could be read from without trying', async () => {
    await tokenOf();
    expect(await stored()).not.toContain(pin);
    const { helperLock } = await fakeBrowser.storage.local.get<{ helperLock: PinLock }>('helperLock');
    expect(helperLock).toMatchObject({ iterations: 600_000 });
    await setHelperPin({ pin });
    const { helperLock: again } = await fakeBrowser.storage.local.get<{ helperLock: PinLock }>('helperLock');
    expect(again.key).not.toBe(helperLock.key);
  });

  test('opens in full-width digits and with blanks', async () => {
    expect(await tokenOf('７３ ０５ １８')).toBeTruthy();
  });

  test.each(['', '12345', '1234567890123', 'abcdef', '000000', '123456', '987654'])('cannot be %j', async (bad) => {
    await expect(setHelperPin({ pin: bad })).rejects.toThrow();
    expect(await tokenOf()).toBeTruthy();
  });
});

describe('what the PIN locks', () => {
  test.each([
    'changeSettings',
    'proceed',
    'trustHost',
    'pauseGuard',
    'deleteAssessments',
    'clearHistory',
    'importAssessments',
    'setHelperPin',
    'removeHelperPin',
  ] as const)('is %s, without the word or with a made-up one', async (request) => {
    await expect(admit(request, undefined)).rejects.toThrow(Locked);
    await expect(admit(request, 'made up')).rejects.toThrow(Locked);
    await expect(admit(request, await tokenOf())).resolves.toBeUndefined();
  });

  test('is nothing that makes the guard stronger', async () => {
    for (const request of ['resumeGuard', 'endTrust', 'explainTab', 'recordSurfaceDecision'] as const)
      await expect(admit(request, undefined)).resolves.toBeUndefined();
  });

  test('stays open for five minutes, not longer, and not after the clock was set back', async () => {
    const word = await tokenOf();
    later(5 * minute - 1);
    await expect(admit('proceed', word)).resolves.toBeUndefined();
    later(1);
    await expect(admit('proceed', word)).rejects.toThrow(Locked);
    later(-10 * minute);
    await expect(admit('proceed', word)).rejects.toThrow(Locked);
  });

  test('is locked again by a new PIN, and open for everybody without one', async () => {
    const word = await tokenOf();
    await setHelperPin({ pin: '905172' });
    await expect(admit('proceed', word)).rejects.toThrow(Locked);
    await removeHelperPin();
    expect(await isHelperLockOn()).toBe(false);
    await expect(admit('proceed', undefined)).resolves.toBeUndefined();
  });

  test('stays locked where what is stored of the PIN is damaged', async () => {
    await fakeBrowser.storage.local.set({ helperLock: { iterations: 1, salt: '', key: '' } });
    await expect(admit('proceed', undefined)).rejects.toThrow(Locked);
    expect(await unlock({ pin })).toMatchObject({ refused: 'wrong' });
  });
});

describe('wrong PINs', () => {
  test('make the wait longer, 1, 2, 4, 8 seconds, then five minutes; five of them leave everything locked and working', async () => {
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await tryWrong();
      if ('unlock' in answer) throw new Error('opened');
      waits.push(answer.waitSeconds);
      later(answer.waitSeconds * 1000 - 1);
      // The right one is not even looked at.
      expect(await unlock({ pin })).toMatchObject({ refused: 'wait' });
      if (tries < 4) later(1);
    }
    expect(waits).toEqual([1, 2, 4, 8, 300]);
    await expect(admit('proceed', undefined)).rejects.toThrow(Locked);
    later(1);
    await expect(admit('proceed', await tokenOf())).resolves.toBeUndefined();
    expect(await tryWrong()).toMatchObject({ waitSeconds: 1 });
  });

  test('win nothing by being sent all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, tryWrong));
    expect(answers.map((answer) => ('refused' in answer ? answer.refused : 'open'))).toEqual(['wrong', ...Array(5).fill('wait')]);
  });

  test('are not forgotten, skipped or made eternal when the clock is set back or the count is damaged', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      await tryWrong();
      later(10_000);
    }
    later(-30 * 24 * 60 * minute);
    expect(await unlock({ pin })).toMatchObject({ refused: 'wait' });
    later(5 * minute);
    expect(await tokenOf()).toBeTruthy();
    await fakeBrowser.storage.local.set({ helperWrongPins: 'none' });
    expect(await unlock({ pin })).toMatchObject({ refused: 'wait' });
    later(5 * minute);
    expect(await tokenOf()).toBeTruthy();
  });
});
