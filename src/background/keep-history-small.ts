import { repeatEvery } from '../platform/alarms.ts';
import { pruneHistory } from '../platform/history-store.ts';

const KEEP_DAYS = 90;
const KEEP_ROWS = 5_000;
const TWICE_A_DAY = 12 * 60;

/** Sees to it that the history never holds more than it promises. */
export function keepHistorySmall(): void {
  repeatEvery('prune-history', TWICE_A_DAY, () => pruneHistory(Date.now() - KEEP_DAYS * 24 * 60 * 60 * 1000, KEEP_ROWS));
}
