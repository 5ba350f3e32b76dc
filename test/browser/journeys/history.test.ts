import axe from 'axe-core';
import type { KeyInput } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/core/assessment.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { anAssessment } from '../../ui/samples.ts';
import { tabTo, waitFor } from './visitor.ts';

const now = Date.now();
const aRow = (number: number): Assessment =>
  anAssessment({
    id: `row-${number}`,
    hostname: `pos-${number % 40}.example`,
    url: `https://pos-${number % 40}.example/apply/${number}`,
    registrableDomain: `pos-${number % 40}.example`,
    title: number % 2 ? '免费办理 POS 机' : '刷卡机在线申请',
    level: number % 3 ? 'danger' : 'caution',
    ...(number % 4 > 0 && { invokes: number % 4 === 1 ? 'lakala' : 'huifu' }),
    firstAt: now - number * 3_600_000 - 1_000,
    lastAt: now - number * 3_600_000,
  });

describe.each(['chromium', 'firefox'] as const)('the history in %s', (name) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites([]) });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('begins with rows', async () => {
    expect(await lab.ask('importAssessments', { rows: Array.from({ length: 240 }, (_, index) => aRow(index)) })).toBe(240);
  });

  test('opens, finds, deletes and gives back on its page, and two pages see one history', async () => {
    const total = (await lab.history()).length;
    const page = await lab.surface('history.html');
    await page.find('.row');
    await page.click('.row .pick input');
    await page.evaluate(`[...document.querySelectorAll('.bar button')][0].click()`);
    await waitFor(async () => (await lab.history()).length === total - 1);
    const other = await lab.surface('history.html');
    await other.find('.row');
    expect(await other.evaluate(`document.querySelector('.bar p').textContent`)).toContain(String(total - 1));
    await page.click('.undo button');
    await waitFor(async () => (await lab.history()).length === total);
    await page.type('input[type=search]', 'pos-7.example');
    await waitFor(() =>
      page.evaluate<boolean>(`[...document.querySelectorAll('.row-host')].every((host) => host.textContent === 'pos-7.example')`),
    );
    await page.close();
    await other.close();
  });

  test('is filtered, sorted, read, deleted and given back by the keyboard alone', async () => {
    await lab.ask('changeSettings', { language: 'zh_CN' });
    const total = (await lab.history()).length;
    const page = await lab.surface('history.html');
    await page.find('.row');
    await tabTo(page, 'input[type=search]');
    await page.press(...[...'pos-7.'].map((letter) => letter as KeyInput));
    const hosts = () => page.evaluate<string[]>(`[...document.querySelectorAll('.row-host')].map((host) => host.textContent)`);
    await waitFor(async () => (await hosts()).every((host) => host === 'pos-7.example'));
    const found = (await hosts()).length;
    await tabToLabelled(page, '级别');
    await page.press('ArrowDown', 'ArrowDown');
    await waitFor(async () => (await hosts()).length < found);
    await page.press('ArrowUp', 'ArrowUp');
    await waitFor(async () => (await hosts()).length === found);
    await tabToLabelled(page, '排序');
    await page.press('ArrowDown', 'ArrowDown');
    await waitFor(() => page.evaluate<boolean>(`document.querySelector('.row') !== null && document.querySelector('.day h2') === null`));
    await tabTo(page, '.row summary');
    await page.press('Enter');
    await page.find('.row .details');
    await tabTo(page, '.details .actions button:last-child');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('删除');
    await page.press('Enter');
    await waitFor(async () => (await lab.history()).length === total - 1);
    // Nobody has to look for the way back: the focus stands on it, and it stays as long as the focus does.
    await waitFor(() => page.evaluate<boolean>(`document.activeElement.matches('.undo button')`));
    await page.press('Enter');
    await waitFor(async () => (await lab.history()).length === total);
    await waitFor(() => page.evaluate<boolean>(`document.activeElement.matches('.rows')`));
    await page.press('Tab');
    expect(await page.evaluate(`document.activeElement.matches('.row input')`)).toBe(true);
    await page.close();
  });

  test.each(['zh_CN', 'zh_TW', 'en'] as const)('is readable by everybody in %s: history and report', async (language) => {
    await lab.ask('changeSettings', { language });
    const [newest] = await lab.history();
    for (const [file, part] of [
      ['history.html', '.row summary'],
      [`report.html#${newest?.id}`, '.sheet'],
    ] as const) {
      const tab = await lab.surface(file);
      await tab.find(part);
      if (file === 'history.html') await tab.click(part);
      await tab.page.setViewport({ width: 360, height: 800 });
      // A browser may lay the page out some time after it has its new width; a page that is too wide stays so.
      await waitFor(() => tab.evaluate<boolean>('innerWidth === 360 && document.documentElement.scrollWidth <= 360'));
      expect(await faultsOf(tab), `${file} in ${language}`).toEqual([]);
      await tab.close();
    }
  });
});

/** Moves the focus by the Tab key until it stands on the control with this label. */
async function tabToLabelled(tab: Tab, label: string): Promise<void> {
  for (let tries = 0; tries < 12; tries++) {
    await tab.press('Tab');
    if (await tab.evaluate<boolean>(`document.activeElement.labels?.[0]?.textContent === ${JSON.stringify(label)}`)) return;
  }
  throw new Error(`The keyboard never reaches "${label}".`);
}

async function faultsOf(tab: Tab): Promise<string[]> {
  await tab.evaluate(axe.source);
  return tab.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
  );
}
