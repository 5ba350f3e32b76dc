import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Assessment, Decision } from '../../../src/core/assessment.ts';
import { browseAssessments } from '../../../src/platform/history/browse.ts';
import { closeHistory } from '../../../src/platform/history/connection.ts';
import { drawHistory } from '../../../src/platform/history/picture.ts';
import { removeOldest } from '../../../src/platform/history/prune.ts';
import {
  addDecision,
  clearHistory,
  deleteAssessments,
  importAssessments,
  listAssessments,
  recordAssessment,
} from '../../../src/platform/history-store.ts';
import { anAssessment } from '../../ui/samples.ts';

const HOUR = 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 1);

type Operation =
  | { do: 'record'; page: number; hour: number; level: 'caution' | 'danger'; isNew: boolean }
  | { do: 'decide'; pick: number; at: number }
  | { do: 'delete'; picks: number[] }
  | { do: 'import'; pick: number }
  | { do: 'clear' };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      page: fc.nat(5),
      hour: fc.nat(200),
      level: fc.constantFrom('caution', 'danger'),
      isNew: fc.boolean(),
    }),
  },
  { weight: 30, arbitrary: fc.record({ do: fc.constant('decide' as const), pick: fc.nat(20), at: fc.nat(10) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('delete' as const), picks: fc.array(fc.nat(20), { maxLength: 3 }) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('import' as const), pick: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'clear' as const }) },
) as fc.Arbitrary<Operation>;

/** When, in turns of the event loop after a request was made, its connection dies; none for -1. */
const deadly = fc.array(fc.record({ operation, dies: fc.oneof(fc.constant(-1), fc.nat(7)), settles: fc.boolean() }), {
  minLength: 40,
  maxLength: 60,
});

// The browser's own hand on the connections: what it opened, and what runs in it.
const databases = new Set<IDBDatabase>();
const running = new Set<IDBTransaction>();
const begin = IDBDatabase.prototype.transaction;
vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...parameters) {
  const transaction = begin.apply(this, parameters);
  databases.add(this);
  running.add(transaction);
  for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => running.delete(transaction));
  return transaction;
});

/** Takes the connection away as a dying browser process does: what runs is undone, nothing can begin. */
function cutConnection(): void {
  for (const transaction of running) {
    try {
      transaction.abort();
    } catch {
      // It was kept a moment ago, and only its event is on the way.
    }
  }
  for (const database of databases) forceCloseDatabase(database as never);
  running.clear();
  databases.clear();
}

const aTurn = () => new Promise<void>((done) => setImmediate(done));
const { id: _, firstAt: __, visits: ___, decisions: ____, ...sample } = anAssessment();
const newer = (one: Assessment, other: Assessment) => other.lastAt - one.lastAt || (one.id < other.id ? 1 : -1);

/** What the history should hold, said as plainly as possible. */
class Model {
  rows: Assessment[] = [];

  record(seen: typeof sample, isNew: boolean, id: string): void {
    const at = seen.lastAt;
    const near = this.rows
      .filter((row) => row.url === seen.url && at - row.lastAt < 24 * HOUR && row.firstAt - at < 24 * HOUR)
      .sort((one, other) => other.lastAt - one.lastAt || (one.id < other.id ? -1 : 1))[0];
    if (!near) {
      this.rows.push({ ...seen, id, firstAt: at, visits: 1, decisions: [] });
      return;
    }
    if (!(near.level === 'danger' && seen.level === 'caution')) Object.assign(near, { level: seen.level, title: seen.title });
    near.firstAt = Math.min(near.firstAt, at);
    near.lastAt = Math.max(near.lastAt, at);
    if (isNew) near.visits++;
  }

  decide(id: string | undefined, decision: Decision): void {
    const row = this.rows.find((known) => known.id === id);
    if (row && !row.decisions.some(({ at }) => at === decision.at)) row.decisions.push(decision);
  }
}

async function perform(one: Operation, turn: number, model: Model): Promise<() => void> {
  const idAt = (pick: number) => model.rows[pick % Math.max(1, model.rows.length)]?.id;
  switch (one.do) {
    case 'record': {
      const url = `https://pos-banli.example/${one.page}`;
      const invokes = one.page > 3 ? {} : { invokes: one.page > 1 ? 'lakala' : 'huifu' };
      const seen = { ...sample, ...invokes, url, level: one.level, title: `turn ${turn}`, lastAt: start + one.hour * HOUR };
      await recordAssessment(seen, one.isNew, `id-${turn}`);
      return () => model.record(seen, one.isNew, `id-${turn}`);
    }
    case 'decide': {
      const decision: Decision = { kind: 'left', at: start + one.at };
      await addDecision(idAt(one.pick) ?? 'nobody', decision);
      return () => model.decide(idAt(one.pick), decision);
    }
    case 'delete': {
      const ids = one.picks.map(idAt).filter((id) => id !== undefined);
      await deleteAssessments(ids);
      return () => {
        model.rows = model.rows.filter(({ id }) => !ids.includes(id));
      };
    }
    case 'import': {
      const row = model.rows[one.pick % Math.max(1, model.rows.length)];
      await importAssessments(row ? [row, row] : []);
      return () => undefined;
    }
    case 'clear':
      await clearHistory();
      return () => {
        model.rows = [];
      };
  }
}

test('thousands of operations with the connection cut at any moment: nothing acknowledged is lost, doubled or half-written', async () => {
  const counted = { operations: 0, cuts: 0, merges: 0 };
  await fc.assert(
    fc.asyncProperty(deadly, async (steps) => {
      closeHistory();
      await deleteDB('history');
      fakeBrowser.reset();
      const model = new Model();
      // From here on tallies are kept.
      await drawHistory([]);
      for (const [turn, { operation: one, dies, settles }] of steps.entries()) {
        const done = perform(one, turn, model);
        if (dies >= 0) {
          for (let wait = 0; wait < dies; wait++) await aTurn();
          if (running.size > 0) counted.cuts++;
          cutConnection();
        }
        const before = model.rows.length;
        (await done)();
        counted.operations++;
        if (one.do === 'record' && model.rows.length === before) counted.merges++;
        // A second request for the same thing, as after an answer that never arrived.
        if (settles && one.do === 'record') await perform(one, turn, model);
        if (turn % 10 === 9) await expectHeld(model.rows);
      }
      await expectHeld(model.rows);
    }),
    { seed: 20_261_122, numRuns: 120, endOnFailure: true },
  );
  expect(counted.operations).toBeGreaterThan(5_000);
  expect(counted.cuts).toBeGreaterThan(500);
  expect(counted.merges).toBeGreaterThan(300);
});

const byName = (one: { id: string }, other: { id: string }) => compare(one.id, other.id);
const days = Array.from({ length: 11 }, (_unused, day) => start + day * 24 * HOUR);
const countIn = (rows: Assessment[], wanted: Partial<Assessment>) =>
  rows.filter((row) => Object.entries(wanted).every(([key, value]) => row[key as keyof Assessment] === value)).length;

/** The history holds these rows, and says of them how many there are. */
async function expectHeld(rows: Assessment[]): Promise<void> {
  for (const level of ['', 'danger', 'caution'] as const) {
    const query = { words: '', level, institution: '', decision: '' as const, sort: 'newest' as const };
    const { count } = await browseAssessments({ query, matches: undefined, limit: 3, after: undefined });
    expect(count).toEqual({ total: rows.length, found: level === '' ? rows.length : countIn(rows, { level }) });
  }
  const { spans, institutions } = await drawHistory(days);
  expect(spans).toEqual(
    days.slice(0, -1).map((from) => {
      const ofDay = rows.filter(({ lastAt }) => lastAt >= from && lastAt < from + 24 * HOUR);
      return { from, danger: countIn(ofDay, { level: 'danger' }), caution: countIn(ofDay, { level: 'caution' }) };
    }),
  );
  const invoked = ['lakala', 'huifu'].map((id) => ({ id, count: countIn(rows, { invokes: id }) })).filter(({ count }) => count > 0);
  expect(institutions.toSorted(byName)).toEqual(invoked.toSorted(byName));
  expect(await listAssessments()).toEqual(rows.toSorted(newer));
}

test('pages put together are what one look would show, in every order, under every filter, from every size of page', async () => {
  await clearHistory();
  const rows = Array.from({ length: 1_100 }, (_unused, index) =>
    anAssessment({
      id: `row-${(index * 37) % 1_100}`,
      hostname: `pos-${index % 50}.example`,
      firstAt: start,
      lastAt: start + (index % 350) * HOUR,
      level: index % 3 === 0 ? 'caution' : 'danger',
      visits: 1 + (index % 11),
      ...(index % 4 > 0 && { invokes: index % 4 === 1 ? 'lakala' : 'huifu' }),
    }),
  );
  await importAssessments(rows);
  for (const sort of ['newest', 'oldest', 'visits', 'host'] as const) {
    // Counted row by row at first, then from the tallies.
    if (sort === 'oldest') await drawHistory([]);
    for (const [level, institution, size] of [
      ['', '', 97],
      ['danger', '', 500],
      ['', 'lakala', 33],
      ['caution', 'huifu', 2],
    ] as const) {
      for (const matches of [undefined, ({ visits }: Assessment) => visits === 3]) {
        const query = { words: '', level, institution, decision: '' as const, sort };
        const wanted = rows.filter(
          (row) => (level === '' || row.level === level) && (institution === '' || row.invokes === institution) && (matches?.(row) ?? true),
        );
        const first = await browseAssessments({ query, matches, limit: size, after: undefined });
        const shown = [...first.rows];
        for (let { next } = first, turn = 0; next && turn < 4; turn++) {
          const page = await browseAssessments({ query, matches, limit: size, after: next });
          shown.push(...page.rows);
          next = page.next;
        }
        expect(first.count).toEqual({ found: wanted.length, total: rows.length });
        expect(shown.map(({ id }) => id)).toEqual(
          wanted
            .toSorted(orders[sort])
            .map(({ id }) => id)
            .slice(0, shown.length),
        );
        expect(shown.length).toBe(Math.min(wanted.length, 5 * size));
      }
    }
  }
}, 120_000);

const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);
const byTime = (one: Assessment, other: Assessment) => compare(one.lastAt, other.lastAt) || compare(one.id, other.id);
const orders = {
  oldest: byTime,
  newest: (one: Assessment, other: Assessment) => byTime(other, one),
  visits: (one: Assessment, other: Assessment) => compare(other.visits, one.visits) || byTime(other, one),
  host: (one: Assessment, other: Assessment) => compare(one.hostname, other.hostname) || byTime(one, other),
};

test('a short history is never thinned for room', async () => {
  await clearHistory();
  await importAssessments([anAssessment()]);
  expect(await removeOldest(1)).toBe(0);
});
