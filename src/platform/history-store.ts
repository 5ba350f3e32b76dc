import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Assessment, Decision } from '../core/assessment.ts';

interface HistorySchema extends DBSchema {
  assessments: { key: string; value: Assessment; indexes: { byLast: number; byUrl: string } };
}

/** How long visits to one page count as one row: a day. */
const MERGE_WITHIN = 24 * 60 * 60 * 1000;

let opened: Promise<IDBPDatabase<HistorySchema>> | undefined;

function open(): Promise<IDBPDatabase<HistorySchema>> {
  opened ??= openDB<HistorySchema>('history', 1, {
    upgrade(database) {
      const store = database.createObjectStore('assessments', { keyPath: 'id' });
      store.createIndex('byLast', 'lastAt');
      store.createIndex('byUrl', 'url');
    },
    terminated() {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Records an assessment; a page seen within the last day keeps its row, with the graver level and one visit more if `newVisit`. Answers the row's id. */
export async function recordAssessment(
  assessment: Omit<Assessment, 'id' | 'firstAt' | 'visits' | 'decisions'>,
  newVisit: boolean,
  newId: string,
): Promise<string> {
  const transaction = (await open()).transaction('assessments', 'readwrite', { durability: 'strict' });
  const rows = await transaction.store.index('byUrl').getAll(assessment.url);
  const known = rows.filter(({ lastAt }) => assessment.lastAt - lastAt < MERGE_WITHIN).sort((one, other) => other.lastAt - one.lastAt)[0];
  const row: Assessment = known
    ? {
        ...known,
        ...(known.level === 'danger' && assessment.level === 'caution' ? { lastAt: assessment.lastAt } : assessment),
        visits: known.visits + (newVisit ? 1 : 0),
      }
    : { ...assessment, id: newId, firstAt: assessment.lastAt, visits: 1, decisions: [] };
  await transaction.store.put(row);
  await transaction.done;
  return row.id;
}

/** Adds what the visitor did to an assessment; false where the row is gone. */
export async function addDecision(id: string, decision: Decision): Promise<boolean> {
  const transaction = (await open()).transaction('assessments', 'readwrite', { durability: 'strict' });
  const row = await transaction.store.get(id);
  if (row) await transaction.store.put({ ...row, decisions: [...row.decisions, decision].slice(-50) });
  await transaction.done;
  return row !== undefined;
}

/** One assessment, if it is still kept. */
export async function findAssessment(id: string): Promise<Assessment | undefined> {
  return (await open()).get('assessments', id);
}

/** Every assessment, the newest first. */
export async function listAssessments(): Promise<Assessment[]> {
  return (await (await open()).getAllFromIndex('assessments', 'byLast')).reverse();
}

/** Deletes assessments; answers how many there were. */
export async function deleteAssessments(ids: readonly string[]): Promise<number> {
  const transaction = (await open()).transaction('assessments', 'readwrite', { durability: 'strict' });
  let deleted = 0;
  for (const id of ids) {
    if ((await transaction.store.getKey(id)) === undefined) continue;
    await transaction.store.delete(id);
    deleted++;
  }
  await transaction.done;
  return deleted;
}

/** Deletes everything; answers how many rows there were. */
export async function clearHistory(): Promise<number> {
  const transaction = (await open()).transaction('assessments', 'readwrite', { durability: 'strict' });
  const count = await transaction.store.count();
  await transaction.store.clear();
  await transaction.done;
  return count;
}

/** Keeps the newest `most` rows and nothing older than `before` (ms since 1970). */
export async function pruneHistory(before: number, most: number): Promise<number> {
  const transaction = (await open()).transaction('assessments', 'readwrite');
  let excess = (await transaction.store.count()) - most;
  let pruned = 0;
  for (let cursor = await transaction.store.index('byLast').openCursor(); cursor; cursor = await cursor.continue()) {
    if (excess <= 0 && cursor.value.lastAt >= before) break;
    await cursor.delete();
    excess--;
    pruned++;
  }
  await transaction.done;
  return pruned;
}
