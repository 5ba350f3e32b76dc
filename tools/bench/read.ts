import puppeteer, { type CDPSession, type Page } from 'puppeteer';
import { bundleReader } from '../../test/browser/read/bundle.ts';
import type * as readerModule from '../../test/browser/read/reader.ts';
import { findBrowser } from '../lab/browsers.ts';

declare const reader: typeof readerModule;

const SCRIPT = 'reader.js';
const FORM_ROW = (index: number) =>
  `<div class="row"><label class="must" for="f${index}">字段名称${index}</label><div class="box"><input id="f${index}" name="n${index}" placeholder="请输入"><span class="tip">提示<b>文字</b></span></div></div>`;
const STYLE = '<style>.row{display:flex;margin:8px}.row label{width:120px}.must::before{content:"*";color:red}.left{float:left}</style>';
const SHELL = `<nav>${Array.from({ length: 12 }, (_, index) => `<a href="/n${index}">导航${index}</a>`).join('')}</nav><h1>商户入驻申请</h1>`;
const LINE = (index: number) =>
  `<div class="line l${index % 50}"><span class="lead">第${index}行文字</span> 说明 <a href="/x">链接</a><b>好</b></div>`;

const repeat = (times: number, write: (index: number) => string) => Array.from({ length: times }, (_, index) => write(index)).join('');
const pages: Record<string, string> = {
  'form of 12': SHELL + repeat(12, FORM_ROW),
  'form of 60': SHELL + repeat(60, FORM_ROW),
  '1,000 decoys': repeat(1_000, (index) => `<div><span>备注${index}</span><input name="a${index}"></div>`),
  '1,000 bare controls': '<div><input></div>'.repeat(1_000),
  '10,000 nodes': SHELL + repeat(1_100, LINE),
  '50,000 nodes': SHELL + repeat(5_500, LINE),
  '5 MB of text': `${repeat(2_500, (index) => `<p>${`无关文字内容段落${index}`.repeat(70)}</p>`)}<h2>标题</h2><input>`,
};

/** One line of the table: milliseconds at the given quantiles. */
function row(name: string, times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1).padStart(8);
  return `${name.padEnd(32)}${at(0.5)}${at(0.95)}${at(1)}`;
}

async function open(page: Page, html: string, code: string): Promise<void> {
  await page.setContent(`<!doctype html><html lang="zh">${STYLE}${html}`);
  await page.evaluate(`${code.replace(/^var reader\s*=/, 'globalThis.reader =')}\n//# sourceURL=${SCRIPT}`);
  await page.evaluate(() => document.body.getBoundingClientRect().width);
}

const measure = (page: Page, times: number) =>
  page.evaluate(async (count) => {
    const options = { shadowRootOf: (element: Element) => element.shadowRoot, words: /POS|刷卡/ };
    const spent = { read: [] as number[], task: [] as number[], triage: [] as number[] };
    for (let run = 0; run < count; run++) {
      let start = performance.now();
      reader.triage(document, /POS|刷卡/, options.shadowRootOf);
      spent.triage.push(performance.now() - start);
      start = performance.now();
      const gaps: number[] = [];
      const channel = new MessageChannel();
      let last = performance.now();
      channel.port1.onmessage = () => {
        gaps.push(performance.now() - last);
        last = performance.now();
        channel.port2.postMessage(0);
      };
      channel.port2.postMessage(0);
      const reading = await reader.readPageInSlices(document, options);
      channel.port1.close();
      spent.read.push(reading.spent);
      spent.task.push(Math.max(0, ...gaps));
    }
    return spent;
  }, times);

/** The share of the main thread that watching and reading take while a page adds 1,000 nodes a second, by samples of the stack. */
async function measureStorm(page: Page, session: CDPSession, seconds: number): Promise<number> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 250 });
  await session.send('Profiler.start');
  await page.evaluate(async (length) => {
    const options = { shadowRootOf: (element: Element) => element.shadowRoot };
    const watch = reader.watchPage(document, () => reader.readPageInSlices(document, options).then(({ spent }) => spent), options);
    const storm = setInterval(() => {
      for (let index = 0; index < 10; index++)
        document.body.append(Object.assign(document.createElement('p'), { textContent: '新的文字' }));
      while (document.body.childElementCount > 2_000) document.body.firstElementChild?.remove();
    }, 10);
    await new Promise((resolve) => setTimeout(resolve, length * 1_000));
    clearInterval(storm);
    watch.stop();
  }, seconds);
  const { profile } = await session.send('Profiler.stop');
  const ours = new Set<number>();
  // parents come before their children
  for (const { id, callFrame, children } of profile.nodes) {
    if (callFrame.url === SCRIPT) ours.add(id);
    if (ours.has(id)) for (const child of children ?? []) ours.add(child);
  }
  const total = profile.endTime - profile.startTime;
  return (profile.samples ?? []).reduce((sum, id, index) => sum + (ours.has(id) ? (profile.timeDeltas?.[index] ?? 0) : 0), 0) / total;
}

const code = await bundleReader();
const browser = await puppeteer.launch({
  executablePath: await findBrowser('chromium'),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const rates = process.argv.includes('--storm') ? [] : [1, 4];
  for (const rate of rates) {
    console.log(`\nms at ${rate}x CPU throttle${' '.repeat(10)}      p50     p95     max`);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    for (const [name, html] of Object.entries(pages)) {
      await open(page, html, code);
      const { read, task, triage } = await measure(page, /form/.test(name) ? 40 : 8);
      console.log(row(`${name}: triage`, triage));
      console.log(row('  read', read));
      console.log(row('  longest task', task));
    }
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await open(page, '<p></p>', code);
  const share = await measureStorm(page, session, 10);
  console.log(`\nstorm of 1,000 nodes a second: watch and readings take ${(share * 100).toFixed(2)} % of the main thread`);
} finally {
  await browser.close();
}
