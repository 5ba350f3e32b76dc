import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { journeySites } from './pages.ts';

const fake = 'https://shoukuan-bangong.example';

describe.each(['chromium', 'firefox'] as const)('a merchant in %s', (name) => {
  let lab: Lab;
  let tab: Tab;

  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites(journeySites) });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  const visit = async (path: string, host = fake) => {
    tab = await lab.open(host + path);
    return settle(lab, tab);
  };

  test('is warned before typing, in words that name what was asked for and where the institution is', async () => {
    const report = await visit('/');
    expect(report.verdict?.level).toBe('danger');
    const warning = await tab.warning();
    expect(warning?.role).toBe('alertdialog');
    expect(warning?.text).toContain('lakala.com');
    expect(warning?.text).toMatch(/ID card number|身份证号码/);
    await tab.close();
  });

  test('cannot type into the page behind the warning, and nothing is sent', async () => {
    await visit('/');
    expect(await tab.type('#id-number', '110101199003070000')).toBe(false);
    const value = await (await tab.find('#id-number')).evaluate((field) => (field as HTMLInputElement).value);
    expect(value).toBe('');
    await tab.evaluate('document.forms[0].requestSubmit()').catch(() => undefined);
    await pause(300);
    expect(lab.sites.requests.filter(({ path }) => path === '/submit')).toEqual([]);
    await tab.close();
  });

  test('leaves with the keyboard alone: the focus is on the safe button', async () => {
    await visit('/');
    await tab.press('Enter');
    await pause(1_500);
    expect(await tab.url().catch(() => 'extension')).not.toContain('shoukuan-bangong');
    const [newest] = await lab.history();
    expect(newest?.decisions.at(-1)?.kind).toBe('left');
    await tab.close();
  });

  test('is not taken at a key that was meant for the page: the warning hears none for half a second', async () => {
    await visit('/spa');
    const stood: number[] = [];
    tab.page.on('console', (message) => void stood.push(Number(message.text())));
    await tab.evaluate(`new MutationObserver((changes, observer) => {
      observer.disconnect();
      const since = performance.now();
      setInterval(() => console.log(performance.now() - since), 20);
    }).observe(document.documentElement, { childList: true });
    document.title = '拉卡拉官网 POS机办理中心';
    document.querySelector('main').innerHTML = '<h2>拉卡拉POS机在线申请</h2><label>身份证号码 <input></label><label>银行卡号 <input></label>';`);
    for (let tries = 0; tries < 200 && (await tab.url().catch(() => '')).startsWith(fake); tries++) {
      await tab.press('Escape').catch(() => undefined);
      await pause(20);
    }
    expect(await tab.url().catch(() => 'elsewhere')).not.toContain('shoukuan-bangong');
    expect(Math.max(...stood)).toBeGreaterThan(450);
    await tab.close();
  });

  test('goes to the official site from the warning, by keyboard', async () => {
    await visit('/');
    await tab.press('Tab', 'Enter');
    await pause(1_500);
    expect(await tab.url()).toBe('https://www.lakala.com/');
    const [newest] = await lab.history();
    expect(newest?.decisions.at(-1)?.kind).toBe('acceptedSuggestion');
    await tab.close();
  });

  test('sees nothing on the institution’s own site, and the popup names it', async () => {
    const report = await visit('/shenqing', 'https://www.lakala.com');
    expect(report.verdict).toEqual({ level: 'licensed', provider: 'lakala' });
    expect(report.provider).toMatchObject({ name: '拉卡拉', licence: 'Z2002511000017', hotline: '95016' });
    expect(await tab.warningLevel()).toBe('none');
    await tab.close();
  });

  test('is warned by a bar that blocks nothing where only a phone number is wanted', async () => {
    const report = await visit('/lead');
    expect(report.verdict?.level).toBe('caution');
    expect(await tab.warningLevel()).toBe('caution');
    expect(await tab.type('#phone', '138')).toBe(true);
    await tab.close();
  });

  test('is warned of a form in a frame from another host', async () => {
    const report = await visit('/frame');
    expect(report.verdict?.level).toBe('danger');
    expect(await tab.type('#id-number', '1').catch(() => false)).toBe(false);
    await tab.close();
  });

  test('is warned when the field comes late', async () => {
    expect((await visit('/late')).verdict?.level).not.toBe('danger');
    await tab.evaluate(`document.querySelector('main').innerHTML = '<label>身份证号码 <input></label><label>银行卡号 <input></label>'`);
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    await tab.close();
  });

  test('is judged anew when the page changes its route, and after a reload', async () => {
    expect((await visit('/spa')).verdict?.level).toBe('none');
    await tab.evaluate(`history.pushState({}, '', '/spa/shenqing'); document.title = '拉卡拉官网 POS机办理中心';
      document.querySelector('main').innerHTML = '<h2>拉卡拉POS机在线申请</h2><label>身份证号码 <input></label><label>银行卡号 <input></label><button>提交申请</button>'`);
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    // In a tab of its own: three dangerous documents within seconds are a page that loads itself again and again.
    await tab.close();
    expect((await visit('/')).verdict?.level).toBe('danger');
    await tab.reload();
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    expect(await tab.warningLevel()).toBe('danger');
    await tab.close();
  });

  test('keeps every recorded assessment and decision when the background is killed', async () => {
    await visit('/');
    const before = await lab.history();
    await lab.restartWorker();
    expect(await lab.history()).toEqual(before);
    // The guard in the page goes on: its choice wakes the background, which still knows the tab.
    await tab.press('Enter');
    await pause(2_000);
    expect((await lab.history())[0]?.decisions.at(-1)?.kind).toBe('left');
    await tab.close();
  });
});
