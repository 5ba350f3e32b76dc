import { readTab } from '../platform/tab-store.ts';
import { addressOf, keepPlace, sendTab, showInFront, stoppedAddress } from '../platform/tabs.ts';

/** A page that asks whether to leave it, or that never answers, keeps the tab longer than this. */
const COMMIT = 1_500;
const LOOK = 100;

const leaving = new Set<number>();
/** Our page in front of tabs that did not go: asked again, the browser would only bring its question to the front. */
const fallbacks = new Map<number, string>();

/** Leads a tab from its page to our own; where the page does not let it go, our page comes to the front in a tab of its own. */
export async function stopTab(tabId: number, url: string): Promise<void> {
  if (leaving.has(tabId)) return;
  leaving.add(tabId);
  try {
    const tab = await readTab(tabId);
    const assessmentId = tab?.assessmentId ?? '';
    const address = stoppedAddress(assessmentId);
    await keepPlace(assessmentId, url);
    const isSent = fallbacks.get(tabId) !== address;
    if (isSent) sendTab(tabId, address);
    if (await hasLeft(tabId, isSent ? COMMIT : 0)) return void fallbacks.delete(tabId);
    fallbacks.set(tabId, address);
    await showInFront(address, tabId);
  } finally {
    leaving.delete(tabId);
  }
}

/** Whether the tab left its page within this time. Looked at again and again: a quick visitor may be back before it is over. */
async function hasLeft(tabId: number, within: number): Promise<boolean> {
  for (const end = performance.now() + within; ; await new Promise((later) => setTimeout(later, LOOK))) {
    const now = await addressOf(tabId);
    // Without an address the tab is closed, or where it went is none of our business.
    if (!now?.startsWith('http')) return true;
    if (performance.now() >= end) return false;
  }
}
