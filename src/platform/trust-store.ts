import { browser } from 'wxt/browser';
import { parseTrusted, type TrustedHost } from '../core/trust.ts';
import { oneByOne } from './in-turn.ts';

const KEY = 'trustedHosts';
const inTurn = oneByOne();

/** The hosts that the visitor trusts now. */
export async function readTrusted(now: number): Promise<TrustedHost[]> {
  return parseTrusted((await browser.storage.local.get(KEY))[KEY], now);
}

/** Changes the list; the answer is what was kept. Only the background writes. */
export function changeTrusted(now: number, change: (trusted: TrustedHost[]) => TrustedHost[]): Promise<TrustedHost[]> {
  return inTurn(async () => {
    const trusted = change(await readTrusted(now));
    await browser.storage.local.set({ [KEY]: trusted });
    return trusted;
  });
}
