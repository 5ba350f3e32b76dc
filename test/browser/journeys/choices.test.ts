import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { fakeSignup, journeySites } from './pages.ts';
import { reachStopped, seen, step, tabTo, waitFor } from './visitor.ts';

const host = 'shoukuan-bangong.example';
const fake = `https://${host}`;
const hanHost = '拉卡拉办理.example';
const han = new URL(`https://${hanHost}/`).hostname;
const phrase = '外婆家门前的小船';

describe.each(['chromium', 'firefox'] as const)('a visitor’s own choices in %s', (name) => {
  let lab: Lab;
  let desk: Tab;

  beforeAll(async () => {
    const sites = [...journeySites, { host: han, pages: { '*': fakeSignup } }];
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites(sites) });
    await lab.ask('changeSettings', { language: 'zh_CN' });
    desk = await lab.surface('policy.html');
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  const visit = async (url: string): Promise<Tab> => {
    const tab = await lab.open(url);
    await settle(lab, tab);
    return tab;
  };
  const warns = (tab: Tab) => async () => (await tab.warningLevel()) === 'danger';
  const isQuiet = (tab: Tab) => async () => (await tab.warningLevel()) === 'none';
  const badge = () => desk.evaluate<string>(`(globalThis.browser ?? chrome).action.getBadgeText({})`);

  test('go on with the keyboard alone, and never in a circle: by reload, back and forward', async () => {
    const there = `${fake}/?a=1&next=https%3A%2F%2Fwww.lakala.com%2F&b=${encodeURIComponent('办理')}#x=1&y`;
    const tab = await visit(there);
    await tab.press('Tab', 'Tab', 'Enter');
    await waitFor(async () => (await tab.url()).includes('/stopped.html'));
    await tab.find('.stopped .primary');
    expect(await tab.evaluate('document.activeElement.className')).toBe('primary');
    const way = '.other-ways details:has(.quiet) summary';
    await tabTo(tab, way);
    await tab.press('Enter');
    await tabTo(tab, '.gate .quiet');
    await waitFor(() => tab.evaluate<boolean>(`document.activeElement.getAttribute('aria-disabled') === 'false'`));
    await tab.press('Enter');
    // The focus is on the last question, not on its button.
    await waitFor(() => tab.evaluate<boolean>(`document.activeElement.matches('p.advice')`));
    await tab.press('Enter', 'Tab');
    await waitFor(() => tab.evaluate<boolean>(`document.activeElement.getAttribute('aria-disabled') === 'false'`));
    await tab.press('Enter');
    await waitFor(async () => (await tab.url()) === there);
    await settle(lab, tab);
    expect(await tab.warningLevel()).toBe('none');
    await tab.reload();
    await settle(lab, tab);
    expect(await tab.warningLevel()).toBe('none');
    for (const way of ['back', 'forward']) {
      await tab.evaluate(`history.${way}()`).catch(() => undefined);
      await pause(1_500);
      expect(await tab.url()).toBe(there);
      expect(await tab.warningLevel()).toBe('none');
    }
    expect((await lab.history())[0]?.decisions.at(-1)?.kind).toBe('proceeded');
    // For this host alone.
    const other = await visit(`https://${han}/`);
    expect(await other.warningLevel()).toBe('danger');
    await other.close();
    await tab.close();
  });

  test('go on nowhere from a stopped page that is framed', async () => {
    const id = (await lab.history())[0]?.id;
    await desk.evaluate(`document.body.append(Object.assign(document.createElement('iframe'), { src: '/stopped.html?assessment=${id}' }))`);
    await waitFor(async () => (await desk.evaluate<string>(`frames[0].document.body.innerText`)).includes('套住'));
    expect(await desk.evaluate(`frames[0].document.querySelectorAll('button, summary, a').length`)).toBe(0);
    await desk.evaluate(`document.querySelector('iframe').remove()`);
  });

  test('trust a host by typing its name, see it in the settings, and end it for open pages at once', async () => {
    const there = `https://${han}/apply?x=1&y=2#z`;
    const tab = await visit(there);
    await reachStopped(tab);
    await step(tab, '我认识它');
    await step(tab, '我核实过');
    await tab.page.keyboard.type('lakala.com');
    await tab.press('Tab', 'Enter');
    expect(await tab.url()).toContain('/stopped.html');
    await tab.evaluate(`(() => { const field = document.querySelector('.gate input'); field.focus(); field.select(); })()`);
    await tab.page.keyboard.type(hanHost);
    await step(tab, '信任 180 天');
    await waitFor(async () => (await tab.url()) === there);
    await settle(lab, tab);
    expect(await tab.warningLevel()).toBe('none');
    const options = await lab.surface('options.html');
    await options.find('.kept');
    expect(await seen(options)).toContain(han);
    await step(options, '不再信任');
    await waitFor(warns(tab));
    await waitFor(async () => (await seen(options)).includes('没有信任的网址'));
    await options.close();
    await tab.close();
  });

  test('pause everything for a quarter of an hour, shown on the button, and warn again when it is over', async () => {
    const tab = await visit(`https://${han}/`);
    expect(await tab.warningLevel()).toBe('danger');
    const options = await lab.surface('options.html');
    await options.find('main');
    await step(options, '所有网页，15 分钟');
    await waitFor(isQuiet(tab));
    expect(await badge()).toBe('‖');
    const alarm = await desk.evaluate<number>(
      `(globalThis.browser ?? chrome).alarms.get('pause-over:').then(({ scheduledTime }) => scheduledTime - Date.now())`,
    );
    expect(Math.round(alarm / 60_000)).toBe(15);
    // As if the quarter were nearly over.
    await desk.evaluate(`(async (api) => {
      const until = Date.now() + 1_500;
      await api.storage.session.set({ pauses: [{ since: Date.now() - 60_000, until }] });
      await api.alarms.create('pause-over:', { when: until });
    })(globalThis.browser ?? chrome)`);
    await lab.restartWorker();
    await waitFor(warns(tab), 20_000);
    expect(await badge()).toBe('');
    await options.close();
    await tab.close();
  });

  test('pause for this session, and resume by a press', async () => {
    const options = await lab.surface('options.html');
    await options.find('main');
    await step(options, '所有网页，到关掉浏览器');
    await waitFor(async () => (await badge()) === '‖');
    const tab = await visit(`https://${han}/`);
    expect(await tab.warningLevel()).toBe('none');
    await step(options, '马上恢复提醒');
    await waitFor(warns(tab));
    await waitFor(async () => (await badge()) === '');
    await options.close();
    await tab.close();
  });

  test('change the language, the size and the mark of every open page at once', async () => {
    const id = (await lab.history())[0]?.id ?? '';
    const tab = await visit(`https://${han}/`);
    const files = ['welcome.html', 'options.html', 'history.html', 'policy.html', `report.html#${id}`, `stopped.html?assessment=${id}`];
    const open = await Promise.all(files.map((file) => lab.surface(file)));
    const all = (claim: string) => waitFor(async () => (await Promise.all(open.map((one) => one.evaluate<boolean>(claim)))).every(Boolean));
    await all(`document.querySelector('main h1') !== null`);
    const options = open[1] as Tab;
    await options.page.select('select', 'en');
    await all(`document.documentElement.lang === 'en' && !/[\\u4e00-\\u9fff]{6}/.test(document.querySelector('h1').textContent)`);
    await waitFor(async () => /Leave/.test((await tab.warning())?.text ?? ''), 20_000);
    await options.page.select('select', 'zh_TW');
    await all(`document.documentElement.lang === 'zh-TW'`);
    await waitFor(async () => /離開/.test((await tab.warning())?.text ?? ''), 20_000);
    await options.page.select('select', 'zh_CN');
    await all(`document.documentElement.lang === 'zh-CN'`);
    await options.click('.tick input[type=checkbox]');
    await all(`document.documentElement.classList.contains('large')`);
    await lab.ask('changeSettings', { largeText: false, mark: { picture: 'boat', phrase } });
    await all(
      `document.querySelector('.own-mark')?.textContent.includes('${phrase}') && !document.documentElement.classList.contains('large')`,
    );
    const warning = await tab.warning();
    expect(`${warning?.text} ${await tab.evaluate<string>('document.documentElement.outerHTML')}`).not.toContain(phrase);
    for (const one of [...open, tab]) await one.close();
  });

  test('read in the popup who the page speaks as, where that is, what is known of its licence, and what can be done', async () => {
    await lab.ask('changeSettings', { language: 'zh_CN' });
    for (const [url, words] of [
      [
        `https://${han}/`,
        [
          '高风险',
          hanHost,
          '身份证号码',
          '为什么提醒',
          '这是误报',
          'lakala.com',
          '95016',
          'Z2002511000017',
          '2026年',
          '举报这个网页',
          '安全办理四步',
        ],
      ],
      ['https://www.lakala.com/', ['持牌机构的网址', 'www.lakala.com', '拉卡拉支付股份有限公司', 'Z2002511000017', '核对日期', '95016']],
    ] as const) {
      const tab = await visit(url);
      const shown = await lab.driver.runInPopup(
        tab.page,
        tab.tabId ?? 0,
        `document.body.innerText + ' wide: ' + (document.documentElement.scrollWidth - document.documentElement.clientWidth)`,
      );
      for (const part of [...words, 'wide: 0']) expect(shown).toContain(part);
      await tab.close();
    }
  });

  test('have the page read aloud only where this computer has a voice of its own', async () => {
    const id = (await lab.history())[0]?.id ?? '';
    const page = await lab.surface(`stopped.html?assessment=${id}`);
    await page.find('.primary');
    await pause(1_500);
    const hasVoice = await page.evaluate<boolean>(
      `speechSynthesis.getVoices().some(({ lang, localService }) => localService && /^(zh|cmn)(?!.*(HK|MO))/i.test(lang))`,
    );
    expect((await seen(page)).includes('读给我听')).toBe(hasVoice);
    await page.close();
  });
});

describe('a visitor with a screen reader in Chromium', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites: await serveSites(journeySites) });
    await lab.ask('changeSettings', {
      language: 'zh_CN',
      helper: { name: '女儿小敏', phone: '138 0000 0000' },
      mark: { picture: 'boat', phrase },
    });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('hears our own page in the order of what matters: stop, whom to call, the way out, why, and the way on last', async () => {
    const tab = await lab.open(`${fake}/`);
    await settle(lab, tab);
    await reachStopped(tab);
    const heard = flatten(await tab.page.accessibility.snapshot({ interestingOnly: false }));
    const order = [
      '办机卫士',
      phrase,
      '先停下',
      '这个网页向您要：身份证号码',
      host,
      '先打给女儿小敏',
      '138 0000 0000',
      '现在怎么办',
      '95016',
      '96110',
      '关掉它，不再访问',
      '打开拉卡拉官网',
      '为什么拦下',
      '网页用了“拉卡拉”官方的口气',
      '怎么认出真的提醒',
      '这是误报',
      '我仍然要打开那个网页',
      '我认识它，以后不用提醒',
    ];
    let from = 0;
    for (const words of order) {
      const at = heard.indexOf(words, from);
      expect(at, `“${words}” after ${heard.slice(Math.max(0, from - 30), from)}`).toBeGreaterThanOrEqual(0);
      from = at + words.length;
    }
    await tab.close();
  });

  test('is not opened by a page that speaks through our own scripts in it', async () => {
    await lab.ask('setHelperPin', { pin: '730518' });
    const tab = await lab.open(`${fake}/`);
    await settle(lab, tab);
    const session = await tab.page.createCDPSession();
    const worlds: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    const ours = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'));
    expect(ours).toBeDefined();
    const say = async (message: object) => {
      const { result } = await session.send('Runtime.evaluate', {
        contextId: ours?.id ?? 0,
        expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value as { ok: boolean };
    };
    for (const request of ['unlock', 'proceed', 'trustHost', 'pauseGuard', 'removeHelperPin', 'changeSettings', 'explainGuard'])
      expect(
        await say({ request, payload: { pin: '730518', assessmentId: (await lab.history())[0]?.id, length: 'session' } }),
      ).toMatchObject({
        ok: false,
      });
    await session.detach();
    // Not even counted as a try.
    expect(await lab.ask('unlock', { pin: '730518' })).toHaveProperty('unlock');
    await tab.close();
  });
});

type Node = { name?: string | number | undefined; children?: Node[] } | null;
const flatten = (node: Node): string =>
  node ? [node.children?.length ? '' : String(node.name ?? ''), ...(node.children ?? []).map(flatten)].join(' ') : '';

describe('a visitor whose Firefox takes our sight away', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded('firefox', { extensionDir: builtExtension('firefox'), sites: await serveSites(journeySites) });
    await lab.ask('changeSettings', { language: 'zh_CN' });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('is told on the button and in the popup, and gives it back with one press', async () => {
    const popup = await lab.surface('popup.html');
    await popup.find('main');
    const badge = () => popup.evaluate<string>('browser.action.getBadgeText({})');
    expect(await popup.evaluate(`browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] })`)).toBe(true);
    await waitFor(async () => (await badge()) === '!');
    await lab.driver.showSurface(popup.page, lab.driver.addressOf('popup.html?again'));
    await popup.find('.primary');
    expect(await seen(popup)).toContain('办机卫士现在看不到网页');
    await step(popup, '允许它看网页');
    await waitFor(async () => (await badge()) === '');
    await waitFor(async () => (await seen(popup)).includes('现在看得到网页了'));
    const tab = await lab.open(`${fake}/`);
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    await tab.close();
    await popup.close();
  });
});
