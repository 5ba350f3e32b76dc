import { browser } from 'wxt/browser';
import { isFull } from './connection.ts';
import { addHistoryNotice } from './notices.ts';
import { removeOldest } from './prune.ts';

const KEY = 'historyThinnedAt';
const DAY = 24 * 60 * 60 * 1000;
/** The share of the rows that leaves when there is no room for a new one. */
const share = 0.1;

/**
 * Does the work, and where there is no room for it lets the oldest rows go first, once a day and browser session at most: a browser may give back only
 * hours later what was deleted, and one row after the other would then take the whole history with it.
 */
export async function makingRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  const count = await letOldestGo(Date.now());
  if (count > 0) await tell('full', count);
  try {
    return await work();
  } catch (error) {
    if (isFull(error)) await tell('missed', 0);
    throw error;
  }
}

async function letOldestGo(now: number): Promise<number> {
  // In memory: on the disk there may be no room for this either.
  const { session } = browser.storage;
  const last: unknown = (await session.get(KEY))[KEY];
  if (typeof last === 'number' && Math.abs(now - last) < DAY) return 0;
  // Noted first: a background that dies in between must not do it again.
  await session.set({ [KEY]: now });
  return removeOldest(share).catch(() => 0);
}

/** A notice that cannot be kept must not cost the row. */
const tell = (kind: 'full' | 'missed', count: number) =>
  addHistoryNotice({ kind, at: Date.now(), ...(count > 0 && { count }) }).catch(() => undefined);
