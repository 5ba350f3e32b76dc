import type { Announcement, Answer, Envelope, LineWord, PageRequests } from './messages.ts';

// Content scripts carry no polyfill: both browsers' own API answers with promises.
type Port = { postMessage(word: string): void; disconnect(): void; onDisconnect: { addListener(listener: () => void): void } };
type Runtime = {
  sendMessage(message: unknown): Promise<unknown>;
  connect(): Port;
  onMessage: { addListener(listener: (message: unknown) => void): void };
};
type Api = { runtime?: Runtime; dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
const globals = globalThis as unknown as { browser?: Api; chrome?: Api };
const api: Api | undefined = globals.browser ?? globals.chrome;

/** Asks the background from a page; undefined where it does not answer (the extension was updated or switched off) or refuses. */
export async function askFromPage<R extends keyof PageRequests>(
  request: R,
  payload: Parameters<PageRequests[R]>[0],
): Promise<ReturnType<PageRequests[R]> | undefined> {
  const envelope: Envelope = { request, payload };
  try {
    const answer = (await api?.runtime?.sendMessage(envelope)) as Answer<ReturnType<PageRequests[R]>> | undefined;
    return answer?.ok ? answer.value : undefined;
  } catch {
    return undefined;
  }
}

/** Says a word to the background over a line that stays open, and so keeps the background awake; without a word it hangs up. A line that broke is opened anew. */
export function reportToWatch(word?: LineWord): void {
  try {
    if (!word) line?.disconnect();
    else if (!line) {
      const opened = api?.runtime?.connect();
      line = opened;
      opened?.onDisconnect.addListener(() => {
        if (line === opened) line = undefined;
      });
    }
    if (word) line?.postMessage(word);
    else line = undefined;
  } catch {
    // The extension was updated or switched off, or the line broke a moment ago.
    line = undefined;
  }
}

let line: Port | undefined;

/** Hears what the background tells the tab's guards. */
export function hearAnnouncements(hear: (verdict: Announcement['verdict']) => void): void {
  api?.runtime?.onMessage.addListener((message) => {
    const { announce, verdict } = message as Partial<Announcement>;
    if (announce === 'verdict' && verdict) hear(verdict);
  });
}

/** The shadow root of an element, closed ones too. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  try {
    // Firefox has it on the element, Chromium in an API of its own that throws for elements that can have none.
    const open = (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
    return open ?? api?.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}
