import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { BrowserName } from '../../../tools/lab/browsers.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { pause, within } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { type LoggedRequest, type Reply, serveSites } from '../../../tools/lab/sites.ts';
import { Tab } from '../../../tools/lab/tab.ts';
import { decodePng, type Picture } from './pixels.ts';

/** How large the visitor's window is. */
export const viewport = { width: 1000, height: 800 };
const folder = path.join(import.meta.dirname, 'pages');
const known = new Set(readdirSync(folder));

/** A tab of the browser as the extension sees it. */
interface SeenTab {
  id: number;
  url: string;
  active: boolean;
}

/** The built extension in a real browser, in front of hostile pages that each live on a host of their own. */
export interface HostileLab {
  lab: Lab;
  /** Opens a page that has not begun to fight yet. */
  visit(host: string): Promise<Tab>;
  /** A window that a page opened itself. */
  adopt(page: Page): Tab;
  /** What pages of a host, or of its frames, managed to send home. */
  leaks(host: string): string[];
  /** The tab that shows our own page about a host, if there is one. */
  stoppedTab(host: string): Promise<SeenTab | undefined>;
  /** Opens an empty tab in front of a tab, in the same window. */
  openBefore(tab: Tab): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with the extension a user would install. */
export async function openHostileLab(name: BrowserName): Promise<HostileLab> {
  const sites = await serveSites();
  const lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites });
  // A document of our own that may ask the browser about its tabs.
  const desk = await lab.surface('stopped.html');
  const stops = () => desk.page.evaluate(listStops);
  return {
    lab,
    async visit(host) {
      for (const name of [host, `frame-${host}`]) sites.add({ host: name, pages: { '/door': { body: 'door' }, '*': servePage } });
      const tab = await lab.open(`https://${host}/door`);
      await tab.page.setViewport(viewport);
      return tab;
    },
    adopt: (page) => new Tab(lab.driver, page),
    leaks: (host) => sites.requests.filter((request) => request.host.endsWith(host)).flatMap(leakOf),
    async stoppedTab(host) {
      const { tabs, kept } = await stops();
      return tabs.find(({ url }) => {
        const stopped = url.startsWith(lab.driver.addressOf('stopped.html')) && new URL(url).searchParams.get('assessment');
        const place = stopped && kept[`stopped:${stopped}`];
        return place && new URL(place).hostname === host;
      });
    },
    openBefore: (tab) => desk.page.evaluate(openInFront, tab.tabId ?? -1),
    async close() {
      await within(5_000, lab.close());
      lab.driver.browser.process()?.kill('SIGKILL');
      await sites.close();
    },
  };
}

/** Runs in a page of the extension. */
async function openInFront(tabId: number): Promise<void> {
  interface Api {
    tabs: { get(id: number): Promise<{ windowId: number }>; create(tab: object): Promise<unknown> };
  }
  const world = globalThis as unknown as { browser?: Api; chrome: Api };
  const { tabs } = world.browser ?? world.chrome;
  const { windowId } = await tabs.get(tabId);
  await tabs.create({ windowId, active: true });
}

/** Runs in a page of the extension. */
async function listStops(): Promise<{ tabs: SeenTab[]; kept: Record<string, string> }> {
  interface Api {
    tabs: { query(filter: object): Promise<{ id: number; url?: string; active: boolean }[]> };
    storage: { session: { get(keys: null): Promise<Record<string, string>> } };
  }
  const world = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = world.browser ?? world.chrome;
  const [tabs, all] = await Promise.all([api.tabs.query({}), api.storage.session.get(null)]);
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith('stopped:')));
  return { tabs: tabs.map(({ id, url = '', active }) => ({ id, url, active })), kept };
}

function servePage({ path: asked }: LoggedRequest): Reply {
  const name = path.basename(new URL(asked, 'https://page.invalid').pathname);
  if (!known.has(name)) return { body: '', status: name === 'leak' ? 200 : 404 };
  const policy = find(policies, name);
  return {
    body: readFileSync(path.join(folder, name)),
    contentType: `${find(types, name) ?? 'text/html'}; charset=utf-8`,
    ...(policy !== undefined && { headers: { 'content-security-policy': policy } }),
  };
}

/** By a piece of the page's name: how it is served. */
const types = { '.js': 'text/javascript', 'svg-document': 'image/svg+xml', 'xhtml-document': 'application/xhtml+xml' };
const policies = {
  'strict-policy': "default-src 'none'; require-trusted-types-for 'script'",
  'sandbox-policy': 'sandbox allow-scripts allow-forms',
};
const find = (served: Record<string, string>, name: string) => Object.entries(served).find(([piece]) => name.includes(piece))?.[1];

/** What a request carries home besides the address it came from. */
function leakOf({ path: asked, body }: LoggedRequest): string[] {
  const url = new URL(asked, 'https://page.invalid');
  if (url.pathname !== '/leak') return [];
  const told = [...url.searchParams].filter(([name, value]) => name !== 'of' && value !== '').map((pair) => pair.join(' '));
  return body === '' ? told : [...told, body];
}

/** What the visitor sees now; undefined where the tab does not answer. */
export async function see(page: Page, patience = 1_500): Promise<Picture | undefined> {
  // Not through puppeteer, whose screenshots wait for each other: a frozen tab would hold up those of all others.
  const data = await within(
    patience,
    capture(page).catch(() => undefined),
  );
  return data === undefined ? undefined : decodePng(Buffer.from(data, 'base64'));
}

async function capture(page: Page): Promise<string> {
  const { connection } = page.browser() as unknown as {
    connection?: { send(method: string, params: object): Promise<{ result: { data: string } }> };
  };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  if (page.browser().process()?.spawnfile.includes('firefox') && connection)
    return (await connection.send('browsingContext.captureScreenshot', { context })).result.data;
  const session = await page.createCDPSession();
  try {
    return (await session.send('Page.captureScreenshot', { format: 'png' })).data;
  } finally {
    void session.detach().catch(() => undefined);
  }
}

/** The page in a tab that the extension opened itself. */
export async function pageAt(lab: Lab, address: string, likely?: Page): Promise<Page | undefined> {
  for (let tries = 0; tries < 20; tries += 1) {
    for (const page of await lab.driver.browser.pages()) {
      // Firefox does not tell automation where a page of ours stands.
      const where =
        page.url() === 'about:blank' || page === likely
          ? await within(
              500,
              page.evaluate('location.href').catch(() => undefined),
            )
          : page.url();
      if (where === address) return page;
    }
    await pause(50);
  }
  return undefined;
}
