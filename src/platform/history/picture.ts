import type { HistoryPicture } from '../../core/assessment.ts';
import { transact } from './connection.ts';
import type { HistoryTransaction, Tally } from './schema.ts';
import { countAnew, hourOf, readTally, startOfHour } from './tallies.ts';

/** Counts the warnings between each edge and the next (ms since 1970, rising, on the hour), and the institutions of all rows. Reads tallies only. */
export async function drawHistory(edges: readonly number[]): Promise<HistoryPicture> {
  const tallies = (await transact('readonly', (transaction) => readTallies(transaction, edges))) ?? (await countAnew());
  const spans = edges.slice(0, -1).map((from) => ({ from, danger: 0, caution: 0 }));
  const institutions: HistoryPicture['institutions'] = [];
  for (const { of, count } of tallies) {
    const [what, which, level] = of;
    if (what === 'invoked') institutions.push({ id: String(which), count });
    else if (what === 'hour' && (level === 'danger' || level === 'caution')) {
      const begins = startOfHour(Number(which));
      const span = begins < (edges.at(-1) ?? 0) ? spans.findLast(({ from }) => from <= begins) : undefined;
      if (span) span[level] += count;
    }
  }
  return { spans, institutions: institutions.sort((one, other) => other.count - one.count) };
}

/** What a picture between these edges needs; undefined where no tallies are kept. */
async function readTallies(transaction: HistoryTransaction<'readonly'>, edges: readonly number[]): Promise<Tally[] | undefined> {
  if ((await readTally(transaction, ['rows'])) === undefined) return undefined;
  const store = transaction.objectStore('tallies');
  const hours = store.getAll(IDBKeyRange.bound(['hour', hourOf(edges[0] ?? 0)], ['hour', hourOf(edges.at(-1) ?? 0)]));
  const invoked = store.getAll(IDBKeyRange.bound(['invoked'], ['invoked', []]));
  return (await Promise.all([hours, invoked])).flat();
}
