import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { CDPSession } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause, warningElement } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { settle } from '../../../tools/lab/settle.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';

/** Where to keep a picture of everything that was looked at; nowhere without it. */
const pictures = process.env.SURFACE_PICTURES;

const head = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
const pages = {
  danger: `${head}<title>拉卡拉POS机官网</title><h1>拉卡拉POS机官网 办理中心</h1><form><label>身份证号 <input id="sfz"></label><label>银行卡号 <input></label><input type="file"><button>提交</button></form>`,
  caution: `${head}<title>POS机免费办理</title><h1>POS机免费办理</h1><p>个人POS机 无需营业执照，添加微信 pos-demo-001 免费领取</p><label>手机号 <input id="sjh"></label>`,
  // A page whose own measures and directions must not reach ours.
  crooked: `${head}<title>拉卡拉POS机官网</title><style>html{font-size:1px;direction:rtl;writing-mode:vertical-rl;letter-spacing:1em}</style><h1>拉卡拉POS机官网 办理中心</h1><form><label>身份证号 <input id="sfz"></label><label>银行卡号 <input></label></form>`,
};
type PageName = keyof typeof pages;

const helper = { name: '小区便利店二楼财务室王大力师傅和他儿子', phone: '+86 138 0000 0000#12' };
/** A narrow phone, a desk, and the same desk at 400 % zoom. */
const screens = {
  narrow: { width: 320, height: 640, deviceScaleFactor: 1 },
  desk: { width: 1280, height: 860, deviceScaleFactor: 1 },
  zoomed: { width: 320, height: 215, deviceScaleFactor: 4 },
} as const;

const readers = [
  { language: 'zh_CN', largeText: false, scheme: 'light' },
  { language: 'zh_CN', largeText: false, scheme: 'dark' },
  { language: 'zh_TW', largeText: true, scheme: 'light' },
  { language: 'en', largeText: true, scheme: 'dark' },
] as const;

describe('the warning in a page in Chromium', () => {
  let lab: Lab;
  let opened = 0;
  beforeAll(async () => {
    lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites: await serveSites() });
    await lab.ask('changeSettings', { helper });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  const open = async (name: PageName): Promise<Tab> => {
    opened += 1;
    const host = `looks-${opened}.example`;
    lab.sites.add({ host, pages: { '/': { body: pages[name] } } });
    const tab = await lab.open(`https://${host}/`);
    await settle(lab, tab);
    return tab;
  };

  test.each(Object.keys(pages) as PageName[])(
    '%s: axe finds nothing, warning words have a contrast of 7 to 1, and nothing is cut off, however large or small',
    async (name) => {
      const faults: string[] = [];
      for (const { scheme, ...settings } of readers) {
        await lab.ask('changeSettings', settings);
        const tab = await open(name);
        await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const [screen, size] of Object.entries(screens)) {
          await tab.page.setViewport(size);
          await pause(300);
          const called = `${name}-${settings.language}-${scheme}-${screen}`;
          faults.push(...(await look(tab, settings.largeText ? 28 : 20)).map((fault) => `${called}: ${fault}`));
          if (pictures) {
            mkdirSync(pictures, { recursive: true });
            await tab.screenshot(path.join(pictures, `warning-${called}.png`));
          }
        }
        await tab.close();
      }
      expect(faults).toEqual([]);
    },
  );

  test('the keyboard alone goes round in the overlay, past every button, and Escape leaves', async () => {
    const tab = await open('danger');
    const buttons = (await tab.warning())?.buttons ?? [];
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    const visited = [await focusedName(tab)];
    for (let step = 0; step < buttons.length; step += 1) {
      await tab.press('Tab');
      visited.push(await focusedName(tab));
    }
    expect(visited).toEqual([...buttons, buttons[0]]);
    await tab.page.keyboard.down('Shift');
    await tab.press('Tab');
    await tab.page.keyboard.up('Shift');
    expect(await focusedName(tab)).toBe(buttons.at(-1));
    await tab.press('Escape');
    await tab.page.waitForFunction(`location.pathname === '/stopped.html'`, { timeout: 5_000 });
    await tab.close();
  });

  test('closing the bar with the keyboard gives the focus back to where it was', async () => {
    const tab = await open('caution');
    await tab.page.focus('#sjh');
    await tab.pressInWarning((await tab.warning())?.buttons.at(-1) ?? '');
    await pause(300);
    expect(await tab.warningLevel()).toBe('none');
    expect(await tab.evaluate(`document.documentElement.style.marginTop`)).toBe('');
    expect(await tab.type('#sjh', '138')).toBe(true);
    await tab.close();
  });
});

async function focusedName(tab: Tab): Promise<string> {
  const session = await tab.page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const focused = nodes.filter(({ properties }) => properties?.some(({ name, value }) => name === 'focused' && value.value)).at(-1);
  return String(focused?.name?.value);
}

/** What is wrong with the warning that stands, as axe, a ruler and a magnifying glass see it. */
async function look(tab: Tab, smallest: number): Promise<string[]> {
  await tab.page.evaluate(axe.source);
  const session = await tab.page.createCDPSession();
  const { host, root } = await closedRoot(session);
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: host,
    arguments: [{ objectId: root }, { value: smallest }],
    functionDeclaration: String(inspectRoot),
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value as string[];
}

async function closedRoot(session: CDPSession): Promise<{ host: string; root: string }> {
  const { root: document } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: document.nodeId, selector: warningElement });
  const { node } = await session.send('DOM.describeNode', { nodeId, depth: 1, pierce: true });
  const resolve = async (backendNodeId: number | undefined) =>
    (await session.send('DOM.resolveNode', { backendNodeId: backendNodeId ?? -1 })).object.objectId ?? '';
  return { host: await resolve(node.backendNodeId), root: await resolve(node.shadowRoots?.[0]?.backendNodeId) };
}

/** Runs in the page, on our element, with its closed root. */
async function inspectRoot(this: HTMLElement, root: ShadowRoot, smallest: number): Promise<string[]> {
  interface Axe {
    run(context: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  }
  // axe reads open roots only.
  Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true });
  const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(this, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  });
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  for (const part of root.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, fontSize } = getComputedStyle(part);
    if (part.textContent && Number.parseFloat(fontSize) < smallest) faults.push(`${part.outerHTML.slice(0, 80)} is written in ${fontSize}`);
    if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1 && overflowX !== 'visible')
      faults.push(`${part.outerHTML.slice(0, 80)} is ${part.scrollWidth - part.clientWidth} pixels too wide`);
    const { left, right } = part.getBoundingClientRect();
    if (part.textContent && (left < -1 || right > innerWidth + 1)) faults.push(`${part.outerHTML.slice(0, 80)} leaves the screen`);
  }
  for (const button of root.querySelectorAll('button'))
    if (button.getBoundingClientRect().height < 48) faults.push(`"${button.textContent}" is too small to hit`);
  return faults;
}
