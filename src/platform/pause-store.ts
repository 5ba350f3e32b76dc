import { browser } from 'wxt/browser';
import { type Pause, parsePauses } from '../core/pause.ts';
import { oneByOne } from './in-turn.ts';

const KEY = 'pauses';
const inTurn = oneByOne();

/** The pauses that last now. They never outlive the browser's session. */
export async function readPauses(now: number): Promise<Pause[]> {
  return parsePauses((await browser.storage.session.get(KEY))[KEY], now);
}

/** Changes the list; the answer is what was kept. */
export function changePauses(now: number, change: (pauses: Pause[]) => Pause[]): Promise<Pause[]> {
  return inTurn(async () => {
    const pauses = change(await readPauses(now));
    await browser.storage.session.set({ [KEY]: pauses });
    return pauses;
  });
}
