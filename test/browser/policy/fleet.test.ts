import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClickHouse, readyQueries, startClickHouse } from '../../../tools/lab/clickhouse.ts';
import { daysBefore, FleetBrowser, seededRandom, serveBadly } from './fleet.ts';

const BROWSERS = 200;
const EACH = 50;
const HALF_HOUR = 30 * 60 * 1000;
const now = Date.UTC(2026, 10, 22, 12);

describe('a fleet of 200 browsers and a ClickHouse server that fails again and again', () => {
  let clickHouse: ClickHouse;
  let collector: Awaited<ReturnType<typeof serveBadly>>;
  const fleet = Array.from({ length: BROWSERS }, (_, number) => new FleetBrowser(number));

  beforeAll(async () => {
    clickHouse = await startClickHouse();
    collector = await serveBadly(clickHouse.ingestUrl, seededRandom(4));
    await Promise.all(fleet.map((browser) => browser.live(EACH, daysBefore(browser.number < 5 ? 5 : 0.5, now))));
    await deliverAll();
  });
  afterAll(async () => {
    collector?.close();
    await clickHouse?.stop();
  });

  /** Wakes every browser half an hour apart until all queues are empty; the server is killed in the first and in the third round while they send. */
  async function deliverAll(): Promise<void> {
    let waiting = fleet;
    for (let round = 0; waiting.length > 0 && round < 200; round++) {
      const outage = round === 0 || round === 2 ? clickHouse.killAndRestart(300) : Promise.resolve();
      const left: FleetBrowser[] = [];
      const turns = waiting.values();
      const work = async () => {
        for (const browser of turns) {
          if (browser.number % 7 === round % 7) browser.restart();
          if (!(await browser.wake(collector.url, now + round * HALF_HOUR))) left.push(browser);
        }
      };
      await Promise.all([...Array.from({ length: 8 }, work), outage]);
      waiting = left;
    }
  }

  const rows = (name: string) => clickHouse.query(readyQueries()[name] ?? '');

  test('every event arrives exactly once after de-duplication by its id, none lost', async () => {
    const ids = fleet.flatMap((browser) => browser.ids);
    const [raw] = await clickHouse.query('SELECT count() AS n FROM guard.events');
    const once = await clickHouse.query('SELECT id FROM guard.events_once');
    console.log(`fleet: ${ids.length} events, ${raw?.['n']} rows before de-duplication, collector: ${JSON.stringify(collector.counts)}`);
    expect(ids.length).toBe(10_000);
    expect(once.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    for (const browser of fleet) expect((await browser.state()).lost).toBe(0);
    // Otherwise nothing was proven: every kind of failure must have happened, repeats included.
    for (const [kind, times] of Object.entries(collector.counts)) expect(times, kind).toBeGreaterThan(0);
    expect(Number(raw?.['n'])).toBeGreaterThan(ids.length);
  });

  test('ten queries are ready', () => expect(Object.keys(readyQueries())).toHaveLength(10));

  test('who was nearly robbed: a hundred browsers, the most often first', async () => {
    const found = await rows('01-nearly-robbed');
    expect(found).toHaveLength(100);
    expect(found[0]).toMatchObject({ browser: 'browser-0', pages: '17' });
    expect(Object.keys(found[0] ?? {})).toEqual(['browser', 'pages', 'domains', 'last']);
  });

  test('which institutions were imitated most', async () => {
    const found = await rows('02-most-imitated');
    expect(found.map(({ institution }) => institution)).toEqual(['lakala', 'unionpay', 'suixingpay', 'huifu']);
    expect(found.reduce((sum, { pages }) => sum + Number(pages), 0)).toBeGreaterThanOrEqual(BROWSERS * 25);
  });

  test('who went on and why they say, and who paused the guard', async () => {
    const found = await rows('03-bypasses');
    const wentOn = found.filter(({ action }) => action === 'proceeded');
    expect(wentOn).toHaveLength(20 * 3);
    expect(new Set(wentOn.map(({ reason }) => reason))).toEqual(new Set(['已电话核实']));
    expect(found.filter(({ action }) => action === 'paused').map(({ browser }) => browser)).toHaveLength(10);
    expect(found).toHaveLength(70);
  });

  test('which versions are in the field', async () => {
    expect(await rows('04-versions')).toEqual([
      { version: '0.2.0', browser_name: 'Chrome', browsers: '150' },
      { version: '0.1.0', browser_name: 'Chrome', browsers: '50' },
    ]);
  });

  test('which browsers fell silent', async () => {
    expect((await rows('05-silent-browsers')).map(({ browser }) => browser).sort()).toEqual(
      [0, 1, 2, 3, 4].map((number) => `browser-${number}`),
    );
  });

  test('which domains are new', async () => {
    const found = await rows('06-newest-domains');
    expect(found).toHaveLength(20);
    expect(found[0]).toMatchObject({ browsers: '200' });
  });

  test('how many warnings a day were heeded', async () => {
    const found = await rows('07-per-day');
    const sum = (key: string) => found.reduce((total, row) => total + Number(row[key]), 0);
    expect(found).toHaveLength(2);
    expect([sum('danger') + sum('caution'), sum('heeded') + sum('passed'), sum('passed')]).toEqual([BROWSERS * 25, BROWSERS * 24 - 10, 60]);
  });

  test('which signals fired', async () => {
    const found = await rows('08-signals');
    expect(found.map(({ signal }) => signal)).toEqual(['asksDocuments', 'claimsInstitution', 'agency']);
    expect(found[0]?.['times']).toBe(found[1]?.['times']);
  });

  test('what was asked for', async () => {
    const found = await rows('09-asked-for');
    expect(found.map(({ kind, browsers }) => [kind, browsers])).toEqual([
      ['bankCard', '200'],
      ['idNumber', '200'],
    ]);
  });

  test('whose policy has faults, and who took the guard’s sight', async () => {
    const found = await rows('10-policy-health');
    expect(found.map(({ browser, rejected, sees_pages }) => [browser, rejected, sees_pages])).toEqual([
      ...[0, 100, 150, 50].map((number) => [`browser-${number}`, 2, 1]),
      ['browser-77', 0, 0],
    ]);
  });
});
