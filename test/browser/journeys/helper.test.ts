import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { journeySites } from './pages.ts';
import { pressWhenReady, reachStopped, seen, step, tabTo, waitFor } from './visitor.ts';

const fake = 'https://shoukuan-bangong.example';
const pin = '730518';
const phrase = '外婆家门前的小船';

describe.each(['chromium', 'firefox'] as const)('a father whose daughter guards him, in %s', (name) => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites(journeySites) });
    await lab.ask('changeSettings', { language: 'zh_CN' });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  const warned = async (path: string): Promise<Tab> => {
    const tab = await lab.open(fake + path);
    await settle(lab, tab);
    return tab;
  };
  const isLocked = async () => {
    for (const [request, payload] of [
      ['proceed', { assessmentId: (await lab.history())[0]?.id ?? '' }],
      ['pauseGuard', { length: 'session' }],
      ['changeSettings', { largeText: false }],
      ['clearHistory', {}],
      ['importAssessments', { rows: [] }],
      ['removeHelperPin', {}],
    ] as const)
      await expect(lab.ask(request, payload as never)).rejects.toThrow('守护');
  };
  const givePin = async (tab: Tab, digits: string) => {
    await tab.find('dialog input');
    await waitFor(() => tab.evaluate<boolean>(`document.querySelector('dialog [type=submit]').getAttribute('aria-disabled') !== 'true'`));
    await tab.page.keyboard.type(digits);
    await tab.press('Enter');
  };
  const answerToPin = async (tab: Tab): Promise<string> => {
    await waitFor(() => tab.evaluate<boolean>(`document.querySelector('dialog .fault')?.textContent !== ''`));
    return tab.evaluate<string>(`document.querySelector('dialog .fault').textContent`);
  };

  test('is set up in one form, with the keyboard alone', async () => {
    const tab = await lab.surface('welcome.html');
    await tab.find('form');
    await tabTo(tab, 'input[type=radio]:checked');
    await tab.press('ArrowDown');
    await tabTo(tab, 'input:not([type])[type=text], input[type=text]');
    await tab.page.keyboard.type('女儿小敏');
    await tab.press('Tab');
    await tab.page.keyboard.type('138 0000 0000');
    await tab.press('Tab');
    await tab.page.keyboard.type(pin);
    await tab.press('Tab');
    await tab.page.keyboard.type(pin);
    await tabTo(tab, 'details summary');
    await tab.press('Enter');
    await tabTo(tab, '.mark-choice input');
    await tab.press(' ');
    await tab.press('ArrowRight');
    await tabTo(tab, 'details input[type=text]');
    await tab.page.keyboard.type(phrase);
    await tab.press('Enter');
    await waitFor(async () => (await tab.evaluate<string>(`document.activeElement.textContent`)) === '设置好了');
    expect(await lab.ask('readSettings', {})).toMatchObject({
      audience: 'relative',
      largeText: true,
      helper: { name: '女儿小敏', phone: '138 0000 0000' },
      mark: { picture: 'moon', phrase },
    });
    expect(await seen(tab)).toContain('卸载');
    await isLocked();
    await tab.close();
  });

  test('reads on the warning whom to call first, and finds no way on there', async () => {
    const tab = await warned('/');
    const warning = await tab.warning();
    expect(warning?.text).toMatch(/先打给女儿小敏[\s\S]*138 0000 0000/);
    expect(warning?.buttons.join()).not.toMatch(/继续|信任|暂停/);
    expect(`${warning?.text} ${await tab.evaluate<string>('document.documentElement.outerHTML')}`).not.toContain(phrase);
    await tab.close();
  });

  test('reaches our own page, tries to go on, and five wrong PINs leave everything locked and working', async () => {
    const tab = await warned('/');
    await reachStopped(tab);
    expect(await seen(tab)).toMatch(/您的记号 外婆家门前的小船[\s\S]*先停下[\s\S]*先打给女儿小敏[\s\S]*138 0000 0000/);
    await step(tab, '我仍然要打开');
    await pressWhenReady(tab, '我看过了');
    await pressWhenReady(tab, '确认打开');
    const answers: string[] = [];
    for (const wait of [1, 2, 4, 8, 300]) {
      await givePin(tab, '111222');
      answers.push(await answerToPin(tab));
      if (wait < 300) await pause(wait * 1000 + 300);
    }
    expect(answers.map((answer) => answer.replace(/\D/g, ''))).toEqual(['1', '2', '4', '8', '5']);
    await givePin(tab, pin);
    await waitFor(async () => (await answerToPin(tab)).startsWith('前面输错过'));
    await lab.restartWorker();
    await givePin(tab, pin);
    await waitFor(async () => (await answerToPin(tab)).startsWith('前面输错过'));
    await isLocked();
    const other = await warned('/');
    expect(await other.warningLevel()).toBe('danger');
    await other.close();
    // Giving up gives the focus back, and nothing has changed.
    await tab.press('Escape');
    await waitFor(async () => (await seen(tab)).includes('没有输入守护密码，什么也没有改变'));
    await tab.close();
  });

  test('goes on with the right PIN, to the very address, once and for this host alone', async () => {
    const there = '/?a=1&b=%E5%8A%9E%E7%90%86&c=x#part=2&d';
    // The five minutes after the wrong ones are over.
    const desk = await lab.surface('policy.html');
    await desk.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ helperWrongPins: { wrong: 5, at: Date.now() - 300_000 } })`);
    await desk.close();
    const tab = await warned(there);
    await reachStopped(tab);
    await step(tab, '我仍然要打开');
    await pressWhenReady(tab, '我看过了');
    await pressWhenReady(tab, '确认打开');
    await givePin(tab, pin);
    await waitFor(async () => (await tab.url().catch(() => '')) === fake + there);
    expect((await settle(lab, tab)).verdict).toMatchObject({ level: 'none', because: 'trusted' });
    expect(await tab.warningLevel()).toBe('none');
    await tab.reload();
    await settle(lab, tab);
    expect(await tab.warningLevel()).toBe('none');
    // The word of the PIN died with the page that asked for it.
    await isLocked();
    await tab.close();
  });

  test('takes the lock off with the PIN alone, from the settings', async () => {
    const tab = await lab.surface('options.html');
    await tab.find('.grave');
    await step(tab, '关掉密码锁');
    await givePin(tab, pin);
    await waitFor(async () => (await seen(tab)).includes('密码锁已关掉'));
    await lab.ask('changeSettings', { largeText: false });
    await tab.close();
  });

  test('waits out the time after wrong PINs, though the browser was closed in between', async () => {
    const profileDir = mkdtempSync(path.join(tmpdir(), 'guard-helper-'));
    const start = async () => launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites([]), profileDir });
    const shut = async (one: Lab) => {
      await one.close();
      await one.sites.close();
    };
    try {
      const first = await start();
      await first.ask('setHelperPin', { pin });
      for (const wait of [1, 2, 4, 8, 300]) {
        expect(await first.ask('unlock', { pin: '111222' })).toEqual({ refused: 'wrong', waitSeconds: wait });
        if (wait < 300) await pause(wait * 1000 + 100);
      }
      await shut(first);
      const second = await start();
      expect(await second.ask('unlock', { pin })).toMatchObject({ refused: 'wait' });
      await expect(second.ask('clearHistory', {})).rejects.toThrow();
      await shut(second);
    } finally {
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
