import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ReportEvent } from '../core/report/event.ts';
import { firstPace, KEPT_FOR, MOST_EVENTS, type Pace } from '../core/report/pace.ts';

interface QueueSchema extends DBSchema {
  events: { key: number; value: { at: number; event: ReportEvent }; indexes: { byTime: number } };
  notes: { key: 'state'; value: QueueState };
}

/** What the queue remembers besides its events. */
export interface QueueState {
  /** A random number of this installation; a new one whenever reporting begins anew. */
  installation: string;
  pace: Pace;
  /** Events that left unsent: too many, too old, or refused. */
  lost: number;
  /** The policy that a status has told of. */
  policy?: string;
  sentAt?: number;
  /** Why the last attempt failed. */
  failure?: string;
}

/** Events that wait to be sent, oldest first, on the user's own disk. */
export interface EventQueue {
  append(event: ReportEvent, at: number): Promise<void>;
  /** The next events to send; those that waited too long are gone. */
  peek(limit: number, now: number): Promise<{ key: number; event: ReportEvent }[]>;
  remove(keys: readonly number[], asLost?: boolean): Promise<void>;
  size(): Promise<{ length: number; oldest: number | undefined }>;
  state(): Promise<QueueState>;
  note(changes: Partial<Omit<QueueState, 'installation' | 'lost'>>): Promise<void>;
  /** Forgets everything, the installation's number too. */
  clear(): Promise<void>;
}

/** The queue in this browser's IndexedDB; every change is one transaction, so a browser killed in between loses none and doubles none. */
export function openEventQueue(name = 'reports'): EventQueue {
  let opened: Promise<IDBPDatabase<QueueSchema>> | undefined;
  const open = () => {
    opened ??= openDB<QueueSchema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('events', { autoIncrement: true }).createIndex('byTime', 'at');
        database.createObjectStore('notes');
      },
      terminated: () => (opened = undefined),
    });
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const change = async () => (await open()).transaction(['events', 'notes'], 'readwrite', { durability: 'strict' });
  type Change = Awaited<ReturnType<typeof change>>;

  const stateIn = async (transaction: Change): Promise<QueueState> => {
    const notes = transaction.objectStore('notes');
    const known = await notes.get('state');
    if (known) return known;
    const fresh: QueueState = { installation: crypto.randomUUID(), pace: firstPace, lost: 0 };
    await notes.put(fresh, 'state');
    return fresh;
  };
  const lose = async (transaction: Change, keys: readonly number[]) => {
    if (keys.length === 0) return;
    const state = await stateIn(transaction);
    for (const key of keys) await transaction.objectStore('events').delete(key);
    await transaction.objectStore('notes').put({ ...state, lost: state.lost + keys.length }, 'state');
  };

  return {
    async append(event, at) {
      const transaction = await change();
      const events = transaction.objectStore('events');
      await events.add({ at, event });
      const excess = (await events.count()) - MOST_EVENTS;
      if (excess > 0) await lose(transaction, await events.getAllKeys(null, excess));
      await transaction.done;
    },
    async peek(limit, now) {
      const transaction = await change();
      const events = transaction.objectStore('events');
      await lose(transaction, await events.index('byTime').getAllKeys(IDBKeyRange.upperBound(now - KEPT_FOR)));
      const keys = await events.getAllKeys(null, limit);
      const rows = await events.getAll(null, limit);
      await transaction.done;
      return rows.flatMap(({ event }, at) => (keys[at] === undefined ? [] : [{ key: keys[at], event }]));
    },
    async remove(keys, asLost = false) {
      const transaction = await change();
      if (asLost) await lose(transaction, keys);
      else for (const key of keys) await transaction.objectStore('events').delete(key);
      await transaction.done;
    },
    async size() {
      const transaction = (await open()).transaction('events');
      const [length, cursor] = [await transaction.store.count(), await transaction.store.index('byTime').openCursor()];
      return { length, oldest: cursor?.value.at };
    },
    async state() {
      const transaction = await change();
      const state = await stateIn(transaction);
      await transaction.done;
      return state;
    },
    async note({ failure, ...changes }) {
      const transaction = await change();
      const { failure: _, ...state } = await stateIn(transaction);
      await transaction.objectStore('notes').put({ ...state, ...changes, ...(failure !== undefined && { failure }) }, 'state');
      await transaction.done;
    },
    async clear() {
      const transaction = await change();
      await Promise.all([transaction.objectStore('events').clear(), transaction.objectStore('notes').clear(), transaction.done]);
    },
  };
}
