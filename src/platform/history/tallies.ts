import { isFull, transact } from './connection.ts';
import type { HistoryTransaction, StoredAssessment, Tally } from './schema.ts';

const HOUR = 60 * 60 * 1000;
/** Rows read at once when they are counted anew. */
const chunk = 1_000;

/** The hour since 1970 in whose tally a moment counts: small enough that a reader's weeks begin at the reader's midnight. */
export const hourOf = (moment: number) => Math.floor(moment / HOUR);

/** When an hour's tally begins, in ms since 1970. */
export const startOfHour = (hour: number) => hour * HOUR;

/** Keeps the tallies true while rows go and come in the same transaction. Where none are kept nothing is done: the next reader counts. */
export async function tally(
  transaction: HistoryTransaction<'readwrite'>,
  { gone = [], come = [] }: { gone?: readonly StoredAssessment[]; come?: readonly StoredAssessment[] },
): Promise<void> {
  if ((await readTally(transaction, ['rows'])) === undefined) return;
  const sums = new Map<string, Tally>();
  addUp(sums, gone, -1);
  addUp(sums, come, 1);
  const changes = [...sums.values()].filter(({ count }) => count !== 0);
  const kept = await Promise.all(changes.map(({ of }) => readTally(transaction, of)));
  const tallies = changes.map(({ of, count }, index) => ({ of, count: (kept[index] ?? 0) + count }));
  // Fewer than none: what was kept was not true, and nobody may go on from it.
  if (tallies.some(({ count }) => count < 0)) return forgetTallies(transaction);
  const store = transaction.objectStore('tallies');
  await Promise.all(tallies.map((one) => (one.count > 0 || one.of[0] === 'rows' ? store.put(one) : store.delete(one.of))));
}

/** One tally; undefined where there is none of this kind, or none are kept. */
export async function readTally<Mode extends IDBTransactionMode>(
  transaction: HistoryTransaction<Mode>,
  of: Tally['of'],
): Promise<number | undefined> {
  return (await transaction.objectStore('tallies').get(of))?.count;
}

/** Lets go of the tallies without writing anything: a full disk allows no more. */
export async function forgetTallies(transaction: HistoryTransaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('tallies').clear();
}

/** Notes in the tallies that rows are gone. */
export type Account = (transaction: HistoryTransaction<'readwrite'>, gone: readonly StoredAssessment[]) => Promise<void>;

/** Does work that removes rows and hands each to `account`. A full disk lets us delete and write nothing: there the work is done without room, and without the tallies. */
export async function removing<T>(work: (account: Account, hasRoom: boolean) => Promise<T>): Promise<T> {
  try {
    return await work((transaction, gone) => tally(transaction, { gone }), true);
  } catch (error) {
    if (!isFull(error)) throw error;
    return work(forgetTallies, false);
  }
}

/** Counts every row, and keeps the tallies where there is room for them. */
export async function countAnew(): Promise<Tally[]> {
  try {
    return await transact('readwrite', async (transaction) => {
      const tallies = await countRows(transaction);
      await forgetTallies(transaction);
      await Promise.all(tallies.map((one) => transaction.objectStore('tallies').put(one)));
      return tallies;
    });
  } catch (error) {
    if (!isFull(error)) throw error;
    return transact('readonly', countRows);
  }
}

async function countRows<Mode extends IDBTransactionMode>(transaction: HistoryTransaction<Mode>): Promise<Tally[]> {
  const sums = new Map<string, Tally>([['rows', { of: ['rows'], count: 0 }]]);
  for (let range: IDBKeyRange | null = null; ; ) {
    const rows: StoredAssessment[] = await transaction.objectStore('assessments').getAll(range, chunk);
    addUp(sums, rows, 1);
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return [...sums.values()];
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

function addUp(sums: Map<string, Tally>, rows: readonly StoredAssessment[], by: 1 | -1): void {
  for (const of of rows.flatMap(countsFor)) {
    const key = of.join(' ');
    sums.set(key, { of, count: (sums.get(key)?.count ?? 0) + by });
  }
}

/** What a row counts for. */
const countsFor = ({ level, invokes, lastAt }: StoredAssessment): Tally['of'][] => [
  ['rows'],
  ['level', level],
  ['hour', hourOf(lastAt), level],
  ...(invokes === undefined ? [] : [['invoked', invokes]]),
];
