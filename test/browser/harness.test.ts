import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CaseResult, readCorpus, runCorpus } from '../../tools/lab/corpus.ts';
import { type Lab, launchGuarded } from '../../tools/lab/launch.ts';
import { serveSites } from '../../tools/lab/sites.ts';

const extensionDir = fileURLToPath(new URL('./lab-extension', import.meta.url));
const page = (level: string, rest = '') => ({ body: `<!doctype html><title>${level} page</title><input id="name">${rest}` });
const sites = [
  { host: 'danger.example', pages: { '/': page('danger'), '/calls-out': page('none', '<img src="https://stranger.example/pixel?x=1">') } },
  { host: '办机.example', pages: { '/': page('caution', '<iframe src="https://frame.example/f"></iframe>') } },
  { host: 'frame.example', pages: { '/f': { body: '<input id="inside">' } } },
];

describe.each(['chromium', 'firefox'] as const)('the laboratory with %s', (name) => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir, sites: await serveSites(sites) });
  }, 120_000);

  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('sees the warning in a closed shadow root as a visitor does, over http and https', async () => {
    const [danger, caution] = [await lab.open('https://danger.example/'), await lab.open('http://办机.example/')];
    expect(await danger.warning()).toMatchObject({ level: 'danger', role: 'alertdialog', buttons: ['Leave'] });
    expect((await danger.warning())?.text).toContain('This page asked for an ID card.');
    expect(await caution.warningLevel()).toBe('caution');
    await danger.pressInWarning('Leave');
    expect(await danger.warningLevel()).toBe('none');
    await Promise.all([danger.close(), caution.close()]);
  }, 60_000);

  test('tells the verdict of each of several tabs apart', async () => {
    const tabs = await Promise.all(['https://danger.example/', 'https://办机.example/'].map((url) => lab.open(url)));
    const reports = await Promise.all(tabs.map((tab) => lab.report(tab)));
    expect(reports.map(({ verdict }) => verdict?.level)).toEqual(['danger', 'caution']);
    await Promise.all(tabs.map((tab) => tab.close()));
  }, 60_000);

  test('types into a field in a frame of another site', async () => {
    const tab = await lab.open('https://办机.example/');
    expect(await tab.type('#inside', 'abc')).toBe(true);
    const field = await tab.find('#inside');
    expect(await field.evaluate((element) => (element as HTMLInputElement).value)).toBe('abc');
    await tab.close();
  }, 60_000);

  test('starts the background anew after it was stopped', async () => {
    const bornAt = () => lab.ask('bornAt' as 'listAssessments', {}) as unknown as Promise<number>;
    const before = await bornAt();
    await lab.restartWorker();
    expect(await bornAt()).toBeGreaterThan(before);
  }, 60_000);

  test('opens a page of the extension that can be driven', async () => {
    const surface = await lab.surface('manifest.json');
    expect(await surface.url()).toBe(lab.driver.addressOf('manifest.json'));
    await surface.close();
  }, 60_000);

  test('notices every request that a page sends elsewhere, and nothing else', async () => {
    expect(lab.sites.strangers()).toEqual([]);
    const tab = await lab.open('https://danger.example/calls-out');
    await tab.close();
    expect(lab.sites.strangers()).toMatchObject([{ scheme: 'https', host: 'stranger.example', path: '/pixel?x=1' }]);
    lab.sites.requests.length = 0;
  }, 60_000);

  test('runs a corpus, telling a wrong level and a missing page from a passed case', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-'));
    const same = { url: 'https://case.example/a?b=1', expect: ['danger'], unheardOf: true };
    const cases = [
      { ...same, id: 'passes', html: 'danger.html', actions: [{ type: 'type', selector: '#name', value: '1' }] },
      { ...same, id: 'fails', html: 'none.html', encoding: 'gb18030' },
      { ...same, id: 'missing', html: 'nowhere.html' },
    ];
    writeFileSync(path.join(folder, 'cases.jsonl'), cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
    for (const level of ['danger', 'none']) writeFileSync(path.join(folder, `${level}.html`), page(level).body);

    const results: CaseResult[] = [];
    const count = await runCorpus(lab, folder, readCorpus(folder), (result) => results.push(result));
    rmSync(folder, { recursive: true });

    expect(count).toEqual({ passed: 1, failed: 2 });
    const byId = Object.fromEntries(results.map((result) => [result.id, result]));
    expect(byId.passes).toMatchObject({ level: 'danger', ok: true, expected: ['danger'] });
    expect(byId.fails).toMatchObject({ level: 'none', ok: false });
    expect(byId.missing?.problem).toContain('nowhere.html does not exist');
  }, 120_000);
});

test('refuses a corpus line that is not JSON by naming the line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-'));
  writeFileSync(path.join(folder, 'cases.jsonl'), '{"id":"a","url":"https://a.example/","html":"a.html","expect":["none"]}\n{oops\n');
  expect(() => readCorpus(folder)).toThrow(/cases\.jsonl:2 is not JSON/);
  rmSync(folder, { recursive: true });
});

test.each([[], ['--corpus', 'no-such-folder'], ['page.html'], ['--unheard-of'], ['--corpus', 'tools', '--browser', 'opera']])(
  'judge explains itself and leaves with 2 when typed as: %s %s',
  (...typed) => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/judge.ts', ...typed], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('npm run --silent judge -- --hosts FILE');
  },
);
