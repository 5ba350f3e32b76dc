import { browser } from 'wxt/browser';

const key = (assessmentId: string) => `stoppedSince:${assessmentId}`;

/** Keeps when a stopped page was first shown, until the browser is closed. */
export async function markShown(assessmentId: string, at: number): Promise<void> {
  if ((await shownSince(assessmentId)) === undefined) await browser.storage.session.set({ [key(assessmentId)]: at });
}

/** When a stopped page was first shown. */
export async function shownSince(assessmentId: string): Promise<number | undefined> {
  const at: unknown = (await browser.storage.session.get(key(assessmentId)))[key(assessmentId)];
  return typeof at === 'number' ? at : undefined;
}
