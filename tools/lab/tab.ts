import { type ElementHandle, type KeyInput, type Page, TimeoutError } from 'puppeteer';
import { type Driver, type ShownWarning, within } from './driver.ts';

const LOAD_LIMIT = 8_000;

/** A page that never finishes loading is looked at as it stands. */
function unlessSlow(error: unknown): void {
  if (!(error instanceof TimeoutError)) throw error;
}

/** One tab of the laboratory's browser, used as a visitor would. */
export class Tab {
  readonly page: Page;
  /** The browser's number for this tab, as extensions see it. */
  readonly tabId: number | undefined;
  readonly #driver: Driver;

  constructor(driver: Driver, page: Page, tabId?: number) {
    this.#driver = driver;
    this.page = page;
    this.tabId = tabId;
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  }

  /** The address as the page itself knows it: automation is not told of every change. */
  url(): Promise<string> {
    return this.evaluate('location.href');
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load', timeout: LOAD_LIMIT }).catch(unlessSlow);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load', timeout: LOAD_LIMIT }).catch(unlessSlow);
  }

  /** Clicks the first match, in whichever frame it is. */
  async click(selector: string): Promise<void> {
    await (await this.find(selector)).click();
  }

  /** Types into the first match; false when the field does not take the focus, which is what the guard is for. */
  async type(selector: string, text: string): Promise<boolean> {
    const field = await this.find(selector);
    await field.click().catch(() => undefined);
    await field.focus();
    const focused = await field.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
    if (focused) await this.page.keyboard.type(text);
    return focused;
  }

  async press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }

  evaluate<T>(script: (() => T | Promise<T>) | string): Promise<T> {
    return this.page.evaluate(script as () => T | Promise<T>);
  }

  /** The warning that stands in the page, or null. */
  warning(): Promise<ShownWarning | null> {
    return this.#driver.readWarning(this.page);
  }

  /** `caution` or `danger` as the page shows it, `none` where it shows nothing. */
  async warningLevel(): Promise<'none' | 'caution' | 'danger'> {
    return (await this.warning())?.level ?? 'none';
  }

  /** Clicks a button or link of the warning whose name contains the words. */
  pressInWarning(button: string): Promise<void> {
    return this.#driver.pressInWarning(this.page, button);
  }

  async close(): Promise<void> {
    // A page that never stops computing must not stop the laboratory.
    await within(
      5_000,
      this.page.close().catch(() => undefined),
    );
  }

  /** Waits up to two seconds for an element in any frame. */
  async find(selector: string): Promise<ElementHandle<Element>> {
    for (let tries = 0; tries < 40; tries += 1) {
      for (const frame of this.page.frames()) {
        const found = await frame.$(selector).catch(() => null);
        if (found) return found;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`Nothing on ${this.page.url()} matches ${selector}.`);
  }
}
