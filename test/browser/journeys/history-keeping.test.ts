import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Assessment, everything } from '../../../src/core/assessment.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, type LaunchOptions, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import { anAssessment } from '../../ui/samples.ts';
import { fakeSignup } from './pages.ts';
import { seen, waitFor } from './visitor.ts';

const fake = 'https://shoukuan-bangong.example';
const now = Date.now();
/** What the browser allows: little enough to be filled in seconds. */
const ROOM = 2 * 1024 * 1024;

/** A row with so many pieces of evidence that no browser presses them into less room. */
function aRow(number: number, pieces = 1): Assessment {
  const noise = (length: number) => Array.from({ length }, () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')).join('');
  return anAssessment({
    id: `row-${number}`,
    url: `https://pos-banli.example/${number}`,
    firstAt: now - number * 60_000 - 5,
    lastAt: now - number * 60_000,
    evidence: Array.from({ length: pieces }, () => ({
      signal: 'offersTerminal' as const,
      args: [{ text: noise(6) }],
      found: [{ text: noise(10), where: 'title' as const }],
    })),
  });
}

describe.each(['chromium', 'firefox'] as const)('the history in %s', (name) => {
  let profileDir = '';
  let lab: Lab | undefined;
  beforeEach(() => {
    profileDir = mkdtempSync(path.join(tmpdir(), 'guard-keeping-'));
  });

  async function start(options: Partial<LaunchOptions> = {}): Promise<Lab> {
    const sites = await serveSites([{ host: 'shoukuan-bangong.example', pages: { '*': fakeSignup } }]);
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites, ...options });
    await lab.ask('changeSettings', { language: 'zh_CN' });
    return lab;
  }
  async function shut(): Promise<void> {
    await lab?.close();
    await lab?.sites.close();
    lab = undefined;
  }
  afterEach(async () => {
    await shut();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Opens a page that must be warned about whatever becomes of the history. */
  async function visit(there: Lab, address: string): Promise<void> {
    const tab = await there.open(`${fake}/${address}`);
    await settle(there, tab);
    expect(await tab.warningLevel()).toBe('danger');
    await tab.close();
  }

  async function says(there: Lab, words: string): Promise<void> {
    const page = await there.surface('history.html');
    await waitFor(async () => (await seen(page)).includes(words));
    await page.close();
  }

  /** Limits what the browser lets us keep, as a disk does that is nearly full: Firefox by its own setting, Chromium by what its developer tools offer. */
  async function startWithLittleRoom(): Promise<Lab> {
    if (name === 'firefox') {
      writeFileSync(path.join(profileDir, 'prefs.js'), `user_pref("dom.quotaManager.temporaryStorage.fixedLimit", ${ROOM / 1024});\n`);
      return start({ profileDir });
    }
    const there = await start();
    await limitChromium(there, ROOM);
    return there;
  }

  /** Takes rows, large and then small ones, until the browser refuses even single ones again and again; answers how many there are. */
  async function fill(there: Lab): Promise<number> {
    let filled = 0;
    const steps = [
      { many: 40, pieces: 20, patience: 1 },
      { many: 1, pieces: 20, patience: 3 },
      { many: 1, pieces: 1, patience: 4 },
    ];
    for (const { many, pieces, patience } of steps) {
      for (let refused = 0; refused < patience; ) {
        const rows = Array.from({ length: many }, (_, index) => aRow(filled + index, pieces));
        const why = await there.ask('importAssessments', { rows }).then(
          () => '',
          (error: Error) => error.message,
        );
        if (why === '') filled += many;
        else expect(why).toContain('电脑上的空间不够，没有写进去');
        refused = why === '' ? 0 : refused + 1;
      }
    }
    return filled;
  }

  test('lets the oldest go once where the disk is full, says so, and goes on warning', async () => {
    const there = await startWithLittleRoom();
    const filled = await fill(there);
    expect(filled).toBeGreaterThan(100);
    const ours = (rows: Assessment[]) => rows.filter(({ id }) => id.startsWith('row-')).map(({ id }) => id);
    const before = ours(await there.history());
    expect(before).toHaveLength(filled);
    let visits = 0;
    while (visits < 2 || (visits < 6 && (await there.ask('readHistoryNotices', {})).length === 0)) await visit(there, `${visits++}`);
    const after = await there.history();
    const gone = filled - ours(after).length;
    // A tenth of what there was, which a visit or two may have been added to.
    expect(gone).toBeGreaterThanOrEqual(Math.ceil(filled / 10));
    expect(gone).toBeLessThanOrEqual(Math.ceil((filled + visits) / 10));
    expect(ours(after)).toEqual(before.slice(0, filled - gone));
    const { count } = await there.ask('browseHistory', { query: everything, limit: 1 });
    expect(count?.total).toBe(after.length);
    const notices = await there.ask('readHistoryNotices', {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'full', count: gone }));
    // Firefox has room again at once; Chromium clears up in its own time, and until then says what it could not keep.
    if (after.length < filled - gone + visits) {
      expect(notices).toContainEqual(expect.objectContaining({ kind: 'missed' }));
      await says(there, '有提醒没有记下来');
    }
    await says(there, `最早的 ${gone} 条记录已经删掉`);
    // Deleting needs no room.
    expect(await there.ask('deleteAssessments', { ids: before.slice(0, 2) })).toBe(2);
  });

  test('that lies damaged on the disk is begun anew, its owner told, and the guard warns as ever', async () => {
    const before = await start({ profileDir });
    expect(await before.ask('importAssessments', { rows: [aRow(0)] })).toBe(1);
    await shut();
    const files = databaseFiles(profileDir);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) writeFileSync(file, 'garbage '.repeat(Math.ceil(statSync(file).size / 8)));
    const there = await start({ profileDir });
    await visit(there, 'after');
    expect((await there.history()).map(({ url }) => url)).toEqual([`${fake}/after`]);
    // Both browsers throw a database away that they find damaged themselves.
    expect(await there.ask('readHistoryNotices', {})).toMatchObject([{ kind: 'lost' }]);
    await says(there, '原来的记录不见了，可能是浏览器数据被清除或损坏');
  });

  test('of a newer program is set aside as it is, and its owner told', async () => {
    const there = await start();
    await there.ask('importAssessments', { rows: [aRow(0)] });
    // The page lets go of nothing: it has no connection of its own.
    await there.desk.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('history', 99);
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            done();
          };
        }),
    );
    await visit(there, 'after');
    expect((await there.history()).map(({ url }) => url)).toEqual([`${fake}/after`]);
    expect(await there.ask('readHistoryNotices', {})).toMatchObject([{ kind: 'setAside' }]);
    await says(there, '原来的记录损坏，打不开了');
    expect(await there.desk.evaluate(async () => (await indexedDB.databases()).map((one) => `${one.name} ${one.version}`).sort())).toEqual([
      'history 99',
      'history-2 3',
    ]);
  });

  test('has nothing of what was opened in a private window, where the guard warns too', async () => {
    const there = await start({ inPrivate: true });
    // First: beside a private window Firefox opens only private ones.
    const ordinary = await there.open(`${fake}/before`);
    await waitFor(async () => (await there.history()).length === 1);
    await there.desk.evaluate((url) => {
      const world = globalThis as unknown as { browser?: Api; chrome: Api };
      type Api = { windows: { create(what: { incognito: boolean; url: string }): Promise<unknown> } };
      return void (world.browser ?? world.chrome).windows.create({ incognito: true, url });
    }, `${fake}/private`);
    const page = await pageShowing(there, `${fake}/private`);
    await waitFor(async () => (await there.driver.readWarning(page))?.level === 'danger');
    await pause(700);
    await there.driver.pressInWarning(page, '离开');
    await waitFor(async () => !(await allAddresses(there)).includes(`${fake}/private`));
    // What would be stored belatedly is stored by the time another visit is.
    await ordinary.goto(`${fake}/after`);
    await waitFor(async () => (await there.history()).length > 1);
    expect((await there.history()).map(({ url }) => url)).toEqual([`${fake}/after`, `${fake}/before`]);
    expect(await storedBesides(there)).not.toContain('private');
  });
});

/** The files of the history's database in a profile whose browser is closed; not those of the settings. */
const databaseFiles = (profile: string) =>
  readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /chrome-extension_[^/]*leveldb.[^/]*$|moz-extension[^/^]*.idb.[^/]*sqlite$/.test(file) && !file.endsWith('LOCK'));

async function limitChromium({ desk, driver, ask }: Lab, room: number): Promise<void> {
  const session = await desk.createCDPSession();
  const origin = driver.addressOf('').slice(0, -1);
  // A database in use has room promised to it for half a minute; one that begins anew asks.
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  const { usage } = await desk.evaluate(() => navigator.storage.estimate());
  // What the background's own code takes counts too.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: (usage ?? 0) + room });
  await ask('browseHistory', { query: everything, limit: 1 });
  await ask('dismissHistoryNotices', {});
}

async function pages({ driver }: Lab) {
  const all = await Promise.all(driver.browser.browserContexts().map((context) => context.pages()));
  return Promise.all(all.flat().map(async (page) => ({ page, url: String(await page.evaluate('location.href').catch(() => '')) })));
}

const allAddresses = async (lab: Lab) => (await pages(lab)).map(({ url }) => url);

async function pageShowing(lab: Lab, address: string) {
  for (let tries = 0; tries < 100; tries++) {
    const shown = (await pages(lab)).find(({ url }) => url === address);
    if (shown) return shown.page;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`No page shows ${address}.`);
}

/** What the extension keeps on the disk beside the history. */
const storedBesides = ({ desk }: Lab): Promise<string> =>
  desk.evaluate(async () => {
    const world = globalThis as unknown as { browser?: Api; chrome: Api };
    type Api = { storage: { local: { get(what: null): Promise<object> } } };
    return JSON.stringify(await (world.browser ?? world.chrome).storage.local.get(null));
  });
