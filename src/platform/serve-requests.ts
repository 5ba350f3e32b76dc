import { browser } from 'wxt/browser';
import type { Answer, PageRequests, SurfaceRequests } from './messages.ts';
import { Locked, Told } from './told.ts';

/** Who sent a page's request, by the browser's word and not the payload's. */
export interface PageSender {
  tabId: number;
  frameId: number;
  /** The address of the tab's top document: who is speaking. */
  topUrl: string;
  /** The address of the asking document. */
  url: string;
  incognito: boolean;
}

/** Handlers of what pages may ask: payloads are hostile until parsed. */
export type PageHandlers = { [R in keyof PageRequests]: (payload: unknown, sender: PageSender) => Promise<ReturnType<PageRequests[R]>> };
/** Handlers of what only our own pages may ask. */
export type SurfaceHandlers = {
  [R in keyof SurfaceRequests]: (payload: Parameters<SurfaceRequests[R]>[0]) => Promise<ReturnType<SurfaceRequests[R]>>;
};

/** Throws where one of our pages may not ask this now; `unlock` is the word that the helper's PIN gave it. */
export type Gatekeeper = (request: keyof SurfaceRequests, unlock: string | undefined) => Promise<void>;

/** Answers requests from pages and from our surfaces, each only from where it may come. */
export function serveRequests(pages: PageHandlers, surfaces: SurfaceHandlers, admit: Gatekeeper = async () => undefined): void {
  browser.runtime.onMessage.addListener((message: unknown, sender): Promise<Answer<unknown>> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    const { request, payload, unlock } = readEnvelope(message);
    if (request === undefined) return undefined;
    // `hasOwn`, because 'constructor' is a request name that a hostile page can send.
    if (isOurSurface(sender.url))
      return Object.hasOwn(surfaces, request)
        ? answer(request, async () => {
            await admit(request as keyof SurfaceHandlers, unlock);
            return surfaces[request as keyof SurfaceHandlers](payload as never);
          })
        : undefined;
    const page = pageSender(sender);
    if (!page || !Object.hasOwn(pages, request)) return refuse(request, 'it came from nowhere we know');
    return answer(request, () => pages[request as keyof PageHandlers](payload, page));
  });
}

function readEnvelope(message: unknown): { request?: string; payload?: unknown; unlock?: string } {
  if (typeof message !== 'object' || message === null) return {};
  const { request, payload, unlock } = message as Record<string, unknown>;
  return typeof request === 'string' ? { request, payload, ...(typeof unlock === 'string' && { unlock }) } : {};
}

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

const isOurSurface = (url: string | undefined) => url?.startsWith(browser.runtime.getURL('')) ?? false;

/** Who speaks from a page; undefined where it is none of ours to hear. */
export function pageSender({ tab, frameId, url, origin }: Sender): PageSender | undefined {
  if (tab?.id === undefined || frameId === undefined) return undefined;
  const speaking = (frameId === 0 && topAddress(url, tab.url)) || [tab.url, origin, originOf(url)].find(isWeb);
  if (speaking === undefined) return undefined;
  return { tabId: tab.id, frameId, topUrl: speaking, url: url ?? speaking, incognito: tab.incognito };
}

/** A document that a page made itself (`blob:`) speaks for the page's origin. */
const originOf = (url: string | undefined) => (url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined);

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:/.test(url);

/** The sender's own address, which decides the site; the tab's where it is of the same origin, because a route within the page shows only there. */
function topAddress(own: string | undefined, tab: string | undefined): string | undefined {
  if (!isWeb(own)) return isWeb(tab) ? tab : undefined;
  return isWeb(tab) && new URL(tab).origin === new URL(own).origin ? tab : own;
}

async function answer(request: string, work: () => Promise<unknown>): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Told) return { ok: false, error: error.message, ...(error instanceof Locked && { locked: true }) };
    return refuse(request, error instanceof Error ? error.message : String(error));
  }
}

async function refuse(request: string, why: string): Promise<Answer<never>> {
  const error = `The request "${request.slice(0, 40)}" was refused: ${why.slice(0, 300)}`;
  console.warn(error);
  return { ok: false, error };
}
