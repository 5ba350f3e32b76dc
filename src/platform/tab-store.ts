import { browser } from 'wxt/browser';
import type { PageFacts } from '../core/page/facts.ts';
import type { Verdict } from '../core/verdict.ts';

/** What the guard knows of one tab until it closes; kept in memory by the browser, so that a sleeping background loses nothing. */
export interface TabState {
  /** The page judged: scheme, host and path. */
  url: string;
  verdict: Verdict;
  /** By frame: when its document was born (ms since 1970), and what it said. */
  frames: Record<number, { born: number; facts: PageFacts }>;
  assessmentId?: string;
  /** When the top document was born that wears our style sheet. */
  covered?: number;
}

const key = (tabId: number) => `tab:${tabId}`;

/** The state of a tab, if it was ever worth a look. */
export async function readTab(tabId: number): Promise<TabState | undefined> {
  const stored = await browser.storage.session.get(key(tabId));
  return stored[key(tabId)] as TabState | undefined;
}

/** Keeps the state of a tab; the oldest tabs make room where the browser has none left. */
export async function writeTab(tabId: number, state: TabState): Promise<void> {
  try {
    await browser.storage.session.set({ [key(tabId)]: state });
  } catch {
    const all = Object.keys(await browser.storage.session.get(null)).filter((name) => name.startsWith('tab:') && name !== key(tabId));
    await browser.storage.session.remove(all);
    await browser.storage.session.set({ [key(tabId)]: state });
  }
}

/** The tabs that were ever worth a look and are still open. */
export async function knownTabs(): Promise<number[]> {
  const names = Object.keys(await browser.storage.session.get(null));
  return names.filter((name) => name.startsWith('tab:')).map((name) => Number(name.slice('tab:'.length)));
}

/** Forgets tabs that are closed. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(key(tabId)));
}

const ALLOWED = 'allowedHosts';

/** Hosts on which the visitor chose to continue, until the browser is closed. */
export async function readAllowedHosts(): Promise<string[]> {
  const stored = await browser.storage.session.get(ALLOWED);
  const hosts: unknown = stored[ALLOWED];
  return Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [];
}

/** Lets a host through until the browser is closed. */
export async function allowHost(hostname: string): Promise<void> {
  const hosts = await readAllowedHosts();
  if (!hosts.includes(hostname)) await browser.storage.session.set({ [ALLOWED]: [...hosts, hostname].slice(-500) });
}

const WORD = 'word';

/** A word that is made anew with every start of the browser and that no page ever sees. */
export async function readSessionWord(): Promise<string> {
  const stored = await browser.storage.session.get(WORD);
  if (typeof stored[WORD] === 'string') return stored[WORD];
  const word = crypto.randomUUID();
  await browser.storage.session.set({ [WORD]: word });
  return word;
}

const queues = new Map<number, Promise<unknown>>();

/** Runs work on a tab's state one after the other: two frames that report at once must not overwrite each other. */
export function inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(tabId) ?? Promise.resolve()).then(work, work);
  const settled = turn
    .catch(() => undefined)
    .then(() => {
      if (queues.get(tabId) === settled) queues.delete(tabId);
    });
  queues.set(tabId, settled);
  return turn;
}
