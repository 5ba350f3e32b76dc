import { repeatEvery } from '../platform/alarms.ts';
import { pruneHistory } from '../platform/history/prune.ts';
import { readSettings } from '../platform/settings.ts';

const DAY = 24 * 60 * 60 * 1000;
const TWICE_A_DAY = 12 * 60;

/** Sees to it that the history never holds more than it promises. */
export function keepHistorySmall(): void {
  repeatEvery('prune-history', TWICE_A_DAY, pruneAsSettled);
}

async function pruneAsSettled(): Promise<void> {
  const { historyDays, historyRows } = await readSettings();
  await pruneHistory({ now: Date.now(), keepFor: historyDays * DAY, most: historyRows });
}
