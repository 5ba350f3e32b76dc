import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { type Reply, serveSites } from '../../../tools/lab/sites.ts';

const page = (title: string, body: string): Reply => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}`,
  // A page that may not be stored is never kept for the way back.
  headers: { 'cache-control': 'max-age=60' },
});
const form = '<h2>拉卡拉POS机在线申请</h2><label>身份证号码 <input></label><label>银行卡号 <input></label><button>提交申请</button>';
const watchShow = `<script>addEventListener('pageshow', (event) => { globalThis.__kept = event.persisted; });</script>`;
const pages = {
  '/agent': page(
    'POS机免费办理',
    `${watchShow}<h1>POS机免费办理</h1><p>添加微信 pos-demo-001 免费领取POS机</p><input name="sjh" placeholder="手机号">`,
  ),
  '/plain': page('我家的阳台', '<h1>我家的阳台</h1><main></main>'),
  '/fake': page('拉卡拉官网 - POS机办理中心', `<h1>拉卡拉POS机办理中心</h1>${form}`),
  '/ahead': page(
    '我家的阳台',
    '<a id="go" href="/fake">下一页</a><script type="speculationrules">{"prerender":[{"urls":["/fake"],"eagerness":"immediate"}]}</script>',
  ),
};
/** Milliseconds from a deed of the page until our element stands in it. */
const untilWarned = (deed: string) => `new Promise((end) => {
  const start = performance.now();
  ${deed};
  const look = () => document.getElementsByTagName('pos-signup-guard')[0] ? end(performance.now() - start) : setTimeout(look, 5);
  look();
})`;

describe.each(['chromium', 'firefox'] as const)('a page that changes under the visitor in %s', (name) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites([{ host: 'bianhua.example', pages }]) });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test('is judged anew at each route of a single-page application, forth and back', async () => {
    const tab = await lab.open('https://bianhua.example/plain');
    expect((await settle(lab, tab)).verdict?.level ?? 'none').toBe('none');
    const ms = await tab.evaluate<number>(
      untilWarned(
        `history.pushState({}, '', '/shenqing'); document.title = '拉卡拉官网 POS机办理中心'; document.querySelector('main').innerHTML = ${JSON.stringify(form)}`,
      ),
    );
    console.log(`route to danger in ${name}: warned after ${ms.toFixed(0)} ms`);
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    expect((await lab.history())[0]?.url).toBe('https://bianhua.example/shenqing');
    await tab.close();
  });

  test('is still warned about, on the page and on the button, when the visitor comes back to it', async () => {
    const tab = await lab.open('https://bianhua.example/agent');
    expect((await settle(lab, tab)).verdict?.level).toBe('caution');
    await tab.goto('https://bianhua.example/plain');
    await settle(lab, tab);
    expect(await tab.warningLevel()).toBe('none');
    await tab.evaluate('history.back()').catch(() => undefined);
    for (let tries = 0; tries < 40 && !(await tab.url().catch(() => '')).endsWith('/agent'); tries++) await pause(100);
    expect((await settle(lab, tab)).verdict?.level).toBe('caution');
    expect(await tab.warningLevel()).toBe('caution');
    console.log(`back in ${name}: ${(await tab.evaluate('globalThis.__kept')) ? 'kept as it was' : 'loaded again'}`);
    await tab.close();
  });

  test.runIf(name === 'chromium')('is left alone while the browser prepares it, and warned about once it is shown', async () => {
    const seen = (await lab.history()).filter(({ url }) => url.endsWith('/fake')).length;
    const tab = await lab.open('https://bianhua.example/ahead');
    for (let tries = 0; tries < 30 && !lab.sites.requests.some(({ path }) => path === '/fake'); tries++) await pause(100);
    await pause(1_500);
    expect((await lab.history()).filter(({ url }) => url.endsWith('/fake'))).toHaveLength(seen);
    await tab.click('#go');
    for (let tries = 0; tries < 40 && !(await tab.url().catch(() => '')).endsWith('/fake'); tries++) await pause(100);
    expect((await settle(lab, tab)).verdict?.level).toBe('danger');
    const prepared = await tab.evaluate<boolean>(`performance.getEntriesByType('navigation')[0].activationStart > 0`);
    console.log(`prerendered in ${name}: ${prepared}`);
    await tab.close();
  });
});
