import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../tools/lab/built-extension.ts';
import { pause } from '../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../tools/lab/launch.ts';
import { settle } from '../../tools/lab/settle.ts';
import { serveSites } from '../../tools/lab/sites.ts';
import { anAssessment } from '../ui/samples.ts';
import { journeySites } from './journeys/pages.ts';
import { pressWhenReady, step } from './journeys/visitor.ts';

/** Where to keep a picture of everything that was looked at; nowhere without it. */
const pictures = process.env.SURFACE_PICTURES;

const languages = ['zh_CN', 'zh_TW', 'en'] as const;
const schemes = ['light', 'dark'] as const;
/** Colours on their way from one scheme to the other are no colours anybody chose. */
const still = { name: 'prefers-reduced-motion', value: 'reduce' };
/** A narrow phone, a desk, and the same desk at 200 % zoom. */
const screens = {
  narrow: { width: 360, height: 740, deviceScaleFactor: 1 },
  desk: { width: 1280, height: 860, deviceScaleFactor: 1 },
  zoomed: { width: 640, height: 430, deviceScaleFactor: 2 },
} as const;

const surfaces = [
  'popup-danger',
  'popup-caution',
  'popup-licensed',
  'popup-none',
  'stopped',
  'options',
  'welcome',
  'history',
  'policy',
  'report',
] as const;
type Surface = (typeof surfaces)[number];

/** What a page shows that nobody could read, one sentence a fault. */
async function faultsOf(page: Page, name: string, folded = 'details'): Promise<string[]> {
  await page.evaluate(`for (const part of document.querySelectorAll(${JSON.stringify(folded)})) part.open = true`);
  await pause(60);
  const faults = (await page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))`)) as string[];
  const seen = (await page.evaluate(`({ words: document.body.innerText, wide: document.documentElement.scrollWidth - innerWidth,
    cut: [...document.querySelectorAll('main *')].filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1
      && ['hidden', 'clip'].includes(getComputedStyle(part).overflowX)).map((part) => part.outerHTML.slice(0, 120)) })`)) as {
    words: string;
    wide: number;
    cut: string[];
  };
  if (seen.wide > 0) faults.push(`${seen.wide} pixels too wide`);
  if (seen.cut.length > 0) faults.push(`cut off: ${seen.cut.join(' | ')}`);
  // Languages are values of settings, which the policy page shows as they are.
  const keys = seen.words.match(/\b(?!zh_)[a-z]+_[a-zA-Z]\w+|\$[1-9]|undefined|\[object/g);
  if (keys) faults.push(`untranslated: ${keys.join(' ')}`);
  if (pictures) await photograph(page, name, true);
  return faults.map((fault) => `${name}: ${fault}`);
}

async function photograph(page: Page, name: string, fullPage = false): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) as `${string}.png`, fullPage });
}

/** A helper, a mark, a trusted host and a pause, so that every part of our pages has something to show. */
async function furnish(lab: Lab, licensedTab: number | undefined, quietTab: number | undefined): Promise<void> {
  const helper = { name: '女儿小敏', phone: '138 0000 0000' };
  await lab.ask('changeSettings', {
    language: 'zh_CN',
    helper,
    audience: 'relative',
    mark: { picture: 'boat', phrase: '外婆家门前的小船' },
  });
  if (licensedTab) await lab.ask('trustHost', { typed: 'www.lakala.com', tabId: licensedTab });
  if (quietTab) await lab.ask('pauseGuard', { length: 'session', tabId: quietTab });
}

const files = (id: string) =>
  ({
    stopped: `stopped.html?assessment=${id}`,
    options: 'options.html',
    welcome: 'welcome.html',
    history: 'history.html',
    policy: 'policy.html',
    report: `report.html#${id}`,
  }) as const;

describe('our own pages in Chromium', () => {
  let lab: Lab;
  let addresses: Record<Surface, string>;
  const tabs: Partial<Record<Surface, number>> = {};

  beforeAll(async () => {
    lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites: await serveSites(journeySites) });
    for (const [surface, url] of [
      ['popup-danger', 'https://shoukuan-bangong.example/'],
      ['popup-licensed', 'https://www.lakala.com/'],
      ['popup-caution', 'https://shoukuan-bangong.example/lead'],
      ['popup-none', 'https://biaodan.example/f'],
    ] as const) {
      const tab = await lab.open(url);
      await settle(lab, tab);
      if (tab.tabId !== undefined) tabs[surface] = tab.tabId;
    }
    const id = (await lab.history()).find(({ level }) => level === 'danger')?.id ?? '';
    const popup = 'popup.html';
    addresses = { 'popup-danger': popup, 'popup-caution': popup, 'popup-licensed': popup, 'popup-none': popup, ...files(id) };
    await furnish(lab, tabs['popup-licensed'], tabs['popup-none']);
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  const show = async (surface: Surface): Promise<Page> => {
    const page = await lab.driver.browser.newPage();
    // The popup speaks of the tab it was opened over: here it stands in a tab of its own.
    const over = tabs[surface];
    if (over !== undefined) await page.evaluateOnNewDocument(`chrome.tabs.query = async () => [{ id: ${over} }]`);
    await page.goto(lab.driver.addressOf(addresses[surface]));
    await page.waitForSelector('main h1, main h2');
    await page.evaluate(axe.source);
    return page;
  };

  test.each(surfaces)(
    '%s is readable for everybody in three languages, light and dark, narrow and zoomed, large and small',
    async (surface) => {
      const page = await show(surface);
      const faults: string[] = [];
      for (const language of languages) {
        await lab.ask('changeSettings', { language, largeText: false });
        await page.waitForFunction(
          `document.documentElement.lang === '${language.replace('_', '-')}' && !document.documentElement.classList.contains('large')`,
        );
        for (const scheme of schemes) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, still]);
          for (const [screen, size] of Object.entries(screens)) {
            // The widest screen is the last where anything is cut off: there one look in each language is enough.
            if (screen === 'desk' ? scheme === 'light' && language !== 'zh_CN' : scheme === 'dark') continue;
            await page.setViewport(size);
            faults.push(...(await faultsOf(page, `${surface}-${language}-${scheme}-${screen}`)));
          }
        }
      }
      await lab.ask('changeSettings', { language: 'zh_CN', largeText: true });
      await page.waitForFunction(`document.documentElement.classList.contains('large')`);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }, still]);
      for (const screen of ['narrow', 'desk'] as const) {
        await page.setViewport(screens[screen]);
        faults.push(...(await faultsOf(page, `${surface}-large-${screen}`)));
      }
      await page.close();
      expect(faults).toEqual([]);
    },
  );
});

/** A warning some hours ago each, of every kind in turn. */
function aRow(number: number) {
  const hostname = number % 4 ? `pos-${number % 40}.example` : 'lakala-pos-shenqing-banli-zhongxin-guanwang.example';
  return anAssessment({
    id: `row-${number}`,
    hostname,
    registrableDomain: hostname,
    url: `https://${hostname}/apply/${number}`,
    title: number % 2 ? '免费办理 POS 机' : '刷卡机在线申请',
    level: number % 3 ? 'danger' : 'caution',
    ...(number % 4 < 3 && { invokes: ['lakala', 'chinaums', 'huifu'][number % 4] ?? 'lakala' }),
    firstAt: Date.now() - number * 7 * 3_600_000 - 1_000,
    lastAt: Date.now() - number * 7 * 3_600_000,
    decisions: number % 5 ? [] : [{ kind: 'left', at: Date.now() - number * 7 * 3_600_000 }],
  });
}

describe('the history in Chromium', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites: await serveSites([]) });
    await lab.ask('changeSettings', { language: 'zh_CN' });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test.each([0, 3, 200])('with %i rows is readable for everybody, light and dark, narrow and zoomed', async (count) => {
    await lab.ask('clearHistory', {});
    await lab.ask('importAssessments', { rows: Array.from({ length: count }, (_, number) => aRow(number)) });
    const { page } = await lab.surface('history.html');
    await page.waitForSelector(count > 0 ? '.row' : '.empty');
    // Also those that no visitor has scrolled to, or they would have no size to look at.
    await page.addStyleTag({ content: '.rows .row { content-visibility: visible !important; }' });
    await page.evaluate(axe.source);
    const faults: string[] = [];
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, still]);
      for (const [screen, size] of Object.entries(screens)) {
        await page.setViewport(size);
        await photograph(page, `history-${count}-shut-${scheme}-${screen}`);
        // A few opened rows show what all of them would.
        faults.push(...(await faultsOf(page, `history-${count}-${scheme}-${screen}`, '.row:nth-child(-n+2) details, .files, .picture')));
      }
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});

describe('the last questions of our own page in Chromium', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites: await serveSites(journeySites) });
    await settle(lab, await lab.open('https://shoukuan-bangong.example/'));
    await furnish(lab, undefined, undefined);
    await lab.ask('setHelperPin', { pin: '730518' });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('are readable for everybody: whether to go on, the name to type, the PIN', async () => {
    const tab = await lab.surface(files((await lab.history())[0]?.id ?? '').stopped);
    const { page } = tab;
    await tab.find('.stopped .primary');
    await page.evaluate(axe.source);
    for (const way of ['我仍然要打开', '我认识它']) await step(tab, way);
    await step(tab, '我核实过');
    await pressWhenReady(tab, '我看过了');
    const faults: string[] = [];
    const look = async (name: string) => {
      for (const scheme of schemes) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, still]);
        for (const screen of ['narrow', 'zoomed'] as const) {
          await page.setViewport(screens[screen]);
          faults.push(...(await faultsOf(page, `${name}-${scheme}-${screen}`)));
        }
      }
    };
    await look('question');
    await pressWhenReady(tab, '确认打开');
    await tab.find('dialog');
    await tab.page.keyboard.type('111222');
    await tab.press('Enter');
    await page.waitForFunction(`document.querySelector('dialog .fault')?.textContent !== ''`);
    await look('pin');
    expect(faults).toEqual([]);
  });
});

describe('our own pages in Firefox', () => {
  let lab: Lab;
  const tabs: (number | undefined)[] = [];
  beforeAll(async () => {
    lab = await launchGuarded('firefox', { extensionDir: builtExtension('firefox'), sites: await serveSites(journeySites) });
    for (const url of ['https://shoukuan-bangong.example/', 'https://www.lakala.com/', 'https://biaodan.example/f']) {
      const tab = await lab.open(url);
      await settle(lab, tab);
      tabs.push(tab.tabId);
    }
    await furnish(lab, tabs[1], tabs[2]);
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('are readable for everybody, light and dark, on a desk and narrow', async () => {
    const id = (await lab.history())[0]?.id ?? '';
    const faults: string[] = [];
    for (const [surface, file] of Object.entries(files(id))) {
      const { page } = await lab.surface(file);
      await page.waitForSelector('main h1, main h2');
      await page.evaluate(axe.source);
      for (const scheme of schemes) {
        await preferInFirefox(lab, scheme);
        for (const screen of scheme === 'light' ? (['narrow', 'desk'] as const) : (['desk'] as const)) {
          await page.setViewport(screens[screen]);
          await page.waitForFunction(`innerWidth === ${screens[screen].width} && matchMedia('(prefers-color-scheme: ${scheme})').matches`);
          faults.push(...(await faultsOf(page, `firefox-${surface}-${scheme}-${screen}`)));
        }
      }
      await page.close();
    }
    expect(faults).toEqual([]);
  });
});

/** Firefox takes what a visitor prefers from its settings alone. */
async function preferInFirefox({ driver: { browser } }: Lab, scheme: (typeof schemes)[number]): Promise<void> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: { contexts: { context: string }[] } }> };
  };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await connection.send('script.evaluate', {
    expression: `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1});
      Services.prefs.setIntPref('ui.prefersReducedMotion', 1)`,
    target: { context: result.contexts[0]?.context },
    awaitPromise: false,
  });
}
