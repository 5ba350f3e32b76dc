import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pause } from '../../../tools/lab/driver.ts';
import type { Tab } from '../../../tools/lab/tab.ts';

/** Waits until something is so: browsers take their time. */
export async function waitFor(met: () => Promise<boolean>, limit = 8_000): Promise<void> {
  for (const end = Date.now() + limit; Date.now() < end; await pause(50)) if (await met().catch(() => false)) return;
  throw new Error(`It did not come to be: ${met}`);
}

/** What a page shows. */
export const seen = (tab: Tab): Promise<string> => tab.evaluate<string>('document.body.innerText');

/** Moves the focus by the Tab key until it stands on something. */
export async function tabTo(tab: Tab, selector: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await tab.press('Tab');
    if (await tab.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`The keyboard never reaches ${selector}.`);
}

/** From the warning in a page to our own page about it. */
export async function reachStopped(tab: Tab): Promise<void> {
  await tab.pressInWarning('看详细说明');
  await waitFor(async () => (await tab.url()).includes('/stopped.html'));
  await tab.find('.stopped .primary');
}

/** Presses the button or link whose name begins with these words. */
export async function step(tab: Tab, words: string): Promise<void> {
  const found = await tab.page.evaluateHandle(
    (wanted) =>
      [...document.querySelectorAll('main button, main a, main summary')].find((part) => part.textContent?.trim().startsWith(wanted)),
    words,
  );
  const element = found.asElement();
  if (!element) throw new Error(`Nothing to press says "${words}".`);
  await (element as import('puppeteer').ElementHandle<Element>).click();
}

/** Presses a button that waits for the visitor's attention first. */
export async function pressWhenReady(tab: Tab, words: string): Promise<void> {
  await tab.page.bringToFront();
  const isReady = `[...document.querySelectorAll('main button')].some((part) => part.textContent.startsWith(${JSON.stringify(words)}) && part.getAttribute('aria-disabled') === 'false')`;
  await waitFor(() => tab.evaluate<boolean>(isReady));
  await step(tab, words);
}

/** The file that a deed lets the visitor save into a folder. */
export async function savedFile(folder: string, ending: string, deed: () => Promise<unknown>): Promise<{ file: string; content: Buffer }> {
  const before = new Set(readdirSync(folder));
  await deed();
  for (let tries = 0; tries < 160; tries++) {
    const [name] = readdirSync(folder).filter((entry) => !before.has(entry) && entry.endsWith(ending));
    const file = path.join(folder, name ?? '');
    const content = name && readFileSync(file);
    if (content && content.length > 0) return { file, content };
    await pause(50);
  }
  throw new Error(`No file that ends in ${ending} came.`);
}
