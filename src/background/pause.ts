import { beginPause, type PauseLength, pauseLengths, withPause } from '../core/pause.ts';
import { siteOf } from '../core/site/index.ts';
import { wakeAt } from '../platform/alarms.ts';
import { text } from '../platform/i18n.ts';
import { changePauses } from '../platform/pause-store.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';
import { addressOf, isPrivateTab } from '../platform/tabs.ts';
import { Told } from '../platform/told.ts';
import { judgeAgain } from './judge-again.ts';
import { reportChange } from './report-events.ts';
import { showState } from './show-state.ts';

const OVER = 'pause-over';

/** Stops warning for a while: on the host that a tab shows, or everywhere. */
export async function pauseGuard({ length, tabId }: { length: PauseLength; tabId?: number }): Promise<void> {
  await readSettings();
  if ((await readPolicy()).allowPause === false) throw new Told(text('policy_locked'));
  if (!pauseLengths.includes(length)) throw new Error('no such pause');
  const address = tabId === undefined ? undefined : await addressOf(tabId);
  const site = address === undefined ? undefined : siteOf(address);
  if (tabId !== undefined && !site) throw new Error('the tab shows no web address');
  const now = Date.now();
  const pause = beginPause(length, site?.hostname, now);
  await changePauses(now, (pauses) => withPause(pauses, pause));
  await showPauses();
  // Whether a pause is over is told by the clock; the alarm only brings the button and the open pages up to date.
  if (pause.until !== undefined) await wakeAt.set(`${OVER}:${site?.hostname ?? ''}`, pause.until);
  if (tabId === undefined || !(await isPrivateTab(tabId))) await reportChange('paused', pause);
}

/** Warns again at once: on a host, or everywhere where none is named. */
export async function resumeGuard({ hostname }: { hostname?: string }): Promise<void> {
  await changePauses(Date.now(), (pauses) => pauses.filter((pause) => pause.hostname !== hostname));
  await showPauses();
  // Of a single host it is not known any more whether its pause began in a private window.
  if (hostname === undefined) await reportChange('resumed');
}

/** Brings the button up to date at every start, and everything when a pause is over. */
export function endPausesInTime(): void {
  wakeAt.listenAll(`${OVER}:`, showPauses);
  void showState();
}

/** Brings the button and every open page up to date: after a pause, and when the organisation's policy changes. */
export async function showPauses(): Promise<void> {
  await showState();
  await judgeAgain();
}
