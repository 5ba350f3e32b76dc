import { openDB, type StoreNames } from 'idb';
import { browser } from 'wxt/browser';
import { addHistoryNotice } from './notices.ts';
import { type HistoryDatabase, type HistorySchema, type HistoryTransaction, historyVersion, migrate } from './schema.ts';

const stores: StoreNames<HistorySchema>[] = ['assessments', 'memory', 'tallies'];
const WHERE = 'historyDatabase';

/** Where the history lies. A damaged database keeps its name and its place; the next one gets the next number. */
interface Whereabouts {
  number: number;
  /** Whether a database with this number was ever made. */
  made: boolean;
}

let opened: Promise<HistoryDatabase> | undefined;

/** Runs work in one transaction: all of it is kept, or none. A connection that dies on the way is opened again and the work begun anew, so it must be repeatable. */
export async function transact<T, Mode extends 'readonly' | 'readwrite'>(
  mode: Mode,
  work: (transaction: HistoryTransaction<Mode>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(await open(), mode, work);
    } catch (error) {
      if (tries > 2 || !isLost(error)) throw error;
      closeHistory();
    }
  }
}

async function attempt<T, Mode extends 'readonly' | 'readwrite'>(
  database: HistoryDatabase,
  mode: Mode,
  work: (transaction: HistoryTransaction<Mode>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, mode, { durability: 'strict' }) as HistoryTransaction<Mode>;
  const done = transaction.done;
  // Waited for below; an abort before that must not count as unhandled.
  done.catch(() => undefined);
  try {
    const value = await work(transaction);
    await done;
    return value;
  } catch (error) {
    // A request that fell with its transaction does not know why the transaction fell.
    const why = transaction.error ?? error;
    abort(transaction);
    throw why;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

/** The database, opened once; made anew under the next number where it is damaged. */
function open(): Promise<HistoryDatabase> {
  if (!opened) {
    const opening = openSound();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
  }
  return opened;
}

/** Lets go of the connection; the next request opens it again. */
export function closeHistory(): void {
  void opened?.then(
    (database) => database.close(),
    () => undefined,
  );
  opened = undefined;
}

async function openSound(): Promise<HistoryDatabase> {
  const where = await readWhereabouts();
  try {
    return await openNumber(where);
  } catch (error) {
    if (isInnocent(error)) throw error;
    console.warn('The history could not be opened:', String(error));
  }
  try {
    // Once more: what a busy disk refused must not cost the history.
    return await openNumber(where);
  } catch (error) {
    if (isInnocent(error)) throw error;
    const database = await openNumber({ number: where.number + 1, made: false });
    await addHistoryNotice({ kind: 'setAside', at: Date.now() });
    return database;
  }
}

async function openNumber({ number, made }: Whereabouts): Promise<HistoryDatabase> {
  let lost = false;
  const database: HistoryDatabase = await openDB<HistorySchema>(nameOf(number), historyVersion, {
    upgrade(raw, from, _to, transaction) {
      // The request that opens tells of a failure too.
      transaction.done.catch(() => undefined);
      lost = from === 0 && made;
      migrate(raw as unknown as IDBDatabase, transaction as unknown as IDBTransaction, from);
    },
    blocking: closeHistory,
    terminated() {
      opened = undefined;
    },
  });
  try {
    await probe(database);
  } catch (error) {
    database.close();
    throw error;
  }
  if (lost) await addHistoryNotice({ kind: 'lost', at: Date.now() });
  if (!made) await browser.storage.local.set({ [WHERE]: { number, made: true } });
  return database;
}

/** Reads both ends: a database that opens and cannot be read is damaged too. */
async function probe(database: HistoryDatabase): Promise<void> {
  const transaction = database.transaction(stores);
  transaction.done.catch(() => undefined);
  const times = transaction.objectStore('assessments').index('byTime');
  await Promise.all([
    times.openCursor(null, 'prev'),
    times.openCursor(),
    transaction.objectStore('memory').count(),
    transaction.objectStore('tallies').openCursor(),
  ]);
}

const nameOf = (number: number) => (number === 1 ? 'history' : `history-${number}`);

async function readWhereabouts(): Promise<Whereabouts> {
  const stored = await browser.storage.local.get(WHERE);
  const where = stored[WHERE] as Partial<Whereabouts> | undefined;
  return Number.isSafeInteger(where?.number) ? { number: where?.number ?? 1, made: where?.made === true } : { number: 1, made: false };
}

const nameOfError = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : '');

/** Whether the connection, not the work, was at fault. */
const isLost = (error: unknown) =>
  ['AbortError', 'InvalidStateError', 'UnknownError', 'NotFoundError', 'TransactionInactiveError'].includes(nameOfError(error));

/** Whether the browser has no room left for us. */
export const isFull = (error: unknown) => nameOfError(error) === 'QuotaExceededError';

/** Whether the database itself need not be damaged: the disk is full, or the connection was taken away. */
const isInnocent = (error: unknown) => isFull(error) || ['AbortError', 'InvalidStateError'].includes(nameOfError(error));
