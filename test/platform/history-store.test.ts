import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { pruneHistory } from '../../src/platform/history/prune.ts';
import {
  addDecision,
  clearHistory,
  deleteAssessments,
  findAssessment,
  listAssessments,
  recordAssessment,
} from '../../src/platform/history-store.ts';

const DAY = 24 * 60 * 60 * 1000;
const noon = Date.UTC(2026, 10, 22, 12);
const seen = (path: string, lastAt: number, level: 'caution' | 'danger' = 'danger') => ({
  hostname: 'banji.example',
  registrableDomain: 'banji.example',
  url: `https://banji.example${path}`,
  title: '办理',
  level,
  asks: ['idNumber' as const],
  evidence: [],
  lastAt,
});

beforeEach(async () => {
  await clearHistory();
});

describe('the history', () => {
  test('merges visits to one page within a day and counts them', async () => {
    const first = await recordAssessment(seen('/a', noon), true, 'one');
    expect(await recordAssessment(seen('/a', noon + 1), false, 'two')).toBe(first);
    expect(await recordAssessment(seen('/a', noon + 2), true, 'three')).toBe(first);
    expect(await listAssessments()).toMatchObject([{ id: 'one', visits: 2, firstAt: noon, lastAt: noon + 2 }]);
  });

  test('begins a new row for another page, and for the same page on another day', async () => {
    await recordAssessment(seen('/a', noon), true, 'one');
    await recordAssessment(seen('/b', noon), true, 'two');
    await recordAssessment(seen('/a', noon + 2 * DAY), true, 'three');
    expect((await listAssessments()).map(({ id }) => id)).toEqual(['three', 'two', 'one']);
  });

  test('keeps the graver level of one day', async () => {
    await recordAssessment(seen('/a', noon, 'caution'), true, 'one');
    await recordAssessment(seen('/a', noon + 1, 'danger'), false, 'two');
    await recordAssessment(seen('/a', noon + 2, 'caution'), false, 'three');
    expect(await listAssessments()).toMatchObject([{ level: 'danger', lastAt: noon + 2 }]);
  });

  test('adds decisions to their assessment, and says so where it is gone', async () => {
    await recordAssessment(seen('/a', noon), true, 'one');
    expect(await addDecision('one', { kind: 'left', at: noon })).toBe(true);
    expect(await addDecision('gone', { kind: 'left', at: noon })).toBe(false);
    expect((await findAssessment('one'))?.decisions).toEqual([{ kind: 'left', at: noon }]);
  });

  test('deletes what it is told to and counts only what was there', async () => {
    for (const id of ['one', 'two', 'three']) await recordAssessment(seen(`/${id}`, noon), true, id);
    expect(await deleteAssessments(['one', 'gone', 'one'])).toBe(1);
    expect((await listAssessments()).map(({ id }) => id).sort()).toEqual(['three', 'two']);
    expect(await clearHistory()).toBe(2);
    expect(await listAssessments()).toEqual([]);
  });

  test('is pruned by age and by number, the oldest first', async () => {
    for (let day = 0; day < 10; day++) await recordAssessment(seen(`/${day}`, noon - day * DAY), true, `${day}`);
    expect(await pruneHistory({ now: noon, keepFor: 7.5 * DAY, most: 100 })).toBe(2);
    expect(await pruneHistory({ now: noon, keepFor: 100 * DAY, most: 3 })).toBe(5);
    expect((await listAssessments()).map(({ id }) => id)).toEqual(['0', '1', '2']);
  });
});
