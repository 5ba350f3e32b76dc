import type { Browser, Page } from 'puppeteer';
import type { BrowserName } from './browsers.ts';

/** What a visitor is shown in a page: the level its role announces, and its words. `stopped` tells the extension's own page from an in-page warning. */
export interface ShownWarning {
  level: 'caution' | 'danger';
  role: 'alertdialog' | 'alert' | 'status';
  text: string;
  /** The names of its buttons and links, in order. */
  buttons: string[];
}

/** What the laboratory needs of one kind of browser, the differences hidden. */
export interface Driver {
  name: BrowserName;
  browser: Browser;
  extensionId: string;
  /** The address of a file of the extension. */
  addressOf(file: string): string;
  /** Shows an extension page in a page; returns when it has loaded. */
  showSurface(page: Page, address: string): Promise<void>;
  /** Reads the warning out of the closed shadow root as assistive technology or a visitor would. */
  readWarning(page: Page): Promise<ShownWarning | null>;
  /** Presses the toolbar button over a tab, as a visitor does, and answers what an expression is worth in the popup that opens. */
  runInPopup(page: Page, tabId: number, script: string): Promise<string>;
  /** Clicks a button of the warning by its name, with a real pointer. */
  pressInWarning(page: Page, button: string): Promise<void>;
  /** Ends the extension's background as the browser does when it needs memory. */
  stopBackground(): Promise<void>;
}

/** How to start a browser for the laboratory. */
export interface DriverOptions {
  extensionDir: string;
  /** `host:port` of the proxy through which everything goes. */
  proxyPort: number;
  headless: boolean;
  profileDir?: string;
  /** Where files go that pages let the visitor save. */
  downloadDir?: string;
  /** Whether the visitor allowed the extension in private windows too. */
  inPrivate: boolean;
  args: string[];
}

/** The element that holds the warning in a page. */
export const warningElement = 'pos-signup-guard';

/** The roles that announce a warning, the strongest first. */
export const warningRoles = ['alertdialog', 'alert', 'status'] as const;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The value, or undefined when it takes too long. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
