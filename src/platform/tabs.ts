import { browser } from 'wxt/browser';
import type { PageVerdict } from './messages.ts';

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
export async function announceVerdict(tabId: number, verdict: Pick<PageVerdict, 'level' | 'warning'>): Promise<void> {
  // No guard listens there (yet): it will ask for itself.
  await browser.tabs.sendMessage(tabId, { announce: 'verdict', verdict }).catch(() => undefined);
}

/** The address of a tab as far as we may see it. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}

/** Leads a tab away from its page to our own page about that assessment; `url` is where the visitor was, query and all, kept until the browser is closed. */
export async function showStopped(tabId: number, assessmentId: string, url: string): Promise<void> {
  await browser.storage.session.set({ [`stopped:${assessmentId}`]: url });
  await browser.tabs.update(tabId, { url: `${browser.runtime.getURL('/stopped.html')}?assessment=${encodeURIComponent(assessmentId)}` });
}

/** Where the visitor was when the stopped page took over. */
export async function stoppedAt(assessmentId: string): Promise<string | undefined> {
  const stored = await browser.storage.session.get(`stopped:${assessmentId}`);
  const url: unknown = stored[`stopped:${assessmentId}`];
  return typeof url === 'string' ? url : undefined;
}

/** Leads a tab to a web address of ours choosing. */
export async function openInTab(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}
