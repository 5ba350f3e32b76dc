import path from 'node:path';
import puppeteer, { type CDPSession, type Page } from 'puppeteer';
import { bundleReader } from '../../test/browser/read/bundle.ts';
import type * as readerModule from '../../test/browser/read/reader.ts';
import { compileKnowledge } from '../compile-knowledge.ts';
import { sentinelFacts } from '../knowledge-plugin.ts';
import { findBrowser } from '../lab/browsers.ts';
import { projectRoot } from '../lab/built-extension.ts';
import { type BenchPage, corpusPages, largePages, madeForms, yardstickForms } from './read-pages.ts';

declare const reader: typeof readerModule;

const SCRIPT = 'reader.js';

/** What may be spent, in milliseconds; by CPU throttle where that makes a difference. */
interface Budget {
  p95?: number;
  max?: number;
}
type Rate = 1 | 4;
const ORDINARY: Record<'triage' | 'read' | 'task', Partial<Record<Rate, Budget>>> = {
  triage: { 1: { p95: 1 } },
  read: { 1: { p95: 5, max: 15 }, 4: { p95: 15, max: 50 } },
  task: { 1: { max: 10 }, 4: { max: 10 } },
};
const OF_50_000: typeof ORDINARY = { triage: { 1: { p95: 5 } }, read: { 1: { p95: 10 }, 4: { p95: 40 } }, task: ORDINARY.task };
const STORM = 0.02;
let failed = 0;

/** One line of the table, with a mark for each budget that it has. */
function row(name: string, times: readonly number[], budget: Budget = {}): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  const figures = { p50: at(0.5), p95: at(0.95), max: at(1) };
  const marks = Object.entries(budget).map(([key, most]) => mark(figures[key as keyof Budget], most, `${key} ≤ ${most}`));
  const shown = Object.values(figures).map((figure) => figure.toFixed(1).padStart(8));
  return `${name.padEnd(32)}${shown.join('')}  ${marks.join('  ')}`;
}

function mark(figure: number, most: number, words: string): string {
  const passed = figure <= most;
  if (!passed) failed++;
  return `${passed ? '✓' : '✗'} ${words}`;
}

async function open(page: Page, html: string, code: string): Promise<void> {
  // A document of its own: watches that began in the one before must not see this one.
  await page.goto('about:blank');
  const still = html.replace(/<script\b[\s\S]*?<\/script>/gi, '');
  await page.setContent(/<!doctype/i.test(html) ? still : `<!doctype html><html lang="zh">${still}`, { waitUntil: 'domcontentloaded' });
  await page.evaluate(`${code.replace(/^var reader\s*=/, 'globalThis.reader =')}\n//# sourceURL=${SCRIPT}`);
  await page.evaluate('document.body?.getBoundingClientRect().width');
}

const measure = (page: Page, times: number) =>
  page.evaluate(
    async (count, words) => {
      const options = { shadowRootOf: (element: Element) => element.shadowRoot };
      const spent = { read: [] as number[], task: [] as number[], triage: [] as number[], look: [] as number[] };
      const { scheduler } = globalThis as unknown as { scheduler: { postTask(run: () => void, options: object): Promise<void> } };
      const post = scheduler.postTask.bind(scheduler);
      for (let run = 0; run < count; run++) {
        // The sentinel as it works in pages: in turns, each a task of its own.
        const looks: number[] = [];
        let due = 0;
        scheduler.postTask = (look, when) => {
          due++;
          return post(() => {
            const start = performance.now();
            look();
            looks.push(performance.now() - start);
            due--;
          }, when);
        };
        reader.watchTriage(document, new RegExp(words, 'iu'), options.shadowRootOf, () => {});
        while (due > 0) await new Promise((resolve) => setTimeout(resolve, 20));
        scheduler.postTask = post;
        spent.triage.push(looks.reduce((sum, look) => sum + look, 0));
        spent.look.push(Math.max(...looks));
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
    },
    times,
    words,
  );

/** Each page once, without its scripts and with code that has never run: what a visitor pays. */
async function measureFirst(page: Page, pages: readonly BenchPage[], code: string) {
  const all = { read: [] as number[], task: [] as number[], triage: [] as number[], look: [] as number[] };
  for (const [, html] of pages) {
    await open(page, html, code);
    const { read, task, triage, look } = await measure(page, 1);
    all.look.push(...look);
    all.read.push(...read);
    all.task.push(...task);
    all.triage.push(...triage);
  }
  return all;
}

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
const { words } = sentinelFacts(compileKnowledge(path.join(projectRoot, 'assets')), projectRoot);
const browser = await puppeteer.launch({
  executablePath: await findBrowser('chromium'),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const throttle = (rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate });
  const sets = { 'yardstick forms': yardstickForms(), 'large made forms': madeForms(), 'pages of the corpora': corpusPages() };
  for (const rate of process.argv.includes('--storm') ? [] : ([1, 4] as const)) {
    console.log(`\nms at ${rate}x CPU throttle${' '.repeat(10)}      p50     p95     max`);
    await throttle(rate);
    for (const [name, pages] of Object.entries(sets)) {
      await measureFirst(page, pages.slice(0, 5), code);
      const { read, task, triage, look } = await measureFirst(page, pages, code);
      console.log(row(`${pages.length} ${name}: sentinel`, triage, ORDINARY.triage[rate]));
      console.log(row('  its longest task', look, ORDINARY.task[rate]));
      console.log(row('  first read', read, ORDINARY.read[rate]));
      console.log(row('  longest task', task, ORDINARY.task[rate]));
    }
    for (const [name, html] of largePages) {
      await open(page, html, code);
      const { read, task, triage, look } = await measure(page, /form/.test(name) ? 40 : 12);
      const budgets = name === '50,000 nodes' ? OF_50_000 : /form/.test(name) ? ORDINARY : { triage: {}, read: {}, task: ORDINARY.task };
      console.log(row(`${name}: sentinel`, triage, budgets.triage[rate]));
      console.log(row('  its longest task', look, budgets.task[rate]));
      console.log(row('  read', read, budgets.read[rate]));
      console.log(row('  longest task', task, budgets.task[rate]));
    }
  }
  await throttle(1);
  await open(page, '<p></p>', code);
  const share = await measureStorm(page, session, 10);
  const verdict = mark(share, STORM, `≤ ${STORM * 100} %`);
  console.log(`\nstorm of 1,000 nodes a second: watch and readings take ${(share * 100).toFixed(2)} % of the main thread  ${verdict}`);
  console.log(failed === 0 ? 'every budget is kept' : `${failed} budgets are not kept`);
} finally {
  await browser.close();
}
