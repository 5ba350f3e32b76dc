import { isBelieved, lookAtClock } from './clock.ts';
import { transact } from './connection.ts';
import type { HistoryTransaction } from './schema.ts';

/** Keeps the newest `most` rows and nothing older than `keepFor` ms, once the clock can be believed; answers how many rows left. */
export function pruneHistory({ now, keepFor, most }: { now: number; keepFor: number; most: number }): Promise<number> {
  return transact('readwrite', async (transaction) => {
    const memories = transaction.objectStore('memory');
    const clock = lookAtClock(await memories.get('clock'), now);
    await memories.put(clock, 'clock');
    // A clock just set wrong would throw away everything, or what is newest.
    if (!isBelieved(clock)) return 0;
    const store = transaction.objectStore('assessments');
    const old = await store.index('byTime').count(before(now - keepFor));
    const excess = (await store.count()) - most;
    return removeFirst(transaction, Math.max(old, excess));
  });
}

const worthThinning = 100; // Fewer rows take less room than any disk has.

/** Removes a share (0…1) of the rows, the oldest; answers how many: none where there are too few to matter. */
export function removeOldest(share: number): Promise<number> {
  return transact('readwrite', async (transaction) => {
    const count = await transaction.objectStore('assessments').count();
    return count < worthThinning ? 0 : removeFirst(transaction, Math.ceil(count * share));
  });
}

const before = (moment: number) => IDBKeyRange.upperBound([moment], true);

async function removeFirst(transaction: HistoryTransaction<'readwrite'>, count: number): Promise<number> {
  if (count <= 0) return 0;
  const store = transaction.objectStore('assessments');
  const ids = await store.index('byTime').getAllKeys(null, count);
  await Promise.all(ids.map((id) => store.delete(id)));
  return ids.length;
}
