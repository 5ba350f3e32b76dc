import { browser } from 'wxt/browser';
import type { Heard } from './messages.ts';

/** Brings the guard into every frame of a tab; frames that have it already ignore it. */
export async function injectGuard(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/guard.js'], injectImmediately: true });
  } catch {
    // One frame that cannot be entered (a browser's error page) must not keep the guard out of the top document.
    await browser.scripting
      .executeScript({ target: { tabId }, files: ['/guard.js'], injectImmediately: true })
      .catch((error: unknown) => console.warn('The guard could not enter the page:', String(error)));
  }
}

/** Tells the frames of a tab that the verdict has changed. */
export async function announceVerdict(tabId: number, verdict: Heard): Promise<void> {
  // No guard listens there (yet): it will ask for itself.
  await browser.tabs.sendMessage(tabId, { announce: 'verdict', verdict }).catch(() => undefined);
}

/** Lays a style sheet of the visitor's over the top document, which no rule of the page outranks; once, however often it is called. */
export function coverTop(tabId: number, css: string): void {
  const sheet = sheetFor(tabId, css);
  // Not waited for: a page that froze its tab would hold up everything that is said of the tab.
  void browser.scripting
    .removeCSS(sheet)
    .catch(() => undefined)
    .then(() => browser.scripting.insertCSS(sheet))
    .catch((error: unknown) => console.warn('The page could not be given the style sheet:', String(error)));
}

/** Takes the style sheet away again. */
export function uncoverTop(tabId: number, css: string): void {
  void browser.scripting.removeCSS(sheetFor(tabId, css)).catch(() => undefined);
}

const sheetFor = (tabId: number, css: string) => ({ target: { tabId, frameIds: [0] }, css, origin: 'USER' as const });

/** The address of a tab as far as we may see it. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}

/** Whether a tab is in a private window. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.incognito === true;
}

const stoppedKey = (assessmentId: string) => `stopped:${assessmentId}`;

/** The address of our own page about an assessment. */
export const stoppedAddress = (assessmentId: string): string =>
  `${browser.runtime.getURL('/stopped.html')}?assessment=${encodeURIComponent(assessmentId)}`;

/** Keeps where the visitor was, query and all, until the browser is closed. */
export async function keepPlace(assessmentId: string, url: string): Promise<void> {
  await browser.storage.session.set({ [stoppedKey(assessmentId)]: url });
}

/** Starts leading a tab elsewhere. Not waited for: its page may hold it up for ever by asking whether to leave. */
export function sendTab(tabId: number, address: string): void {
  void browser.tabs.update(tabId, { url: address }).catch((error: unknown) => console.warn('The tab did not go:', String(error)));
}

/** Shows one of our pages in front of everything, in the tab where it stands already or in a new one beside that tab. */
export async function showInFront(address: string, besides: number): Promise<void> {
  const standing = (await browser.tabs.query({})).find(({ url }) => url === address);
  if (standing?.id !== undefined) await browser.tabs.update(standing.id, { active: true });
  else await browser.tabs.create({ url: address, active: true, ...(await placeBeside(besides)) });
}

async function placeBeside(tabId: number): Promise<{ windowId?: number; index?: number }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab && !tab.incognito && tab.windowId !== undefined ? { windowId: tab.windowId, index: tab.index + 1 } : {};
}

/** Where the visitor was when the stopped page took over. */
export async function stoppedAt(assessmentId: string): Promise<string | undefined> {
  const stored = await browser.storage.session.get(stoppedKey(assessmentId));
  const url: unknown = stored[stoppedKey(assessmentId)];
  return typeof url === 'string' ? url : undefined;
}

/** Leads a tab to a web address of ours choosing. */
export async function openInTab(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** Whether printing shows the page without its top layer, and so without a warning. */
export const printsWithoutWarning = (): boolean => browser.runtime.getURL('').startsWith('moz-');
