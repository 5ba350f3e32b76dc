import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assessment, everything } from '../../../src/core/assessment.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { anAssessment } from '../../ui/samples.ts';
import { fakeSignup } from './pages.ts';

/** How often the background is killed, each time among a couple of dozen operations. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 100);
const host = 'https://cuowu-bangong.example';
const now = Date.now();

type Operation =
  | { do: 'import'; count: number }
  | { do: 'importAgain'; pick: number }
  | { do: 'delete'; picks: number[] }
  | { do: 'undo' }
  | { do: 'decide'; pick: number }
  | { do: 'look' };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ do: fc.constant('import' as const), count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('importAgain' as const), pick: fc.nat(500) }) },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('delete' as const), picks: fc.array(fc.nat(500), { minLength: 1, maxLength: 4 }) }),
  },
  { weight: 12, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('decide' as const), pick: fc.nat(500) }) },
  { weight: 8, arbitrary: fc.constant({ do: 'look' as const }) },
);
const round = fc.record({
  operations: fc.array(operation, { minLength: 18, maxLength: 30 }),
  /** Milliseconds until the background is killed. */
  dies: fc.nat(160),
  /** What is opened meanwhile, and whether everything is cleared before. */
  visits: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(4) }),
  clears: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** What was acknowledged, said as plainly as possible. Decisions have no name of their own, so only their number can be bounded. */
class Model {
  rows = new Map<string, Assessment>();
  decisions = new Map<string, { acknowledged: number; sent: number }>();
  lastDeleted: Assessment[] = [];
  made = 0;
  at = (pick: number) => [...this.rows.keys()][pick % Math.max(1, this.rows.size)];
}

interface Message {
  request: string;
  payload: unknown;
}

describe.each(['chromium', 'firefox'] as const)('a history in %s whose background is killed at any moment', (name) => {
  let lab: Lab;
  let tab: Tab;
  beforeAll(async () => {
    const pages = { '*': fakeSignup };
    lab = await launchGuarded(name, {
      extensionDir: builtExtension(name),
      sites: await serveSites([{ host: 'cuowu-bangong.example', pages }]),
    });
    tab = await lab.open(`${host}/first`);
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  /** Sends messages one after the other, each until it is acknowledged; answers how often each was sent. */
  async function sendAll(messages: Message[]): Promise<number[]> {
    await lab.desk.evaluate(startSending, messages);
    // Asked for again and again: a Chromium whose background died while it started may be silent for a minute.
    for (let tries = 0; tries < 4_000; tries++) {
      const sent = await lab.desk.evaluate(() => (globalThis as { sent?: number[] }).sent);
      if (sent) return sent;
      await pause(30);
    }
    throw new Error('The background never answered.');
  }

  const die = () =>
    lab.restartWorker().then(
      () => 1,
      // One that just ended by itself cannot be ended again.
      () => 0,
    );

  test('loses nothing that was acknowledged, doubles nothing, and leaves nothing half-written', async () => {
    const model = new Model();
    const visits = new Map<string, number>([[`${host}/first`, 1]]);
    const counted = { operations: 0, repeated: 0, kills: 0, visits: 1, checks: 0 };
    await waitFor(() => visited(`${host}/first`));
    for (const { operations, dies, visits: page, clears } of fc.sample(round, { seed: 20_261_126, numRuns: rounds })) {
      const { messages, settle } = plan(operations, model);
      const sending = sendAll(messages);
      const url = `${host}/page/${page}`;
      const opening = page === undefined ? undefined : tab.goto(url);
      await pause(dies);
      counted.kills += await die();
      const sent = await sending;
      settle(sent);
      await opening;
      if (page !== undefined) {
        visits.set(url, (visits.get(url) ?? 0) + 1);
        counted.visits++;
        await waitFor(async () => (await visited(url))?.visits === visits.get(url));
      }
      counted.operations += messages.length;
      counted.repeated += sent.filter((times) => times > 1).length;
      if (clears) {
        // Away first: a page that is still being looked at may write itself down once more.
        await tab.goto('about:blank');
        await Promise.all([sendAll([{ request: 'clearHistory', payload: {} }]), die()]);
        Object.assign(model, new Model(), { made: model.made });
        visits.clear();
      }
      const history = await lab.history();
      counted.checks += compare(history, model, visits);
      await expectCounted(history);
    }
    console.log(`${name}: ${JSON.stringify({ ...counted, rows: model.rows.size })}`);
    expect(counted.kills).toBeGreaterThan(rounds / 2);
    expect(counted.operations).toBeGreaterThan(rounds * 18);
    expect(counted.repeated).toBeGreaterThan(rounds / 20);
    expect(counted.visits).toBeGreaterThan(rounds / 6);
  }, 600_000);

  test('is pruned wholly or not at all, the oldest first, when its time has come', async () => {
    await tab.goto('about:blank');
    await sendAll([{ request: 'importAssessments', payload: { rows: Array.from({ length: 400 }, (_, index) => aRow(100_000 + index)) } }]);
    const before = await lab.history();
    await sendAll([{ request: 'changeSettings', payload: { historyRows: 100 } }]);
    let kills = 0;
    for (let tries = 0; tries < 60 && (await lab.history()).length > 100; tries++) {
      await lab.desk.evaluate(() => {
        const world = globalThis as unknown as { browser?: Api; chrome: Api };
        type Api = { alarms: { create(name: string, at: { when: number }): Promise<void> } };
        return (world.browser ?? world.chrome).alarms.create('prune-history', { when: Date.now() });
      });
      if (tries < 20) {
        await pause(tries * 15);
        kills += await die();
        await sendAll([{ request: 'readHistoryNotices', payload: {} }]);
      } else await pause(1_000);
      expect([before.length, 100]).toContain((await lab.history()).length);
    }
    expect(kills).toBeGreaterThan(0);
    expect(await lab.history()).toEqual(before.slice(0, 100));
  }, 120_000);

  /** What is counted beside the rows is what the rows are. */
  async function expectCounted(history: Assessment[]): Promise<void> {
    const { spans, institutions } = await lab.ask('drawHistory', { edges: [0, 2 * now] });
    const { count } = await lab.ask('browseHistory', { query: everything, limit: 1 });
    const of = (level: Assessment['level']) => history.filter((row) => row.level === level).length;
    expect(count).toEqual({ found: history.length, total: history.length });
    expect(spans).toEqual([{ from: 0, danger: of('danger'), caution: of('caution') }]);
    expect(institutions.reduce((sum, one) => sum + one.count, 0)).toBe(history.filter(({ invokes }) => invokes !== undefined).length);
  }

  const visited = async (url: string) => (await lab.history()).find((row) => row.url === url);
});

/** Runs in a page of the extension. */
function startSending(messages: Message[]): void {
  type Api = { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean } | undefined> } };
  const world = globalThis as unknown as { browser?: Api; chrome: Api; sent?: number[] | undefined };
  const { runtime } = world.browser ?? world.chrome;
  const after = (ms: number) => new Promise<undefined>((done) => setTimeout(done, ms));
  const sendAll = async () => {
    const sent: number[] = [];
    for (const message of messages) {
      let tries = 0;
      for (let done = false; !done && tries < 1_000; tries++) {
        const answer = await Promise.race([runtime.sendMessage(message).catch(() => undefined), after(4_000)]);
        done = answer?.ok === true;
        if (!done) await after(20);
      }
      sent.push(tries);
    }
    world.sent = sent;
  };
  world.sent = undefined;
  void sendAll();
}

/** Operations as the requests of our pages, and what the model holds once they are acknowledged. */
function plan(operations: Operation[], model: Model): { messages: Message[]; settle: (sent: number[]) => void } {
  const messages: Message[] = [];
  const settled: ((times: number) => void)[] = [];
  const request = (name: string, payload: unknown, then: (times: number) => void = () => undefined) => {
    messages.push({ request: name, payload });
    settled.push(then);
  };
  for (const one of operations) {
    if (one.do === 'import') {
      const rows = Array.from({ length: one.count }, () => aRow(model.made++));
      for (const row of rows) model.rows.set(row.id, row);
      request('importAssessments', { rows });
    } else if (one.do === 'importAgain') {
      const row = model.rows.get(model.at(one.pick) ?? '');
      if (row) request('importAssessments', { rows: [row, row] });
    } else if (one.do === 'delete') {
      const gone = [...new Set(one.picks.map(model.at))].flatMap((id) => model.rows.get(id ?? '') ?? []);
      for (const { id } of gone) model.rows.delete(id);
      for (const { id } of gone) model.decisions.delete(id);
      model.lastDeleted = gone;
      request('deleteAssessments', { ids: gone.map(({ id }) => id) });
    } else if (one.do === 'undo') {
      for (const row of model.lastDeleted) model.rows.set(row.id, row);
      request('importAssessments', { rows: model.lastDeleted });
      model.lastDeleted = [];
    } else if (one.do === 'decide') {
      const id = model.at(one.pick);
      if (id === undefined) continue;
      const known = model.decisions.get(id) ?? { acknowledged: 0, sent: 0 };
      model.decisions.set(id, known);
      request('recordSurfaceDecision', { assessmentId: id, kind: 'reported' }, (times) => {
        known.acknowledged++;
        known.sent += times;
      });
    } else request('browseHistory', { query: everything, limit: 20 });
  }
  return { messages, settle: (sent) => sent.forEach((times, index) => void settled[index]?.(times)) };
}

/** Holds the history against what was acknowledged; answers how many rows were compared. */
function compare(history: Assessment[], model: Model, visits: ReadonlyMap<string, number>): number {
  const opened = history.filter(({ url }) => url.startsWith(host));
  expect(Object.fromEntries(opened.map((row) => [row.url, row.visits]))).toEqual(Object.fromEntries(visits));
  expect(opened).toHaveLength(visits.size);
  for (const row of opened) expect(row).toMatchObject({ level: 'danger', hostname: 'cuowu-bangong.example', invokes: 'lakala' });
  const rows = history.filter(({ url }) => !url.startsWith(host));
  const plain = (row: Assessment) => ({ ...row, decisions: [] });
  const byId = (one: Assessment, other: Assessment) => (one.id < other.id ? -1 : 1);
  expect(rows.map(plain).toSorted(byId)).toEqual([...model.rows.values()].map(plain).toSorted(byId));
  for (const { id, decisions } of rows) {
    const { acknowledged, sent } = model.decisions.get(id) ?? { acknowledged: 0, sent: 0 };
    // The same decision at the same millisecond is one; a request that was repeated may have been carried out before.
    expect(decisions.length).toBeLessThanOrEqual(sent);
    if (acknowledged > 0) expect(decisions.length).toBeGreaterThan(0);
  }
  return history.length;
}

const aRow = (number: number): Assessment =>
  anAssessment({
    id: `row-${number}`,
    hostname: `pos-${number % 40}.example`,
    url: `https://pos-${number % 40}.example/apply/${number}`,
    registrableDomain: `pos-${number % 40}.example`,
    title: `${'免费办理 POS 机'.repeat(1 + (number % 20))} ${number}`,
    firstAt: now - number * 60_000 - 1_000,
    lastAt: now - number * 60_000,
  });

async function waitFor(met: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 160; tries++) {
    if (await met().catch(() => false)) return;
    await pause(50);
  }
  throw new Error('It did not come to be.');
}
