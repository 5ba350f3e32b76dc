import { browser } from 'wxt/browser';

const everySite = { origins: ['http://*/*', 'https://*/*'] };

/** Whether the browser lets us see web pages: its owner may take that back at any time. */
export const maySeeSites = (): Promise<boolean> => browser.permissions.contains(everySite);

/** Asks the browser's owner to let us see web pages; browsers hear this only straight after a click. */
export const askToSeeSites = (): Promise<boolean> => browser.permissions.request(everySite);

/** Calls back whenever that may have changed. */
export function hearSiteAccess(hear: () => void): void {
  browser.permissions.onAdded.addListener(hear);
  browser.permissions.onRemoved.addListener(hear);
}
