import { browser } from 'wxt/browser';

/** Calls back once, when the extension has just been installed: not after updates. */
export function hearFirstStart(hear: () => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') hear().catch((error: unknown) => console.warn('The first start failed:', String(error)));
  });
}

/** Whether an organisation's policy brought us here, so that the rest of that policy is on its way. */
export const isInstalledByPolicy = async (): Promise<boolean> => (await browser.management.getSelf()).installType === 'admin';

/** Opens one of our own pages in a tab. */
export async function openOwnPage(file: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${file}` });
}
