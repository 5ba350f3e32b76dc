import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { buildExtension } from './build-extension.ts';
import { decodePng, type Picture } from './pixels.ts';

export const viewport = { width: 1000, height: 800 };
const pages = join(import.meta.dirname, 'pages');

/** A browser with the throwaway extension, and a server that hears what pages and extension report. */
export interface HostileLab {
  origin: string;
  /** Reports of the extension about a page, in order: `leave`, `tampered removed`, `stopped` … */
  log(url: string): string[];
  /** What a hostile page managed to send home. */
  leaks(url: string): string[];
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium or Firefox in front of the hostile pages. */
export async function openLab(name: 'chromium' | 'firefox'): Promise<HostileLab> {
  const reports: { path: string; what: string; of: string }[] = [];
  const server = createServer((request, response) => void serve(request, response, reports));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const extension = await buildExtension();
  const browser = name === 'chromium' ? await launchChromium(extension) : await launchFirefox(extension);
  const find = (path: string, url: string) => reports.filter((report) => report.path === path && report.of === url).map(({ what }) => what);
  return {
    origin,
    log: (url) => find('/log', url),
    leaks: (url) => find('/leak', url),
    async open(url) {
      const page = await browser.newPage();
      await page.setViewport(viewport);
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 4000 }).catch(() => undefined);
      return page;
    },
    async close() {
      await Promise.race([browser.close(), new Promise((over) => setTimeout(over, 3000))]);
      browser.process()?.kill('SIGKILL');
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, reports: { path: string; what: string; of: string }[]) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/log' || url.pathname === '/leak') {
    reports.push({
      path: url.pathname,
      what: url.searchParams.get('what') ?? '',
      of: url.searchParams.get('of') ?? request.headers.referer ?? '',
    });
    response.setHeader('access-control-allow-origin', '*').end();
    return;
  }
  const body = await readFile(join(pages, url.pathname)).catch(() => undefined);
  const type = url.pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
  response.setHeader('content-type', `${type}; charset=utf-8`);
  if (url.pathname.includes('strict-policy'))
    response.setHeader('content-security-policy', "default-src 'none'; require-trusted-types-for 'script'");
  response.writeHead(body ? 200 : 404).end(body);
}

const launchChromium = (extension: string): Promise<Browser> =>
  puppeteer.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    pipe: true,
    enableExtensions: [extension],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    protocolTimeout: 20_000,
  });

async function launchFirefox(extension: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    protocolTimeout: 20_000,
  });
  await browser.installExtension(extension);
  return browser;
}

/** Resolves with the value, or with undefined after the time is up: a page that froze its tab answers nothing. */
export const within = <T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise.catch(() => undefined), new Promise<undefined>((late) => setTimeout(() => late(undefined), milliseconds))]);

export const sleep = (milliseconds: number) => new Promise<void>((awake) => setTimeout(awake, milliseconds));

/** What the visitor sees now. */
export async function see(page: Page): Promise<Picture | undefined> {
  const file = await within(3000, page.screenshot());
  return file && decodePng(file);
}
