import type { Assessment, HistoryPage, HistoryPlace, HistoryQuery, HistorySort } from '../../core/assessment.ts';
import { withoutBookkeeping } from '../history-store.ts';
import { transact } from './connection.ts';
import type { HistorySchema, HistoryTransaction, StoredAssessment, Tally } from './schema.ts';
import { readTally } from './tallies.ts';

/** Rows read at once where each has to be looked at. */
const chunk = 1_000;

type IndexName = keyof HistorySchema['assessments']['indexes'];
type Direction = 'next' | 'prev';

/** One order of rows: an index, the part of it that is wanted, and what no index can say. */
interface Walk {
  index: IndexName;
  direction: Direction;
  range: IDBKeyRange | null;
  /** The tally of the rows in that part. */
  of: Tally['of'];
  matches: ((row: Assessment) => boolean) | undefined;
}

interface Request {
  query: HistoryQuery;
  /** What only the rows themselves can tell; absent where the indices answer everything. */
  matches: ((row: Assessment) => boolean) | undefined;
  limit: number;
  after: HistoryPlace | undefined;
}

/** The next rows of a query; the first page also counts. */
export function browseAssessments({ query, matches, limit, after }: Request): Promise<HistoryPage> {
  const walk = walkFor(query, matches);
  return transact('readonly', async (transaction) => {
    const { rows, found } = await takeRows(transaction, walk, limit, after);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      rows: rows.slice(0, limit).map(withoutBookkeeping),
      ...(last && { next: keyIn(walk.index, last) }),
      ...(!after && { count: await countRows(transaction, walk, found) }),
    };
  });
}

/** From the tallies, which take no longer for many rows than for few; counted where none are kept. */
async function countRows(transaction: HistoryTransaction<'readonly'>, { index, range, of }: Walk, found: number | undefined) {
  const [total, kept] = await Promise.all([readTally(transaction, ['rows']), readTally(transaction, of)]);
  if (total !== undefined) return { total, found: found ?? kept ?? 0 };
  const store = transaction.objectStore('assessments');
  const all = await store.count();
  return { total: all, found: found ?? (range ? await store.index(index).count(range) : all) };
}

/** The index that answers most of a query: level and institution by range where the order is by time, by looking otherwise. */
function walkFor({ sort, level, institution }: HistoryQuery, matches: Walk['matches']): Walk {
  const direction = sort === 'newest' || sort === 'visits' ? 'prev' : 'next';
  const wants = [
    institution !== '' && ((row: Assessment) => row.invokes === institution),
    level !== '' && ((row: Assessment) => row.level === level),
    matches,
  ].filter((want) => want !== undefined && want !== false);
  const byTime = sort === 'newest' || sort === 'oldest';
  const answered = byTime && (institution !== '' || level !== '') ? 1 : 0;
  const rest = wants.slice(answered);
  return {
    index: byTime ? (institution !== '' ? 'byInstitution' : level !== '' ? 'byLevel' : 'byTime') : ORDER[sort],
    direction,
    // An empty array sorts after every number and string: the end of all keys with this beginning.
    range: answered ? IDBKeyRange.bound([institution || level], [institution || level, []]) : null,
    of: answered ? (institution !== '' ? ['invoked', institution] : ['level', level]) : ['rows'],
    matches: rest.length === 0 ? undefined : (row) => rest.every((wanted) => wanted(row)),
  };
}

const ORDER: Record<Exclude<HistorySort, 'newest' | 'oldest'>, IndexName> = { visits: 'byVisits', host: 'byHost' };

/** Up to one row more than the limit, and on the first page of a search how many match. */
async function takeRows(
  transaction: HistoryTransaction<'readonly'>,
  { index, direction, range, matches }: Walk,
  limit: number,
  after: HistoryPlace | undefined,
): Promise<{ rows: StoredAssessment[]; found?: number }> {
  let rest = after ? beyond(range, direction, after) : range;
  if (!matches) return { rows: await readChunk(transaction, index, rest, direction, limit + 1) };
  const rows: StoredAssessment[] = [];
  let found = 0;
  for (;;) {
    const looked = await readChunk(transaction, index, rest, direction, chunk);
    const matching = looked.filter(matches);
    found += matching.length;
    rows.push(...matching.slice(0, limit + 1 - rows.length));
    const last = looked.at(-1);
    if (!last || looked.length < chunk || (after && rows.length > limit)) return { rows, found };
    rest = beyond(range, direction, keyIn(index, last));
  }
}

/** The first rows of a range in its direction. Cursors with values cost a round trip for each row, so only the far end is looked up with one. */
async function readChunk(
  transaction: HistoryTransaction<'readonly'>,
  name: IndexName,
  range: IDBKeyRange | null,
  direction: Direction,
  size: number,
): Promise<StoredAssessment[]> {
  const index = transaction.objectStore('assessments').index(name);
  if (direction === 'next') return index.getAll(range, size);
  const cursor = await index.openKeyCursor(range, 'prev');
  const far = size > 1 ? await cursor?.advance(size - 1) : cursor;
  const rows = await index.getAll(far ? upFrom(far.key, range) : range);
  return rows.reverse();
}

const upFrom = (lower: IDBValidKey, range: IDBKeyRange | null) =>
  range?.upper === undefined ? IDBKeyRange.lowerBound(lower) : IDBKeyRange.bound(lower, range.upper, false, range.upperOpen);

/** The part of a range that lies after a place. */
function beyond(range: IDBKeyRange | null, direction: Direction, place: HistoryPlace): IDBKeyRange {
  if (direction === 'next') {
    return range?.upper === undefined ? IDBKeyRange.lowerBound(place, true) : IDBKeyRange.bound(place, range.upper, true, range.upperOpen);
  }
  return range?.lower === undefined ? IDBKeyRange.upperBound(place, true) : IDBKeyRange.bound(range.lower, place, range.lowerOpen, true);
}

function keyIn(index: IndexName, { id, lastAt, level, invokes, visits, hostname }: StoredAssessment): HistoryPlace {
  switch (index) {
    case 'byLevel':
      return [level, lastAt, id];
    case 'byInstitution':
      return [invokes ?? '', lastAt, id];
    case 'byVisits':
      return [visits, lastAt, id];
    case 'byHost':
      return [hostname, lastAt, id];
    default:
      return [lastAt, id];
  }
}
