import { existsSync, mkdirSync } from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Level } from '../src/core/verdict.ts';
import { type GalleryPage, gallery, galleryIndex, gallerySites } from './gallery/gallery.ts';
import { type BrowserName, ensureChineseFonts } from './lab/browsers.ts';
import { builtExtension, projectRoot } from './lab/built-extension.ts';
import { type Lab, launchGuarded } from './lab/launch.ts';
import { disagreement, settle } from './lab/settle.ts';
import { type SiteServer, serveSites } from './lab/sites.ts';

const pictures = path.join(projectRoot, 'demo');

const SIDE_BY_SIDE = 3;

interface Visit {
  browser: BrowserName;
  page: GalleryPage;
  level: Level | 'failed';
  evidence: string;
  problem?: string | undefined;
}

/** Opens a browser with the guard and the gallery and stays until it is closed. */
async function showGallery(browser: BrowserName, extension?: string): Promise<number> {
  const sites = await serveSites(gallerySites());
  const lab = await launchGuarded(browser, { extensionDir: extension ?? builtExtension(browser), sites, headless: false });
  await lab.open(galleryIndex);
  console.log(`The gallery is open in ${browser}. Close the browser to end.`);
  await new Promise<void>((closed) => lab.driver.browser.once('disconnected', () => closed()));
  await sites.close();
  return 0;
}

/** Visits every page of the gallery in both browsers without a display: a table, pictures, and 0 only if all is as expected. */
async function tourGallery(browsers: BrowserName[], extension?: string): Promise<number> {
  ensureChineseFonts();
  mkdirSync(pictures, { recursive: true });
  const visits: Visit[] = [];
  let left = 0;
  for (const browser of browsers) {
    const sites = await serveSites(gallerySites());
    const lab = await launchGuarded(browser, { extensionDir: extension ?? builtExtension(browser), sites });
    console.log(`\n${browser} ${await lab.driver.browser.version()}`);
    // The pictures are for readers of Chinese, whatever this machine speaks.
    await lab.ask('changeSettings', { language: 'zh_CN' });
    try {
      visits.push(...(await visitAll(lab)));
      await pictureSurfaces(lab);
    } finally {
      await lab.close();
      left += countLeaks(sites);
      await sites.close();
    }
  }
  const wrong = visits.filter((one) => !isExpected(one));
  console.log(
    `\n${visits.length - wrong.length} of ${visits.length} pages as expected; ${left} requests left the browser. Pictures: ${pictures}`,
  );
  return wrong.length === 0 && left === 0 ? 0 : 1;
}

/** A few pages side by side, printed in the gallery's order. */
async function visitAll(lab: Lab): Promise<Visit[]> {
  const done: Visit[] = [];
  for (let first = 0; first < gallery.length; first += SIDE_BY_SIDE) {
    const some = await Promise.all(gallery.slice(first, first + SIDE_BY_SIDE).map((page) => visit(lab, page)));
    done.push(...some.map(printVisit));
  }
  return done;
}

async function visit(lab: Lab, page: GalleryPage): Promise<Visit> {
  const base = { browser: lab.name, page };
  try {
    const tab = await lab.open(page.url);
    const report = await settle(lab, tab);
    const problem = await disagreement(tab, report);
    await tab.screenshot(path.join(pictures, `${lab.name}-${page.name}.png`));
    await tab.close();
    const { verdict } = report;
    const evidence = verdict && 'evidence' in verdict ? verdict.evidence : [];
    const words = evidence.map(({ signal, found }) => signal + (found[0] ? `(${found[0].text.slice(0, 24)})` : ''));
    return { ...base, level: verdict?.level ?? 'none', evidence: brief(words), problem };
  } catch (error) {
    return { ...base, level: 'failed', evidence: '', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The strongest few; a table is to be read across. */
const brief = (words: string[]): string => words.slice(0, 4).join(', ') + (words.length > 4 ? ` +${words.length - 4}` : '');

const isExpected = ({ page, level, problem }: Visit): boolean => (page.expect as string[]).includes(level) && problem === undefined;

function printVisit(one: Visit): Visit {
  const mark = isExpected(one) ? 'ok ' : 'BAD';
  console.log(`${mark} ${one.level.padEnd(9)}${new URL(one.page.url).host.padEnd(38)} ${one.evidence}`);
  if (!isExpected(one)) console.log(`    expected ${one.page.expect.join(' or ')}${one.problem ? `; ${one.problem}` : ''}`);
  return one;
}

async function pictureSurfaces(lab: Lab): Promise<void> {
  const folder = path.join(projectRoot, '.output', lab.name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  for (const surface of ['history', 'popup'].filter((name) => existsSync(path.join(folder, `${name}.html`)))) {
    const tab = await lab.surface(`${surface}.html`);
    await new Promise((done) => setTimeout(done, 400)); // lists are drawn after their data has come
    await tab.screenshot(path.join(pictures, `${lab.name}-${surface}.png`));
    await tab.close();
  }
}

function countLeaks(sites: SiteServer): number {
  const leaks = sites.strangers();
  for (const { method, scheme, host, path: where } of leaks) console.log(`LEFT THE BROWSER: ${method} ${scheme}://${host}${where}`);
  return leaks.length;
}

const hasDisplay = (): boolean => platform() !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

try {
  const { values } = parseArgs({ options: { headless: { type: 'boolean' }, browser: { type: 'string' }, extension: { type: 'string' } } });
  const { browser, extension } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox')
    throw new Error(`--browser takes chromium or firefox, not ${browser}.`);
  const alone = values.headless || !hasDisplay();
  process.exitCode = alone
    ? await tourGallery(browser ? [browser] : ['chromium', 'firefox'], extension)
    : await showGallery(browser ?? 'chromium', extension);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
