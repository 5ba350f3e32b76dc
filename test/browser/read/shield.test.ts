import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { listenIn, storageOf } from './listen-in.ts';

const ID = '11010519491231002X';
const CARD = '6222021234567890128';
const page = (title: string, body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}`,
});
/** Says that it is an institution's and asks for nothing by name. */
const claims = (body: string) => page('拉卡拉官网 - POS机办理中心', `<h1>拉卡拉POS机办理中心</h1><p>官方直签，免费办理POS机。</p>${body}`);
const fields: Record<string, string> = {
  'an input': '<input class="f">',
  'a text area': '<textarea class="f"></textarea>',
  'an editable region': '<div class="f" contenteditable="true" style="width:200px;height:40px"></div>',
  'a password box': '<input class="f" type="password">',
};
const boxes = `<div>${'<input class="f" maxlength="1" style="width:20px" oninput="if(this.value)this.nextElementSibling?.focus()">'.repeat(18)}</div>`;
const closed = `<div id="host" tabindex="-1"></div><script>document.querySelector('#host').attachShadow({ mode: 'closed' }).innerHTML = '<input autofocus>'</script>`;
/** Shows what is typed into it: a card drawn on the screen. */
const mirror = `<input class="f" oninput="document.querySelector('#m').textContent = document.title = '确认 ' + this.value"><p id="m"></p>`;

const pages = Object.fromEntries(Object.values(fields).map((field, index) => [`/${index}`, claims(field)]));
const sites = [
  {
    host: 'shuru.example',
    pages: {
      ...pages,
      '/boxes': claims(boxes),
      '/closed': claims(closed),
      '/mirror': claims(mirror),
      '/agent': page(
        'POS机免费办理',
        '<h1>POS机免费办理</h1><p>添加微信 pos-demo-001 免费领取POS机</p><input class="f"><button>立即申请</button>',
      ),
      '/plain': page('装修日记', '<h1>我家的阳台</h1><p>今天种了薄荷。</p><input class="f">'),
    },
  },
];

describe.each(['chromium', 'firefox'] as const)('what is typed in %s', (name) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites(sites) });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  async function visit(path: string, level: string): Promise<Tab> {
    const tab = await lab.open(`https://shuru.example${path}`);
    expect((await settle(lab, tab)).verdict?.level).toBe(level);
    return tab;
  }

  test.each(Object.keys(fields).map((what, index) => [what, `/${index}`] as const))(
    'turns a page that claims to be an institution into a danger once an ID number stands in %s',
    async (_what, path) => {
      const tab = await visit(path, 'caution');
      await tab.type('.f', ID.slice(0, 17));
      await pause(600);
      expect((await lab.report(tab)).verdict?.level).toBe('caution');
      await tab.press('X');
      const report = await settle(lab, tab);
      expect(report.verdict).toMatchObject({ level: 'danger', asks: expect.arrayContaining(['idNumber']) });
      expect(await tab.warningLevel()).toBe('danger');
      expect(await tab.type('.f', '1').catch(() => false)).toBe(false);
      await tab.close();
    },
  );

  test('sees a number in boxes, and closes them all', async () => {
    const tab = await visit('/boxes', 'caution');
    await tab.type('.f', ID);
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    expect(await tab.evaluate<number>(`document.querySelectorAll('.f:disabled').length`)).toBe(18);
    await tab.close();
  });

  test('sees a number typed in a closed shadow tree', async () => {
    const tab = await visit('/closed', 'caution');
    await tab.press('Tab', 'Tab', 'Tab');
    await tab.evaluate(`document.querySelector('#host').focus()`);
    for (let tries = 0; tries < 6 && (await tab.evaluate('document.activeElement?.id')) !== 'host'; tries++) await tab.press('Tab');
    await tab.press('Tab');
    await tab.page.keyboard.type(CARD);
    expect((await settle(lab, tab)).verdict).toMatchObject({ level: 'danger', asks: expect.arrayContaining(['bankCard']) });
    await tab.close();
  });

  test('keeps to a bar, and names what was typed, on a page that imitates nobody', async () => {
    const tab = await visit('/agent', 'caution');
    await tab.type('.f', ID);
    expect((await settle(lab, tab)).verdict).toMatchObject({ level: 'caution', asks: expect.arrayContaining(['idNumber']) });
    await tab.close();
  });

  test('goes nowhere: not into a message, the storage, the history, the console or a request', async () => {
    const ear = await listenIn(lab);
    const said: string[] = [];
    const listen = (tab: Tab) =>
      tab.page.on('console', (message) => said.push(message.text())).on('pageerror', (error) => said.push(String(error)));
    for (const [path, level] of [
      ['/mirror', 'caution'],
      ['/0', 'caution'],
      ['/agent', 'caution'],
      ['/plain', 'none'],
    ] as const) {
      for (const value of [ID, CARD]) {
        const tab = await visit(path, level);
        listen(tab);
        await tab.type('.f', value);
        await settle(lab, tab);
        await pause(300);
        await tab.close();
      }
    }
    const heard = await ear.heard();
    expect(heard.filter((message) => message.includes('judgePage')).length).toBeGreaterThan(6);
    expect(heard.join()).toContain('"typed"');
    const history = JSON.stringify(await lab.history());
    expect(history).toContain('shuru.example');
    const everything = [
      ...heard,
      await storageOf(ear.surface),
      history,
      ...said,
      ...lab.sites.requests.map((request) => JSON.stringify(request)),
    ];
    await ear.surface.close();
    const text = everything.join('\n').replace(/[\s-]/g, '');
    for (const value of [ID, CARD])
      for (let at = 0; at + 7 <= value.length; at++)
        expect(text.includes(value.slice(at, at + 7)), `digits ${at} to ${at + 7}`).toBe(false);
  });
});
