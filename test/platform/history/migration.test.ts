import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Assessment } from '../../../src/core/assessment.ts';
import { browseAssessments } from '../../../src/platform/history/browse.ts';
import { closeHistory } from '../../../src/platform/history/connection.ts';
import { readHistoryNotices } from '../../../src/platform/history/notices.ts';
import { historyVersion } from '../../../src/platform/history/schema.ts';
import { listAssessments, recordAssessment } from '../../../src/platform/history-store.ts';

interface Fixture {
  version: number;
  stores: Record<
    string,
    { keyPath: string | null; indexes: Record<string, string | string[]>; rows: (Assessment & { visitId?: string })[] }
  >;
}

const folder = new URL('.', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((file) => /^v\d+\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture)
  .sort((one, other) => one.version - other.version);

/** A database as that version left it. */
async function layDown({ version, stores }: Fixture): Promise<void> {
  const database = await openDB('history', version, {
    upgrade(raw) {
      for (const [name, { keyPath, indexes }] of Object.entries(stores)) {
        const store = raw.createObjectStore(name, keyPath === null ? {} : { keyPath });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
      }
    },
  });
  for (const [name, { rows }] of Object.entries(stores)) for (const row of rows) await database.put(name, row);
  database.close();
}

const everyQuery = { words: '', level: '', institution: '', decision: '', sort: 'newest' } as const;

beforeEach(async () => {
  closeHistory();
  await deleteDB('history');
  fakeBrowser.reset();
});

test('there is a fixture of every version that was ever written', () => {
  expect(fixtures.map(({ version }) => version)).toEqual(Array.from({ length: historyVersion }, (_, index) => index + 1));
});

describe.each(fixtures)('a history of version $version', (fixture) => {
  const rows = (fixture.stores.assessments?.rows ?? []).map(({ visitId: _, ...row }) => row);

  test('is read by this one to the last word', async () => {
    await layDown(fixture);
    expect(await listAssessments()).toEqual(rows.toSorted((one, other) => other.lastAt - one.lastAt));
    expect(await readHistoryNotices()).toEqual([]);
  });

  test('is found by every index and goes on', async () => {
    await layDown(fixture);
    for (const query of [everyQuery, { ...everyQuery, sort: 'host' as const }, { ...everyQuery, sort: 'visits' as const }])
      expect((await browseAssessments({ query, matches: undefined, limit: 50, after: undefined })).count?.found).toBe(rows.length);
    const invoked = await browseAssessments({
      query: { ...everyQuery, institution: 'lakala' },
      matches: undefined,
      limit: 50,
      after: undefined,
    });
    expect(invoked.rows).toHaveLength(rows.filter(({ invokes }) => invokes === 'lakala').length);
    const [first] = rows;
    if (!first) throw new Error('the fixture is empty');
    const { id, firstAt: _, visits, decisions: __, ...seen } = first;
    expect(await recordAssessment(seen, true, 'next')).toBe(id);
    expect((await listAssessments())[0]?.visits).toBe(visits + 1);
  });
});

test('the present fixture is what this version makes of nothing', async () => {
  await listAssessments();
  closeHistory();
  const database = await openDB('history');
  const stores = Object.fromEntries(
    [...database.objectStoreNames].map((name) => {
      const store = database.transaction(name).objectStore(name);
      const indexes = Object.fromEntries([...store.indexNames].map((index) => [index, store.index(index).keyPath]));
      return [name, { keyPath: store.keyPath, indexes }];
    }),
  );
  database.close();
  const { stores: expected = {} } = fixtures.at(-1) ?? {};
  expect(stores).toEqual(Object.fromEntries(Object.entries(expected).map(([name, { keyPath, indexes }]) => [name, { keyPath, indexes }])));
});
