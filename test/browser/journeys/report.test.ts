import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/core/assessment.ts';
import { dataKinds } from '../../../src/core/page/data-kind.ts';
import { signals } from '../../../src/core/signals/index.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { anAssessment } from '../../ui/samples.ts';
import { decodePng } from '../hostile/pixels.ts';
import { journeySites } from './pages.ts';
import { savedFile } from './visitor.ts';

/** Where to keep what was printed, to look at; nowhere without it. */
const pictures = process.env.SURFACE_PICTURES;

describe.each(['chromium', 'firefox'] as const)('a report in %s', (name) => {
  const downloads = mkdtempSync(path.join(tmpdir(), 'reports-'));
  let lab: Lab;
  let tab: Tab;
  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites(journeySites), downloadDir: downloads });
    await lab.ask('changeSettings', { language: 'zh_CN' });
    tab = await lab.open('https://shoukuan-bangong.example/');
    await settle(lab, tab);
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  const saved = async (ending: string, deed: () => Promise<unknown>) => (await savedFile(downloads, ending, deed)).content;

  /** The page at an address that begins with this file's: each page is asked, because Firefox does not tell of ours. */
  async function pageAt(file: string): Promise<Page> {
    for (let tries = 0; tries < 100; tries++) {
      for (const page of await lab.driver.browser.pages()) {
        const address = await page.evaluate('location.href').catch(() => '');
        if (String(address).startsWith(lab.driver.addressOf(file))) return page;
      }
      await pause(50);
    }
    throw new Error(`No page shows ${file}.`);
  }

  const press = (page: Page, words: string) =>
    page.evaluate(
      `[...document.querySelectorAll('button')].find((button) => button.textContent.includes(${JSON.stringify(words)})).click()`,
    );

  test('takes a picture of the page at the popup’s button, shows it first, saves it, and forgets it', async () => {
    if (tab.tabId === undefined) throw new Error('the tab has no number');
    await lab.driver.runInPopup(
      tab.page,
      tab.tabId,
      `[...document.querySelectorAll('button')].find((button) => button.textContent.includes('拍下网页')).click()`,
    );
    const page = await pageAt('report.html');
    await waitFor(() =>
      page.evaluate(`document.visibilityState === 'visible' && document.querySelector('.picture-sheet img')?.naturalWidth > 300`),
    );
    expect(await page.evaluate('document.body.innerText')).toContain('可能有您填过的姓名、号码');
    expect(await page.evaluate('location.search')).toBe('');
    const picture = await saved('.png', () => press(page, '图存成 PNG'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // The warning's red is on it: it is this page, and not ours.
    expect(hasColour(picture, [0x96, 0x18, 0x1b], 0.02)).toBe(true);
    expect(JSON.stringify(await lab.history())).not.toContain('data:image');
    const kept = await page.evaluate(`(async () => JSON.stringify([await (globalThis.browser ?? chrome).storage.local.get(null),
      await (globalThis.browser ?? chrome).storage.session.get(null)]).includes('data:image'))()`);
    expect(kept).toBe(false);
    await press(page, '不要这张图');
    await waitFor(() => page.evaluate(`document.querySelector('.picture-sheet') === null`));
    expect(await page.evaluate('document.documentElement.outerHTML')).not.toContain('data:image');
    await page.close();
  });

  // Firefox's automation may do everything that its user may.
  test.runIf(name === 'chromium')('has no picture of a page over which nobody opened the popup', async () => {
    const other = await lab.open('https://shoukuan-bangong.example/lead');
    const surface = await lab.surface('history.html');
    const answer = surface.evaluate(
      `chrome.tabs.get(${other.tabId}).then(({ windowId }) => chrome.tabs.captureVisibleTab(windowId, { format: 'png' }))`,
    );
    await expect(answer).rejects.toThrow('activeTab');
    await surface.close();
    await other.close();
  });

  test('is saved as JSON that is the history’s own, can be copied, and notes that it was sent', async () => {
    const newest = (await lab.history()).find(({ level }) => level === 'danger');
    const report = await lab.surface(`report.html#${newest?.id}`);
    await report.find('.sheet');
    const bundle = JSON.parse((await saved('.json', () => press(report.page, '存成 JSON'))).toString());
    expect(bundle.assessments).toEqual([newest]);
    await report.evaluate(`navigator.clipboard.writeText = async (words) => { window.copied = words; }`);
    await press(report.page, '复制文字');
    const copied = await report.evaluate<string>('window.copied');
    for (const fact of ['https://shoukuan-bangong.example/', '96110', '110', '12321', '12377', '中国支付清算协会', '95016'])
      expect(copied).toContain(fact);
    await press(report.page, '我已经举报');
    await waitFor(async () =>
      (await lab.history()).some(({ id, decisions }) => id === newest?.id && decisions.at(-1)?.kind === 'reported'),
    );
    await report.close();
  });

  test('is readable by everybody', async () => {
    const report = await lab.surface(`report.html#${(await lab.history())[0]?.id}`);
    await report.find('.sheet');
    await report.evaluate(axe.source);
    expect(await report.evaluate(`axe.run().then(({ violations }) => violations.map(({ id }) => id))`)).toEqual([]);
    await report.close();
  });
});

/** More than the detector has ever found on one page: a dozen signals, each with its words. */
const worst: Assessment = anAssessment({
  id: 'worst',
  invokes: 'lakala',
  hostname: 'lakala-pos-shenqing-banli-zhongxin.example',
  url: `https://lakala-pos-shenqing-banli-zhongxin.example/${'banli/'.repeat(12)}`,
  title: '拉卡拉官网 - POS机办理中心 - 个人免费办理 - 官方直签 - 全国包邮 - 联系微信',
  asks: [...dataKinds],
  evidence: signals.slice(0, 12).map(({ id }) => ({
    signal: id,
    args: [{ text: '拉卡拉官方POS机办理中心' }, { text: '官方直签，免费领取，个人可办' }],
    found: ['拉卡拉官方POS机办理中心', '请上传身份证正反面照片', '全国包邮到家，激活返现'].map((words) => ({
      text: words,
      where: 'heading',
    })),
  })),
  decisions: [{ kind: 'proceeded', at: Date.now() }],
});

describe('the printed report', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites: await serveSites([]) });
    await lab.ask('importAssessments', { rows: [worst, anAssessment({ id: 'small', invokes: 'lakala' })] });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test.each(['zh_CN', 'zh_TW', 'en'] as const)(
    'of one assessment is one sheet of paper in %s, however much was found',
    async (language) => {
      await lab.ask('changeSettings', { language });
      for (const id of ['small', 'worst']) {
        const report = await lab.surface(`report.html#${id}`);
        await report.find('.sheet');
        const paper = Buffer.from(await report.page.pdf({ preferCSSPageSize: true, printBackground: true }));
        if (pictures) keep(pictures, `report-${id}-${language}.pdf`, paper);
        expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g), `${id} in ${language}`).toHaveLength(1);
        await report.close();
      }
    },
  );
});

function keep(folder: string, file: string, content: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

/** Whether a share of the pixels (0 to 1) is nearly this colour. */
function hasColour(png: Buffer, [red, green, blue]: [number, number, number], share: number): boolean {
  const { width, height, channels, bytes } = decodePng(png);
  let found = 0;
  for (let at = 0; at < bytes.length; at += channels)
    if ([red, green, blue].every((wanted, channel) => Math.abs((bytes[at + channel] ?? 0) - wanted) < 24)) found++;
  return found > width * height * share;
}

async function waitFor(met: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await met()) return;
    await pause(50);
  }
  throw new Error('It did not come to be.');
}
