import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Assessment } from '../../core/assessment.ts';
import type { ClockMemory } from './clock.ts';

/** A row as it lies in the database: the assessment and the last visit counted in it, so that none counts twice. */
export interface StoredAssessment extends Assessment {
  visitId?: string;
}

/** How many rows there are of a kind: of all (`rows`), of a level, of an hour and a level, of those that invoke an institution. Kept beside the rows, because counting them takes as long as there are many. */
export interface Tally {
  of: (string | number)[];
  count: number;
}

/** The history's database as it is now. Index keys end in the id, so that each is one place in one order. */
export interface HistorySchema extends DBSchema {
  assessments: {
    key: string;
    value: StoredAssessment;
    indexes: {
      byUrl: string;
      byTime: [number, string];
      byLevel: [string, number, string];
      byInstitution: [string, number, string];
      byVisits: [number, number, string];
      byHost: [string, number, string];
    };
  };
  memory: { key: string; value: ClockMemory };
  tallies: { key: Tally['of']; value: Tally };
}
export type HistoryDatabase = IDBPDatabase<HistorySchema>;
export type HistoryTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], Mode>;

/** How one version becomes the next: `migrations[n]` leads from version n to n + 1. A released one is never changed. */
const migrations: readonly ((database: IDBDatabase, transaction: IDBTransaction) => void)[] = [
  (database) => {
    const store = database.createObjectStore('assessments', { keyPath: 'id' });
    store.createIndex('byLast', 'lastAt');
    store.createIndex('byUrl', 'url');
  },
  (database, transaction) => {
    const store = transaction.objectStore('assessments');
    store.deleteIndex('byLast');
    store.createIndex('byTime', ['lastAt', 'id']);
    store.createIndex('byLevel', ['level', 'lastAt', 'id']);
    store.createIndex('byInstitution', ['invokes', 'lastAt', 'id']);
    store.createIndex('byVisits', ['visits', 'lastAt', 'id']);
    store.createIndex('byHost', ['hostname', 'lastAt', 'id']);
    database.createObjectStore('memory');
  },
  // Empty: whoever first wants to know counts, and a full disk has room for that.
  (database) => database.createObjectStore('tallies', { keyPath: 'of' }),
];

/** The version that this program writes. */
export const historyVersion = migrations.length;

/** Leads a database of any earlier version to the present one, within the transaction that the browser opened for it. */
export function migrate(database: IDBDatabase, transaction: IDBTransaction, from: number): void {
  for (const step of migrations.slice(from)) step(database, transaction);
}
