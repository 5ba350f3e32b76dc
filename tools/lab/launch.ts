import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { Assessment } from '../../src/core/assessment.ts';
import type { Answer, SurfaceRequests, TabReport } from '../../src/platform/messages.ts';
import type { BrowserName } from './browsers.ts';
import { startChromium } from './chromium.ts';
import { type Driver, pause } from './driver.ts';
import { startFirefox } from './firefox.ts';
import type { SiteServer } from './sites.ts';
import { Tab } from './tab.ts';

export interface LaunchOptions {
  /** An unpacked extension, e.g. `.output/chrome-mv3`. */
  extensionDir: string;
  sites: SiteServer;
  headless?: boolean;
  /** Keep it to see what survives closing the browser. */
  profileDir?: string;
  /** Where files go that pages let the visitor save. */
  downloadDir?: string;
  /** Whether the visitor allowed the extension in private windows too. */
  inPrivate?: boolean;
  args?: string[];
}

/** A real browser with the extension in it and a small invented web around it. */
export interface Lab {
  name: BrowserName;
  driver: Driver;
  sites: SiteServer;
  /** A page of the extension that stays open and speaks to its background. */
  desk: Page;
  open(url: string): Promise<Tab>;
  /** Opens a page of the extension, e.g. `history.html`. */
  surface(file: string): Promise<Tab>;
  /** Sends the background a request of our own pages and gives its answer; throws what it refused with. */
  ask<R extends keyof SurfaceRequests>(request: R, payload: Parameters<SurfaceRequests[R]>[0]): Promise<ReturnType<SurfaceRequests[R]>>;
  /** What the popup would say of the tab. */
  report(tab: Tab): Promise<TabReport>;
  history(): Promise<Assessment[]>;
  restartWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with the extension and waits until the extension answers. The caller closes the sites. */
export async function launchGuarded(name: BrowserName, options: LaunchOptions): Promise<Lab> {
  const extensionDir = path.resolve(options.extensionDir);
  if (!existsSync(path.join(extensionDir, 'manifest.json'))) throw new Error(`There is no built extension in ${extensionDir}.`);
  const { sites } = options;
  const start = name === 'chromium' ? startChromium : startFirefox;
  const driver = await start({
    extensionDir,
    proxyPort: sites.port,
    headless: options.headless ?? true,
    inPrivate: options.inPrivate ?? false,
    args: options.args ?? [],
    ...(options.profileDir === undefined ? {} : { profileDir: path.resolve(options.profileDir) }),
    ...(options.downloadDir === undefined ? {} : { downloadDir: path.resolve(options.downloadDir) }),
  });
  try {
    return await buildLab(driver, sites, extensionDir);
  } catch (error) {
    await driver.browser.close();
    throw error;
  }
}

async function buildLab(driver: Driver, sites: SiteServer, extensionDir: string): Promise<Lab> {
  const desk = (await driver.browser.pages())[0] ?? (await driver.browser.newPage());
  // Any document of the extension may talk to its background; not every build has a history page.
  const deskFile = existsSync(path.join(extensionDir, 'history.html')) ? 'history.html' : 'manifest.json';
  await driver.showSurface(desk, driver.addressOf(deskFile));
  if (existsSync(path.join(extensionDir, 'welcome.html'))) await closeWelcome(desk);
  sites.add({ host: 'doorstep.lab.invalid', pages: { '*': { body: '<!doctype html><title>doorstep</title>' } } });
  let opened = 0;

  const ask: Lab['ask'] = async (request, payload) => openAnswer(request, await send(desk, { request, payload }));
  return {
    name: driver.name,
    driver,
    sites,
    desk,
    ask,
    open: async (url) => {
      opened += 1;
      const tab = await openTab(driver, desk, `http://doorstep.lab.invalid/${opened}`);
      await tab.goto(url);
      return tab;
    },
    surface: async (file) => {
      const page = await driver.browser.newPage({ type: 'window' });
      await driver.showSurface(page, driver.addressOf(file));
      return new Tab(driver, page);
    },
    report: async (tab) => {
      if (tab.tabId === undefined) throw new Error('The extension does not see this tab: it may not read the addresses of web pages.');
      return ask('explainTab', { tabId: tab.tabId });
    },
    history: () => ask('listAssessments', {}),
    restartWorker: () => driver.stopBackground(),
    close: () => driver.browser.close(),
  };
}

/** A window of its own keeps the tab visible, so that its timers and frames run at full speed beside the others. */
async function openTab(driver: Driver, desk: Page, doorstep: string): Promise<Tab> {
  const page = await driver.browser.newPage({ type: 'window' });
  await page.goto(doorstep);
  return new Tab(driver, page, await tabIdOf(desk, doorstep));
}

async function tabIdOf(desk: Page, url: string): Promise<number | undefined> {
  for (let tries = 0; tries < 20; tries += 1) {
    const id = await desk.evaluate(findTab, url);
    if (id !== undefined) return id;
    await pause(25);
  }
  return undefined;
}

const WELCOME_LOOKS = 15;

/** Closes the page that greets a newcomer: it would come to the front of the first tab's window and leave that tab unseen. */
async function closeWelcome(desk: Page): Promise<void> {
  for (let looks = 0; looks < WELCOME_LOOKS && !(await desk.evaluate(removeWelcome)); looks += 1) await pause(100);
}

async function removeWelcome(): Promise<boolean> {
  const world = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  const { tabs } = world.browser ?? world.chrome;
  const welcome = (await tabs.query({})).find(({ url }) => url?.endsWith('/welcome.html'));
  if (welcome?.id !== undefined) await tabs.remove(welcome.id);
  return welcome !== undefined;
}

interface ExtensionApi {
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]>; remove(id: number): Promise<void> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

async function findTab(url: string): Promise<number | undefined> {
  const world = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  const tabs = await (world.browser ?? world.chrome).tabs.query({});
  return tabs.find((tab) => tab.url === url)?.id;
}

function send(desk: Page, message: { request: string; payload: unknown }): Promise<unknown> {
  return desk.evaluate((sent) => {
    const world = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    return (world.browser ?? world.chrome).runtime.sendMessage(sent);
  }, message);
}

function openAnswer<T>(request: string, answer: unknown): T {
  const parsed = answer as Answer<T> | null | undefined;
  if (!parsed) throw new Error(`The extension's background does not answer ${request}.`);
  if (!parsed.ok) throw new Error(`The extension's background refused ${request}: ${parsed.error}`);
  return parsed.value;
}
