import { rootGuardCss } from '../../../../src/page/warning/root-guard.ts';

// Stands in for the product's background: brings the guard and the USER style sheet, and leaves a page that fights or freezes.
interface Sender {
  tab: { id: number; url: string };
  frameId: number;
}
interface Port {
  sender: Sender;
  onMessage: { addListener(listener: (message: string) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}
declare const chrome: {
  runtime: {
    onMessage: { addListener(listener: (message: string, sender: Sender, answer: (value: unknown) => void) => boolean): void };
    onConnect: { addListener(listener: (port: Port) => void): void };
    getURL(path: string): string;
  };
  scripting: { executeScript(injection: unknown): Promise<unknown>; insertCSS(injection: unknown): Promise<unknown> };
  tabs: { update(id: number, to: { url: string }): Promise<unknown>; create(tab: { url: string; active: boolean }): Promise<unknown> };
};

const SILENCE = 2500;
const arrivals = new Set<number>();
const secrets = new Map<number, string>();

chrome.runtime.onMessage.addListener((message, { tab, frameId }, answer) => {
  if (message === 'arrived') arrivals.add(tab.id);
  if (message === 'secret') answer({ secret: secrets.get(tab.id) });
  if (message === 'look') void bringGuard(tab, frameId);
  return false;
});

async function bringGuard({ id: tabId, url }: Sender['tab'], frameId: number) {
  const secret = `g${crypto.randomUUID().replaceAll('-', '')}`;
  if (frameId === 0) {
    secrets.set(tabId, secret);
    // Under `caution` the page's own dialogs stay.
    if (!url.includes('level=caution'))
      await chrome.scripting.insertCSS({ target: { tabId, frameIds: [0] }, css: rootGuardCss(secret), origin: 'USER' });
  }
  await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['guard.js'], injectImmediately: true });
}

chrome.runtime.onConnect.addListener(({ sender, onMessage, onDisconnect }) => {
  const { id, url } = sender.tab;
  const log = (what: string) =>
    fetch(new URL(`/log?what=${encodeURIComponent(what)}&of=${encodeURIComponent(url)}`, url)).catch(() => undefined);
  let heardAt = Date.now();
  let awake = sender.frameId === 0;
  let tampers: number[] = [];
  let left = false;

  const leave = async () => {
    if (left) return;
    left = true;
    clearInterval(watch);
    const stopped = `${chrome.runtime.getURL('stopped.html')}?tell=${encodeURIComponent(new URL(`/log?what=stopped&of=${encodeURIComponent(url)}`, url).href)}`;
    arrivals.delete(id);
    chrome.tabs.update(id, { url: stopped }).catch(() => undefined);
    setTimeout(() => {
      if (!arrivals.has(id)) void chrome.tabs.create({ url: stopped, active: true });
    }, 1500);
  };

  const watch = setInterval(() => {
    if (awake && Date.now() - heardAt > SILENCE) void leave();
  }, 250);
  onDisconnect.addListener(() => clearInterval(watch));
  onMessage.addListener((message) => {
    heardAt = Date.now();
    if (message === 'alive' || message === 'asleep') {
      awake = message === 'alive';
      return;
    }
    void log(message);
    if (!message.startsWith('tampered') || sender.frameId !== 0) return;
    tampers = [...tampers.filter((at) => Date.now() - at < 5000), Date.now()];
    if (tampers.length >= 3) void leave();
  });
});
