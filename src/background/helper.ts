import { plainPin, waitLeft, whyNotPin, withWrongPin } from '../core/helper-lock.ts';
import {
  opensLock,
  readLock,
  readUnlocked,
  readWrongPins,
  removeLock,
  storeLock,
  storeUnlocked,
  storeWrongPins,
} from '../platform/helper-store.ts';
import { text } from '../platform/i18n.ts';
import { oneByOne } from '../platform/in-turn.ts';
import type { UnlockAnswer } from '../platform/messages.ts';
import type { Gatekeeper } from '../platform/serve-requests.ts';
import { readSettings } from '../platform/settings.ts';
import { Locked, Told } from '../platform/told.ts';
import { reportChange } from './report-events.ts';

/** How long a right PIN opens what it locks. */
const OPEN_FOR = 5 * 60 * 1000;

/** What could weaken the guard. Whatever makes it stronger needs no PIN: resuming, ending a trust. */
const locked: ReadonlySet<string> = new Set<Parameters<Gatekeeper>[0]>([
  'changeSettings',
  'proceed',
  'trustHost',
  'pauseGuard',
  'deleteAssessments',
  'clearHistory',
  // A flood of imported rows would push the real ones out.
  'importAssessments',
  'setHelperPin',
  'removeHelperPin',
]);

const inTurn = oneByOne();

/** Whether a helper's PIN locks what could weaken the guard. */
export const isHelperLockOn = async (): Promise<boolean> => (await readLock()) !== undefined;

/** Refuses what the helper's PIN locks, unless the asking page gave the PIN a short while ago. */
export const admit: Gatekeeper = async (request, unlock) => {
  if (!locked.has(request) || !(await isHelperLockOn())) return;
  const open = await readUnlocked();
  const now = Date.now();
  if (open && open.token === unlock && now >= open.since && now < open.until) return;
  await readSettings();
  throw new Locked(text('helper_locked'));
};

/** Locks with this PIN from now on; the one before no longer opens anything. */
export function setHelperPin({ pin }: { pin: string }): Promise<void> {
  return inTurn(async () => {
    const plain = plainPin(String(pin));
    const why = whyNotPin(plain);
    if (why) {
      await readSettings();
      throw new Told(text(`helper_pin_${why}`));
    }
    await storeLock(plain);
    await storeWrongPins(undefined);
    await storeUnlocked(undefined);
    await reportChange('lockSet');
  });
}

/** Ends the lock. */
export const removeHelperPin = () =>
  inTurn(async () => {
    await removeLock();
    await reportChange('lockRemoved');
  });

/** Looks at a PIN, one at a time, and not at all while the wait after wrong ones lasts. */
export function unlock({ pin }: { pin: string }): Promise<UnlockAnswer> {
  return inTurn(async () => {
    const lock = await readLock();
    const wrongPins = await readWrongPins(Date.now());
    const wait = waitLeft(wrongPins, Date.now());
    if (wait > 0) return { refused: 'wait', waitSeconds: Math.ceil(wait / 1000) };
    // Counted before it is looked at: ending the background in between wins no try.
    const counted = withWrongPin(wrongPins, Date.now());
    await storeWrongPins(counted);
    if (!lock || lock === 'damaged' || !(await opensLock(plainPin(String(pin)), lock)))
      return { refused: 'wrong', waitSeconds: Math.ceil(waitLeft(counted, Date.now()) / 1000) };
    await storeWrongPins(undefined);
    const since = Date.now();
    const token = crypto.randomUUID();
    await storeUnlocked({ token, since, until: since + OPEN_FOR });
    return { unlock: token };
  });
}
