import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer';
import { readTexts } from '../../src/core/page/hits.ts';
import type { Lexicon } from '../../src/core/page/lexicon.ts';
import type { PageSnapshot } from '../../src/core/page/snapshot.ts';
import { partsOfPlace, runsOf, type WordingPart } from '../../src/core/page/wording.ts';
import { bundleReader } from '../../test/browser/read/bundle.ts';
import type * as readerModule from '../../test/browser/read/reader.ts';
import { findBrowser } from '../lab/browsers.ts';
import { projectRoot } from '../lab/built-extension.ts';
import { type Case, readCorpus } from '../lab/corpus.ts';
import { pause, within } from '../lab/driver.ts';
import type { Lesson } from './train.ts';

declare const reader: typeof readerModule;

const SIDE_BY_SIDE = 6;
const PAGE_LIMIT = 20_000;
const LARGEST = 600_000; // bytes; larger pages are large on purpose and say nothing
const LATE = 900; // milliseconds after which pages of the corpora have drawn themselves

/** Every page of the corpora whose verdict is beyond doubt, read by the page's own reader in Chromium without the extension. */
export async function readLessons(corpora: readonly string[], lexicon: Lexicon): Promise<Lesson[]> {
  const cases = corpora.flatMap((corpus) => {
    const folder = path.join(projectRoot, 'test/corpus', corpus);
    return readCorpus(folder).map((one) => ({ one, corpus, bytes: readFileSync(path.join(folder, one.html)) }));
  });
  const lessons: Lesson[] = [];
  const code = (await bundleReader()).replace(/^var reader\s*=/, 'globalThis.reader =');
  const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), headless: true, args: ['--no-sandbox'] });
  try {
    const queue = cases.filter(({ bytes, one }) => bytes.length <= LARGEST && labelOf(one) !== undefined);
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { one, corpus, bytes } = next;
        const snapshots = await within(PAGE_LIMIT, visit(browser, one, bytes, code));
        if (!snapshots || snapshots.length === 0) throw new Error(`${corpus}/${one.id} could not be read.`);
        lessons.push(lessonOf(`${corpus}/${one.id}`, groupOf(corpus, one.id), labelOf(one) === true, snapshots, lexicon));
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  } finally {
    await browser.close();
  }
  // Side by side they come in any order; what is learnt must not depend on it.
  return [...lessons, ...seedLessons(lexicon)].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Pages that were written together: a corpus, or what shares the letter before its number (`g2-0014`). */
const groupOf = (corpus: string, id: string) => /^([a-z])\d+-\d+$/.exec(id)?.[1]?.concat(` of ${corpus}`) ?? corpus;

/** Whether a page invites; nothing where its writer could not say, or where the host decides: an institution invites in the words that impostors copy. */
function labelOf({ expect }: Case): boolean | undefined {
  if (expect.includes('licensed')) return undefined;
  const quiet = expect.filter((level) => level === 'none').length;
  return quiet === expect.length ? false : quiet === 0 ? true : undefined;
}

/** The five real pages that the gallery shows, as text. */
function seedLessons(lexicon: Lexicon): Lesson[] {
  const folder = path.join(projectRoot, 'tools/gallery/seeds');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const lines = readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean);
      const snapshot: PageSnapshot = {
        title: lines[0] ?? '',
        description: '',
        blocks: lines.map((text) => ({ role: 'text', text: text.slice(0, 600) })),
        fields: [],
        forms: [],
        images: [],
        leads: [],
        links: [],
      };
      return lessonOf(`seeds/${name}`, 'seeds', true, [snapshot], lexicon);
    });
}

function lessonOf(id: string, group: string, invites: boolean, snapshots: readonly PageSnapshot[], lexicon: Lexicon): Lesson {
  const runs: Record<WordingPart, Set<string>> = { anywhere: new Set(), headline: new Set(), control: new Set() };
  for (const snapshot of snapshots)
    for (const { place, text } of readTexts(snapshot, lexicon))
      for (const part of partsOfPlace(place)) for (const run of runsOf(text)) runs[part].add(run);
  return { id, group, invites, runs };
}

async function visit(browser: Browser, one: Case, bytes: Uint8Array, code: string): Promise<PageSnapshot[]> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    await page.evaluateOnNewDocument(openRoots);
    await serve(page, one, bytes);
    await page.goto(one.url, { waitUntil: 'domcontentloaded' });
    await pause(LATE);
    for (const { type, selector = 'body', value = '', ms = 0 } of one.actions ?? []) {
      if (type === 'wait') await pause(ms);
      else if (type === 'click') await page.evaluate(clickIn, selector);
      else await page.type(selector, value).catch(() => {});
    }
    if (one.actions) await pause(LATE);
    const snapshots = await Promise.all(page.frames().map((frame) => readFrame(frame, code)));
    return snapshots.filter((snapshot) => snapshot !== undefined);
  } finally {
    await context.close();
  }
}

/** Without the extension nobody else can look into closed roots. */
function openRoots(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' });
  };
}

function clickIn(selector: string): void {
  const find = (root: ParentNode): Element | null | undefined =>
    root.querySelector(selector) ??
    [...root.querySelectorAll('*')].map((element) => element.shadowRoot && find(element.shadowRoot)).find(Boolean);
  (find(document) as HTMLElement | null | undefined)?.click();
}

async function serve(page: Page, one: Case, bytes: Uint8Array): Promise<void> {
  const address = (url: string) => new URL(url).href.split('#')[0];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = address(request.url());
    const frame = one.frames?.find((other) => address(other.url) === url);
    if (url === address(one.url)) void request.respond({ body: bytes, contentType: `text/html; charset=${one.encoding ?? 'utf-8'}` });
    else if (frame) void request.respond({ body: frame.html, contentType: 'text/html; charset=utf-8' });
    else if (request.url().startsWith('data:')) void request.continue();
    else void request.abort();
  });
}

async function readFrame(frame: Frame, code: string): Promise<PageSnapshot | undefined> {
  try {
    await frame.evaluate(code);
    return await frame.evaluate(() => reader.readPage(document, { shadowRootOf: (element) => element.shadowRoot }).snapshot);
  } catch {
    // gone, or a frame that may not run scripts
    return undefined;
  }
}
