import { browser } from 'wxt/browser';
import { type LineWord, tampers } from './messages.ts';
import { type PageSender, pageSender } from './serve-requests.ts';

/** One end of a line: hears the words of a frame until it is gone. */
export interface LineHearer {
  word(word: LineWord): void;
  gone(): void;
}

/** Hears the frames in which a danger warning stands. A line ends with its document: gone elsewhere, closed, crashed, or put aside for going back. */
export function serveLines(hear: (sender: PageSender) => LineHearer): void {
  browser.runtime.onConnect.addListener((port) => {
    const sender = port.sender?.id === browser.runtime.id ? pageSender(port.sender) : undefined;
    if (!sender) return port.disconnect();
    const hearer = hear(sender);
    port.onMessage.addListener((word: unknown) => {
      if (isWord(word)) hearer.word(word);
    });
    port.onDisconnect.addListener(() => hearer.gone());
  });
}

const isWord = (word: unknown): word is LineWord => word === 'alive' || word === 'asleep' || tampers.some((tamper) => tamper === word);
