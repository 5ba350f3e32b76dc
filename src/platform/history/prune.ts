import { isBelieved, lookAtClock } from './clock.ts';
import { transact } from './connection.ts';
import type { HistoryTransaction } from './schema.ts';
import { type Account, forgetTallies, readTally, removing } from './tallies.ts';

/** Keeps the newest `most` rows and nothing older than `keepFor` ms, once the clock can be believed; answers how many rows left. */
export function pruneHistory({ now, keepFor, most }: { now: number; keepFor: number; most: number }): Promise<number> {
  return removing((account, hasRoom) =>
    transact('readwrite', async (transaction) => {
      const memories = transaction.objectStore('memory');
      const clock = lookAtClock(await memories.get('clock'), now);
      if (hasRoom) await memories.put(clock, 'clock');
      // A clock just set wrong would throw away everything, or what is newest.
      if (!isBelieved(clock)) return 0;
      const store = transaction.objectStore('assessments');
      const old = await store.index('byTime').count(before(now - keepFor));
      const rows = await store.count();
      // A look at what the pages are told, for whatever reason it should be wrong.
      if ((await readTally(transaction, ['rows'])) !== rows) await forgetTallies(transaction);
      return removeFirst(transaction, Math.max(old, rows - most), account);
    }),
  );
}

const chunk = 1_000; // Rows in memory at a time: a hundred thousand would be too much.
const worthThinning = 100; // Fewer rows take less room than any disk has.

/** Removes a share (0…1) of the rows, the oldest; answers how many: none where there are too few to matter. */
export function removeOldest(share: number): Promise<number> {
  return transact('readwrite', async (transaction) => {
    const count = await transaction.objectStore('assessments').count();
    if (count < worthThinning) return 0;
    // Without the tallies: this is for a disk that lets us write nothing.
    return removeFirst(transaction, Math.ceil(count * share), forgetTallies);
  });
}

const before = (moment: number) => IDBKeyRange.upperBound([moment], true);

async function removeFirst(transaction: HistoryTransaction<'readwrite'>, count: number, account: Account): Promise<number> {
  const store = transaction.objectStore('assessments');
  for (let removed = 0; ; ) {
    const rows = removed < count ? await store.index('byTime').getAll(null, Math.min(chunk, count - removed)) : [];
    if (rows.length === 0) return removed;
    await Promise.all(rows.map(({ id }) => store.delete(id)));
    await account(transaction, rows);
    removed += rows.length;
  }
}
