import { browser } from 'wxt/browser';

/** The tab that the popup was opened over; undefined where the browser shows none. */
export async function findActiveTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Closes the tab this page stands in, and leaves the window open with an empty one if it was the last. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return;
  const tabs = await browser.tabs.query(tab.windowId === undefined ? {} : { windowId: tab.windowId });
  if (tabs.length < 2) await browser.tabs.create({});
  await browser.tabs.remove(tab.id);
}

/** Sends the tab this page stands in to a web address, and to nothing else. */
export function openHere(url: string): void {
  if (/^https?:\/\//i.test(url)) location.replace(url);
}

/** The extension's version. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;
