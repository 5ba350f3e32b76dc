import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PageSnapshot } from '../../../src/core/page/snapshot.ts';
import { findBrowser } from '../../../tools/lab/browsers.ts';
import { bundleReader } from './bundle.ts';
import type * as readerModule from './reader.ts';

declare const reader: typeof readerModule;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const code = await bundleReader();
  browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  // what the platform offers an extension for closed roots
  await page.evaluateOnNewDocument(
    `{ const roots = new WeakMap(); const attach = Element.prototype.attachShadow;
       Element.prototype.attachShadow = function (init) { const root = attach.call(this, init); roots.set(this, root); return root; };
       globalThis.shadowRootOf = (element) => roots.get(element) ?? null; }\n${code.replace(/^var reader\s*=/, 'globalThis.reader =')}`,
  );
}, 60_000);
afterAll(() => browser?.close());

async function open(html: string): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="zh"><title>页面</title>${html}`);
}

const read = async (html: string): Promise<PageSnapshot> => {
  await open(html);
  return page.evaluate(() => reader.readPage(document, { shadowRootOf }).snapshot);
};
declare const shadowRootOf: (element: Element) => ShadowRoot | null;

const labelsOf = (snapshot: PageSnapshot, index = 0) => snapshot.fields[index]?.labels.map(({ route, text }) => `${route}: ${text}`) ?? [];

describe('with a layout', () => {
  test('words in the colour of their ground, off the page or too small part no word', async () => {
    const styles = [
      'color:#fff',
      'font-size:0',
      'position:absolute;left:-999px',
      'display:inline-block;width:0;overflow:hidden',
      'color:transparent',
      'opacity:.01',
      'visibility:hidden',
      'font-size:1px',
    ];
    for (const style of styles) {
      const { blocks } = await read(`<style>.n{${style}}</style><p>请上传身<b class="n">废</b>份<i class="n">x</i>证照片</p>`);
      expect(
        blocks.filter(({ role }) => role !== 'hidden').map(({ text }) => text),
        style,
      ).toEqual(['请上传身份证照片']);
    }
  });

  test('noise is found although most elements of its kind are innocent', async () => {
    const { blocks } = await read(
      `<style>i:nth-child(6){font-size:0}</style><p>甲<i>乙</i>丙<i>丁</i>戊<i>己</i>庚<i>辛</i>身<i>x</i>份<i>废</i>证</p>`,
    );
    expect(blocks[0]?.text).toBe('甲乙丙丁戊己庚辛身x份证');
  });

  test('words that a stylesheet draws belong to the text and to the control', async () => {
    const html =
      '<style>.id::before{content:"身份证号码"}.card::after{content:attr(data-t)}</style><div class="id"></div><input><br><span class="card" data-t="银行卡号"></span><input>';
    const snapshot = await read(html);
    expect(snapshot.blocks).toEqual([
      { role: 'pseudo', text: '身份证号码' },
      { role: 'pseudo', text: '银行卡号' },
    ]);
    expect(labelsOf(snapshot)).toContain('pseudo: 身份证号码');
    expect(labelsOf(snapshot, 1)).toContain('pseudo: 银行卡号');
  });

  test('a label far away in the tree is found by its place on screen', async () => {
    const html = `<style>p,section{position:absolute;margin:0}input{width:200px;height:30px}</style>
      <p style="left:20px;top:105px">身份证号码</p><p style="left:20px;top:205px">结算银行卡</p><div><div><div><hr>
      <section style="left:120px;top:100px"><div><div><div><div><input></div></div></div></div></section></div></div></div><div><div><div><hr>
      <section style="left:120px;top:200px"><div><div><div><div><input></div></div></div></div></section></div></div></div>`;
    const snapshot = await read(html);
    expect(labelsOf(snapshot)[0]).toBe('near: 身份证号码');
    expect(labelsOf(snapshot, 1)[0]).toBe('near: 结算银行卡');
  });

  test('a hidden file input is visible if what stands for it is', async () => {
    const snapshot = await read(`<label class="box">上传身份证正面<input type="file" hidden></label>
      <label for="f">上传营业执照</label><input type="file" id="f" style="display:none">
      <div style="width:90px;height:90px;position:relative"><input type="file" style="opacity:0;position:absolute;inset:0"></div>
      <div style="display:none"><label>旧的<input type="file"></label></div>
      <input style="position:absolute;left:-5000px"><div style="width:200px;height:40px"><input style="opacity:0"></div>`);
    expect(snapshot.fields.map(({ visible }) => visible)).toEqual([true, true, true, false, false, true]);
  });

  test('a box that only looks clickable offers to take a file', async () => {
    const snapshot = await read('<div style="cursor:pointer"><p>点击上传身份证国徽面</p></div><p>请准备好再上传身份证照片,以便审核</p>');
    expect(snapshot.fields.map(({ control }) => control)).toEqual(['drop']);
    expect(labelsOf(snapshot).join()).toContain('国徽面');
  });

  test('content without a box of its own is shown', async () => {
    expect((await read('<p>身<span style="display:contents">份</span>证</p>')).blocks[0]?.text).toBe('身份证');
  });

  test('closed roots, slots and ten thousand levels are read', async () => {
    await open('<x-form><b slot="t">身份证</b></x-form>');
    const found = await page.evaluate(() => {
      const root = (document.querySelector('x-form') as Element).attachShadow({ mode: 'closed' });
      root.innerHTML = '<label for="a"><slot name="t"></slot>号码</label><input id="a">';
      let at = document.body.appendChild(document.createElement('div'));
      at.hidden = true; // Chromium's own layout ends at a few thousand levels that are shown
      for (let level = 0; level < 10_000; level++) at = at.appendChild(document.createElement('div'));
      at.innerHTML = '深处 <input placeholder="银行卡号">';
      return reader.readPage(document, { shadowRootOf }).snapshot;
    });
    expect(found.blocks.map(({ text }) => text)).toEqual(expect.arrayContaining(['身份证号码', '深处']));
    expect(found.fields.map(({ labels }) => labels.at(-1)?.text)).toEqual([expect.any(String), expect.any(String)]);
    expect(labelsOf(found, 1)).toContain('placeholder: 银行卡号');
  }, 30_000);

  const asks = [
    ...[
      'getAttribute',
      'hasAttribute',
      'hasAttributes',
      'localName',
      'nodeType',
      'parentNode',
      'parentElement',
      'firstChild',
      'nextSibling',
    ],
    ...[
      'previousSibling',
      'children',
      'childNodes',
      'textContent',
      'firstElementChild',
      'previousElementSibling',
      'querySelector',
      'closest',
    ],
    ...[
      'checkVisibility',
      'ownerDocument',
      'getBoundingClientRect',
      'contains',
      'isConnected',
      'matches',
      'querySelectorAll',
      'shadowRoot',
    ],
    ...[
      'getElementsByTagName',
      'elements',
      'action',
      'attributes',
      'body',
      'host',
      'getRootNode',
      'nextElementSibling',
      'nodeName',
      'tagName',
    ],
  ];
  const clobbered = (names: readonly string[]) =>
    `<form action="/send" title="POS机" class="a"><p>POS机办理</p><b>身份证号码</b><input class="real">${names.map((name) => `<input type="hidden" name="${name}"><input type="hidden" name="${name}">`).join('')}</form>`;

  test('a form whose fields bear the names of what a form is asked is read like any other', async () => {
    const plain = await read(clobbered([]));
    expect(labelsOf(plain).join()).toContain('身份证号码');
    for (const names of [asks, ...asks.map((name) => [name])]) expect(await read(clobbered(names)), names.join()).toEqual(plain);
  });

  test('such a form is noticed by triage and by both watches', async () => {
    await open('<main></main>');
    const counts = await page.evaluate(
      async (html, late) => {
        let [found, changed] = [0, 0];
        reader.watchTriage(document, /POS机/, shadowRootOf, () => found++);
        const watch = reader.watchPage(document, () => changed++, { shadowRootOf });
        await new Promise((resolve) => setTimeout(resolve, 300));
        const before = changed;
        (document.querySelector('main') as Element).innerHTML = html;
        await new Promise((resolve) => setTimeout(resolve, 900));
        watch.stop();
        const triage = [html, late].map((text) => {
          document.body.innerHTML = text;
          return reader.triage(document, /POS机/, shadowRootOf);
        });
        return [found, changed > before, triage];
      },
      clobbered(asks),
      `<form title="POS机">${asks.map((name) => `<input name="${name}"><input name="${name}">`).join('')}</form>`,
    );
    expect(counts).toEqual([1, true, [true, true]]);
  });

  test('a form that plays a control is read for what is in it', async () => {
    for (const play of ['role="textbox"', 'contenteditable', 'class="upload" onclick="go()"']) {
      const { labels } = (
        await read(
          `<form ${play}><p>上传身份证正面</p><label>身份证号码<input></label>${['closest', 'getAttribute', 'localName', 'getRootNode'].map((name) => `<input type="hidden" name="${name}">`).join('')}</form>`,
        )
      ).fields[0] as PageSnapshot['fields'][number];
      expect(labels[0]?.text, play).toBe('身份证号码');
    }
  });

  test('pictures that bear the names of what a document is asked hide nothing', async () => {
    const html = `${['createTreeWalker', 'defaultView', 'getComputedStyle'].map((name) => `<img name="${name}">`).join('')}<h1>POS机办理</h1><label>身份证号码<input></label>`;
    expect(labelsOf(await read(html)).join()).toContain('身份证号码');
    await open('<main></main>');
    const found = await page.evaluate(async (late) => {
      let count = 0;
      reader.watchTriage(document, /POS机/, shadowRootOf, () => count++);
      (document.querySelector('main') as Element).innerHTML = late;
      await new Promise((resolve) => setTimeout(resolve, 900));
      return count;
    }, html);
    expect(found).toBe(1);
  });

  test('a reading in slices equals one at once', async () => {
    await open(`${'<div class="f"><label>姓名</label><input><p>说明<b>文字</b></p></div>'.repeat(800)}`);
    const [same, slices] = await page.evaluate(async () => {
      const whole = reader.readPage(document, { shadowRootOf }).snapshot;
      let tasks = 0;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        tasks++;
        channel.port2.postMessage(0);
      };
      channel.port2.postMessage(0);
      const parts = (await reader.readPageInSlices(document, { shadowRootOf, slice: 2 })).snapshot;
      channel.port1.close();
      return [JSON.stringify(whole) === JSON.stringify(parts), tasks];
    });
    expect(same).toBe(true);
    expect(slices).toBeGreaterThan(2);
  });

  test('nothing on the page is changed and no typed value is asked for', async () => {
    await open(
      '<form><input value="秘密一"><textarea>秘密二</textarea><div contenteditable>秘密三</div><select><option>甲</option></select></form>',
    );
    const [changes, asked, text] = await page.evaluate(() => {
      let asked = 0;
      for (const type of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement])
        Object.defineProperty(type.prototype, 'value', {
          get: () => {
            asked++;
            return '';
          },
        });
      const observer = new MutationObserver(() => {});
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      const text = JSON.stringify(reader.readPage(document, { shadowRootOf }).snapshot);
      return [observer.takeRecords().length, asked, text];
    });
    expect([changes, asked]).toEqual([0, 0]);
    expect(text).not.toContain('秘密');
  });
});

describe('watching', () => {
  beforeEach(() => open('<main><p>开始</p></main>'));

  /** Watches, changes the page, and tells after how long the watch called, or undefined. */
  const delayAfter = (change: string, wait = 1_500) =>
    page.evaluate(
      async (code, most) => {
        const watch = reader.watchPage(
          document,
          () => {
            called ??= performance.now();
            return 1;
          },
          { shadowRootOf },
        );
        let called: number | undefined;
        await new Promise((resolve) => setTimeout(resolve, 100));
        const start = performance.now();
        called = undefined;
        new Function(code)();
        await new Promise((resolve) => setTimeout(resolve, most));
        watch.stop();
        return called === undefined ? undefined : called - start;
      },
      change,
      wait,
    );

  test.each([
    ['a control is added', 'document.querySelector("main").innerHTML = "<input>"'],
    [
      'a control is shown',
      'document.body.innerHTML = "<div hidden><input></div>"; setTimeout(() => { document.querySelector("div").hidden = false; }, 10)',
    ],
    ['words are added', 'document.querySelector("p").append("请上传身份证")'],
    [
      'a placeholder changes',
      'const i = document.createElement("input"); document.body.append(i); setTimeout(() => { i.placeholder = "身份证" }, 10)',
    ],
    ['the route changes', 'history.pushState === 0 || (location.hash = "step2")'],
    [
      'a closed root appears with its host',
      'const d = document.createElement("div"); d.attachShadow({ mode: "closed" }).innerHTML = "<input>"; document.body.append(d)',
    ],
    ['a root is attached later without a trace', 'document.querySelector("main").attachShadow({ mode: "closed" }).innerHTML = "<input>"'],
    ['the document is written anew', 'document.open(); document.write("<input>"); document.close()'],
  ])('calls when %s', async (_what, change) => {
    expect(await delayAfter(change)).toBeLessThan(1_500);
  });

  test.each([
    ['a clock ticks', 'document.querySelector("p").textContent = "12:30"'],
    ['an empty box moves', 'const d = document.createElement("div"); document.body.append(d); d.style.left = "1px"'],
    ['something comes and goes at once', 'const d = document.createElement("input"); document.body.append(d); d.remove()'],
  ])('stays silent when %s', async (_what, change) => {
    expect(await delayAfter(change, 700)).toBeUndefined();
  });

  test.each(['transitionend', 'change'])('is not put off by a page that never stops sending %s', async (name) => {
    const endless = `setInterval(() => document.dispatchEvent(new Event('${name}')), 20)`;
    expect(await delayAfter(endless)).toBeDefined();
  });

  test('calls again for a control that comes in the middle of a storm', async () => {
    const calls = await page.evaluate(async () => {
      const found: boolean[] = [];
      const watch = reader.watchPage(
        document,
        () => {
          const { snapshot, roots, spent } = reader.readPage(document, { shadowRootOf });
          watch.follow(roots);
          found.push(snapshot.fields.length > 0);
          return spent;
        },
        { shadowRootOf },
      );
      const storm = setInterval(() => {
        for (let index = 0; index < 10; index++)
          document.body.append(Object.assign(document.createElement('p'), { textContent: '新的文字' }));
      }, 10);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      document.body.append(document.createElement('input'));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      clearInterval(storm);
      watch.stop();
      return found;
    });
    expect(calls.at(-1)).toBe(true);
    expect(calls[0]).toBe(false);
  }, 20_000);
});

describe('triage while the page changes', () => {
  test.each([
    [
      'words and control come one after the other',
      '<p>你好</p>',
      'document.body.append("办理POS机"); setTimeout(() => document.body.append(document.createElement("input")), 100)',
    ],
    ['a word comes in pieces', '<input><p>PO</p>', 'setTimeout(() => document.querySelector("p").append("S机"), 50)'],
    [
      'both come in a closed root',
      '<p></p>',
      'const d = document.createElement("div"); d.attachShadow({ mode: "closed" }).innerHTML = "<b>POS机</b><input>"; document.body.append(d)',
    ],
    [
      'a long page speaks and keeps its field in a root of an ordinary box',
      `<h1>POS机</h1><main>${'<p>一段<b>文字</b></p>'.repeat(300)}<section><div>别的</div></section></main>`,
      'document.querySelector("section div").attachShadow({ mode: "open" }).innerHTML = "<input>"',
    ],
    [
      'the focus goes where a long page keeps all it says',
      `<main>${'<p>一段<b>文字</b></p>'.repeat(300)}<section><div>别的</div></section></main>`,
      'const d = document.querySelector("section div"); d.attachShadow({ mode: "open" }).innerHTML = "<b>POS机</b><input>"; setTimeout(() => d.shadowRoot.querySelector("input").focus(), 300)',
    ],
    ['a long page says it in a field', `<main>${'<p>一段<b>文字</b></p>'.repeat(300)}</main><input placeholder="POS机">`, ''],
    ['the title tells later', '<input>', 'setTimeout(() => { document.title = "POS机申请" }, 50)'],
  ])('finds out when %s', async (_what, html, change) => {
    await open(html);
    const outcome = await page.evaluate(async (code) => {
      let calls = 0;
      reader.watchTriage(document, /POS机/, shadowRootOf, () => {
        calls++;
      });
      new Function(code)();
      await new Promise((resolve) => setTimeout(resolve, 900));
      return calls;
    }, change);
    expect(outcome).toBe(1);
  });

  test('looks once at a page that changes everywhere, not once for each change', async () => {
    await open(`<main>${'<x-tile></x-tile>说明'.repeat(300)}</main>`);
    const asked = await page.evaluate(async () => {
      let count = 0;
      const rootOf = (element: Element) => {
        count++;
        return shadowRootOf(element);
      };
      reader.watchTriage(document, /POS机/, rootOf, () => undefined);
      const pause = (length: number) => new Promise((resolve) => setTimeout(resolve, length));
      await pause(600);
      const first = count;
      const texts = [...(document.querySelector('main') as Element).childNodes].filter((node) => node instanceof Text);
      for (const text of texts.slice(0, 60)) text.data = '还是说明';
      await pause(3_000);
      return { first, later: count - first };
    });
    expect(asked.first).toBeGreaterThanOrEqual(300);
    expect(asked.later).toBeGreaterThanOrEqual(300);
    expect(asked.later).toBeLessThan(1_500);
  });

  test('says nothing of a page whose scripts alone have the words', async () => {
    await open('<input><script type="application/json">{"a":"POS机"}</script><p>你好</p>');
    expect(await page.evaluate(() => reader.triage(document, /POS机/, shadowRootOf))).toBe(false);
  });
});
