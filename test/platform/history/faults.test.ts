import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeAssessments } from '../../../src/background/take-assessments.ts';
import { everything } from '../../../src/core/assessment.ts';
import { browseAssessments } from '../../../src/platform/history/browse.ts';
import { closeHistory } from '../../../src/platform/history/connection.ts';
import { dismissHistoryNotices, readHistoryNotices } from '../../../src/platform/history/notices.ts';
import { drawHistory } from '../../../src/platform/history/picture.ts';
import { pruneHistory } from '../../../src/platform/history/prune.ts';
import {
  addDecision,
  deleteAssessments,
  findAssessment,
  importAssessments,
  listAssessments,
  recordAssessment,
} from '../../../src/platform/history-store.ts';
import { Told } from '../../../src/platform/told.ts';
import { anAssessment } from '../../ui/samples.ts';

const DAY = 24 * 60 * 60 * 1000;
const noon = Date.UTC(2026, 10, 22, 12);
const { id: _, firstAt: __, visits: ___, decisions: ____, ...sample } = anAssessment();
const seen = (lastAt: number) => ({ ...sample, lastAt });
const many = (count: number) =>
  Array.from({ length: count }, (_unused, index) => anAssessment({ id: `row-${index}`, firstAt: noon - index, lastAt: noon - index }));

/** How many rows the history's page would speak of, by the tallies. */
async function countedRows(): Promise<number | undefined> {
  await drawHistory([]);
  return (await browseAssessments({ query: everything, matches: undefined, limit: 1, after: undefined })).count?.total;
}

beforeEach(async () => {
  closeHistory();
  for (const name of ['history', 'history-2', 'history-3']) await deleteDB(name);
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a disk without room', () => {
  /** Refuses rows while there are more than `room` of them, as a full disk does. */
  function leaveRoomFor(room: number) {
    const put = IDBObjectStore.prototype.put;
    const remove = IDBObjectStore.prototype.delete;
    let rows = 200;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      rows--;
      return remove.call(this, key);
    });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'assessments' && rows >= room) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    });
  }

  test('the oldest rows make room for the new one, and the owner is told how many', async () => {
    await importAssessments(many(200));
    expect(await countedRows()).toBe(200);
    leaveRoomFor(195);
    await recordAssessment({ ...seen(noon + 5), url: 'https://pos-banli.example/new' }, true, 'new');
    const rows = await listAssessments();
    expect(rows[0]?.id).toBe('new');
    expect(rows).toHaveLength(181);
    expect(rows.some(({ id }) => id === 'row-199')).toBe(false);
    expect(await countedRows()).toBe(181);
    expect(await readHistoryNotices()).toMatchObject([{ kind: 'full', count: 20 }]);
    await dismissHistoryNotices();
    expect(await readHistoryNotices()).toEqual([]);
  });

  test('a disk that stays full costs the new rows and a tenth of the old ones, however often it is tried', async () => {
    await importAssessments(many(200));
    leaveRoomFor(0);
    for (let turn = 0; turn < 5; turn++) {
      const page = { ...seen(noon + 5), url: `https://pos-banli.example/${turn}` };
      await expect(recordAssessment(page, true, `new-${turn}`)).rejects.toThrow('full');
      await expect(addDecision('row-0', { kind: 'left', at: noon + turn })).rejects.toThrow('full');
    }
    expect(await listAssessments()).toEqual(many(200).slice(0, 180));
    expect(await readHistoryNotices()).toMatchObject([{ kind: 'full', count: 20 }, { kind: 'missed' }]);
  });

  test('a disk without any room lets the reader delete, and the old rows go in their time', async () => {
    await importAssessments(many(200));
    await countedRows();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await deleteAssessments(['row-3', 'row-5'])).toBe(2);
    expect(await countedRows()).toBe(198);
    expect(await pruneHistory({ now: noon, keepFor: 90 * DAY, most: 150 })).toBe(48);
    expect(await countedRows()).toBe(150);
    await fakeBrowser.storage.local.set({ settings: { language: 'zh_CN' } });
    await expect(takeAssessments({ rows: many(1) })).rejects.toThrow(new Told('电脑上的空间不够，没有写进去。原有的记录都还在。'));
  });
});

describe('a damaged database', () => {
  test('is set aside untouched, a new one begun, and the owner told', async () => {
    await openDB('history', 2, { upgrade: (raw) => void raw.createObjectStore('rubble', { keyPath: 'id' }) }).then(async (database) => {
      await database.put('rubble', { id: 'kept' });
      database.close();
    });
    await recordAssessment(seen(noon), true, 'one');
    expect(await findAssessment('one')).toBeDefined();
    expect(await readHistoryNotices()).toMatchObject([{ kind: 'setAside' }]);
    closeHistory();
    expect(await listAssessments()).toHaveLength(1);
    const rubble = await openDB('history');
    expect(await rubble.get('rubble', 'kept')).toEqual({ id: 'kept' });
    rubble.close();
  });

  test('one from a newer version is set aside too', async () => {
    (await openDB('history', 99)).close();
    await recordAssessment(seen(noon), true, 'one');
    expect(await listAssessments()).toHaveLength(1);
    expect(await readHistoryNotices()).toMatchObject([{ kind: 'setAside' }]);
  });

  test('one that vanished is said to have vanished, and a first start says nothing', async () => {
    await recordAssessment(seen(noon), true, 'one');
    expect(await readHistoryNotices()).toEqual([]);
    closeHistory();
    await deleteDB('history');
    expect(await listAssessments()).toEqual([]);
    expect(await readHistoryNotices()).toMatchObject([{ kind: 'lost' }]);
  });
});

test('numbers that are not true, for whatever reason, are found by the next look and counted anew', async () => {
  await importAssessments(many(20));
  expect(await countedRows()).toBe(20);
  const database = await openDB('history');
  await database.put('tallies', { of: ['rows'], count: 7 });
  database.close();
  expect(await countedRows()).toBe(7);
  await pruneHistory({ now: noon, keepFor: 90 * DAY, most: 5_000 });
  expect(await countedRows()).toBe(20);
});

describe('a clock that is set', () => {
  test('back by days begins a new row and prunes nothing', async () => {
    await recordAssessment(seen(noon), true, 'one');
    await pruneHistory({ now: noon, keepFor: 90 * DAY, most: 5_000 });
    expect(await recordAssessment(seen(noon - 5 * DAY), true, 'two')).toBe('two');
    expect(await pruneHistory({ now: noon - 5 * DAY, keepFor: 90 * DAY, most: 1 })).toBe(0);
    expect(await listAssessments()).toHaveLength(2);
  });

  test('back by minutes keeps the row, its first and its last moment', async () => {
    await recordAssessment(seen(noon), true, 'one');
    expect(await recordAssessment(seen(noon - 60_000), true, 'two')).toBe('one');
    expect(await findAssessment('one')).toMatchObject({ firstAt: noon - 60_000, lastAt: noon, visits: 2 });
  });

  test('years ahead throws nothing away until it has run on for a day', async () => {
    await recordAssessment(seen(noon), true, 'one');
    const prune = (now: number) => pruneHistory({ now, keepFor: 90 * DAY, most: 5_000 });
    expect(await prune(noon)).toBe(0);
    const wrong = noon + 4_000 * DAY;
    expect(await prune(wrong)).toBe(0);
    expect(await prune(wrong + 0.5 * DAY)).toBe(0);
    expect(await prune(noon + DAY)).toBe(0);
    expect(await listAssessments()).toHaveLength(1);
    expect(await prune(noon + 2.1 * DAY)).toBe(0);
    for (let day = 3; day <= 90; day += 3) await prune(noon + day * DAY);
    expect(await listAssessments()).toHaveLength(1);
    expect(await prune(noon + 90.5 * DAY)).toBe(1);
  });
});

describe('what is asked for twice', () => {
  test('is one visit where the background died after writing it down and before it could say so', async () => {
    const id = await recordAssessment(seen(noon), true, 'one', 'tab 7, born 5');
    expect(await recordAssessment(seen(noon + 1), true, 'two', 'tab 7, born 5')).toBe(id);
    expect(await findAssessment(id)).toMatchObject({ visits: 1 });
    await recordAssessment(seen(noon + 2), true, 'three', 'tab 7, born 6');
    await recordAssessment(seen(noon + 3), true, 'four', 'tab 7, born 6');
    expect(await listAssessments()).toMatchObject([{ id, visits: 2, lastAt: noon + 3 }]);
  });

  test('counts once: a visit under its name, a decision at its moment, an imported row by its id', async () => {
    await recordAssessment(seen(noon), true, 'one');
    await recordAssessment(seen(noon + 1), true, 'one');
    await recordAssessment(seen(noon + 2), true, 'again');
    await recordAssessment(seen(noon + 3), true, 'again');
    for (let turn = 0; turn < 2; turn++) await addDecision('one', { kind: 'left', at: noon });
    const row = await findAssessment('one');
    expect(row).toMatchObject({ visits: 2, decisions: [{ kind: 'left', at: noon }] });
    if (row) expect(await importAssessments([row, row])).toBe(0);
    expect(await listAssessments()).toEqual([row]);
  });
});
