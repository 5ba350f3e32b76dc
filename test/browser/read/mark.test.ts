import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';

const link = '<a id="l" href="https://bieren.example/apply">拉卡拉POS机官网申请</a>';
const page = (title: string, body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}`,
});
const offer = (body: string) =>
  page(
    'POS机免费办理',
    `<h1>POS机免费办理</h1><p>添加微信 pos-demo-001 免费领取</p><p>${body}</p><p><a id="other" href="https://bieren.example/">友情链接</a></p>`,
  );

describe.each(['chromium', 'firefox'] as const)('a link that is not the official site it promises, in %s', (name) => {
  let lab: Lab;
  beforeAll(async () => {
    const pages = {
      '/': offer(link),
      '/plain': page('我家的阳台', '<p>今天种了薄荷。</p><p><a id="l" href="https://bieren.example/apply">友情链接</a></p>'),
    };
    lab = await launchGuarded(name, {
      extensionDir: builtExtension(name),
      sites: await serveSites([
        { host: 'daili.example', pages },
        { host: 'bieren.example', pages: { '*': page('别人', '<p>别人</p>') } },
      ]),
    });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  const marked = `document.querySelectorAll('#l span').length`;

  test('bears a mark that is seen and heard with it, and that the page cannot read', async () => {
    const tab = await lab.open('https://daili.example/');
    expect((await settle(lab, tab)).verdict?.level).toBe('caution');
    expect(await tab.evaluate(marked)).toBe(1);
    expect(await tab.evaluate(`document.querySelectorAll('#other span').length`)).toBe(0);
    expect(await tab.evaluate(`document.querySelector('#l').textContent + document.querySelector('#l span').shadowRoot`)).toBe(
      '拉卡拉POS机官网申请null',
    );
    expect(await tab.evaluate<number>(`document.querySelector('#l span').getBoundingClientRect().width`)).toBeGreaterThan(80);
    if (name === 'chromium') {
      const heard = await tab.page.accessibility.snapshot({ root: await tab.find('#l') });
      expect(heard?.name).toMatch(/不在官网名单里|not on the list of official sites/);
    }
    if (process.env.PICTURES) await tab.screenshot(`${process.env.PICTURES}/mark-${name}.png`);
    await tab.close();
  });

  test('gets the mark back when the page has taken it and changes again, and the verdict stays', async () => {
    const tab = await lab.open('https://daili.example/');
    const before = (await settle(lab, tab)).verdict;
    await tab.evaluate(`document.querySelector('#l').replaceChildren('拉卡拉POS机官网申请'); document.body.append('新的文字')`);
    for (let tries = 0; tries < 40 && (await tab.evaluate(marked)) !== 1; tries++) await pause(100);
    expect(await tab.evaluate(marked)).toBe(1);
    expect((await settle(lab, tab)).verdict?.level).toBe(before?.level);
    await tab.close();
  });

  test('bears none on a page that nobody is warned about', async () => {
    const tab = await lab.open('https://daili.example/plain');
    expect((await settle(lab, tab)).verdict?.level ?? 'none').toBe('none');
    expect(await tab.evaluate(marked)).toBe(0);
    await tab.close();
  });
});
