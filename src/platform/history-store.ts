import {
  type Assessment,
  type Decision,
  isSameDay,
  mergeCopies,
  mergeVisit,
  type SeenAssessment,
  withDecision,
} from '../core/assessment.ts';
import { transact } from './history/connection.ts';
import { makingRoom } from './history/make-room.ts';
import type { StoredAssessment } from './history/schema.ts';
import { forgetTallies, removing, tally } from './history/tallies.ts';

/**
 * Records an assessment and answers its row's id. A page seen within the last day keeps its row, with the graver level and one visit more if `newVisit`.
 * `newId` is for a new row; `visitId` names this visit: recorded again under the same one, it counts once.
 */
export function recordAssessment(seen: SeenAssessment, newVisit: boolean, newId: string, visitId = newId): Promise<string> {
  return makingRoom(() =>
    transact('readwrite', async (transaction) => {
      const store = transaction.objectStore('assessments');
      const rows = await store.index('byUrl').getAll(seen.url);
      const known = rows
        .filter((row) => row.id === newId || row.visitId === visitId || isSameDay(row, seen.lastAt))
        .sort((one, other) => other.lastAt - one.lastAt)[0];
      const counted = known?.id === newId || known?.visitId === visitId;
      const row: StoredAssessment = known
        ? { ...mergeVisit(known, seen, newVisit && !counted), ...(newVisit && { visitId }) }
        : { ...seen, id: newId, visitId, firstAt: seen.lastAt, visits: 1, decisions: [] };
      const replaced = known ?? (await store.get(newId));
      await store.put(row);
      await tally(transaction, { gone: replaced ? [replaced] : [], come: [row] });
      return row.id;
    }),
  );
}

/** Adds what the visitor did to an assessment, once; false where the row is gone. */
export function addDecision(id: string, decision: Decision): Promise<boolean> {
  return makingRoom(() =>
    transact('readwrite', async (transaction) => {
      const store = transaction.objectStore('assessments');
      const row = await store.get(id);
      if (row) await store.put({ ...row, decisions: withDecision(row.decisions, decision) });
      return row !== undefined;
    }),
  );
}

/** Puts rows back or in, all or none: a row that is here already is merged with its copy and not doubled. Answers how many were new. */
export function importAssessments(rows: readonly Assessment[]): Promise<number> {
  return transact('readwrite', async (transaction) => {
    const store = transaction.objectStore('assessments');
    const known = await Promise.all(rows.map(({ id }) => store.get(id)));
    const merged = new Map<string, StoredAssessment>();
    for (const [index, row] of rows.entries()) {
      const before = merged.get(row.id) ?? known[index];
      merged.set(row.id, before ? mergeCopies(before, row) : row);
    }
    const come = [...merged.values()];
    await Promise.all(come.map((row) => store.put(row)));
    const gone = new Map(known.flatMap((row) => (row ? [[row.id, row]] : [])));
    await tally(transaction, { gone: [...gone.values()], come });
    return new Set(rows.filter((_, index) => !known[index]).map(({ id }) => id)).size;
  });
}

/** One assessment, if it is still kept. */
export async function findAssessment(id: string): Promise<Assessment | undefined> {
  const row = await transact('readonly', (transaction) => transaction.objectStore('assessments').get(id));
  return row && withoutBookkeeping(row);
}

/** The newest assessment of a page, if one is kept. */
export async function findNewestOf(url: string): Promise<Assessment | undefined> {
  const rows = await transact('readonly', (transaction) => transaction.objectStore('assessments').index('byUrl').getAll(url));
  const newest = rows.sort((one, other) => other.lastAt - one.lastAt)[0];
  return newest && withoutBookkeeping(newest);
}

/** Every assessment, the newest first. */
export async function listAssessments(): Promise<Assessment[]> {
  const rows = await transact('readonly', (transaction) => transaction.objectStore('assessments').index('byTime').getAll());
  return rows.reverse().map(withoutBookkeeping);
}

/** Deletes assessments, all or none; answers how many there were. */
export function deleteAssessments(ids: readonly string[]): Promise<number> {
  return removing((account) =>
    transact('readwrite', async (transaction) => {
      const store = transaction.objectStore('assessments');
      const there = await Promise.all([...new Set(ids)].map((id) => store.get(id)));
      const gone = there.filter((row) => row !== undefined);
      await Promise.all(gone.map(({ id }) => store.delete(id)));
      await account(transaction, gone);
      return gone.length;
    }),
  );
}

/** Deletes everything; answers how many rows there were. */
export function clearHistory(): Promise<number> {
  return transact('readwrite', async (transaction) => {
    const store = transaction.objectStore('assessments');
    const count = await store.count();
    await store.clear();
    await forgetTallies(transaction);
    return count;
  });
}

/** The assessment as everybody else knows it. */
export function withoutBookkeeping({ visitId: _, ...assessment }: StoredAssessment): Assessment {
  return assessment;
}
