import type { LineWord, Tamper } from '../platform/messages.ts';
import type { LineHearer } from '../platform/serve-lines.ts';
import type { PageSender } from '../platform/serve-requests.ts';
import { readTab } from '../platform/tab-store.ts';
import { addressOf, printsWithoutWarning } from '../platform/tabs.ts';
import { stopTab } from './stop-tab.ts';

const SILENCE = 2_500; // ms without a word, after which the page has frozen its tab
const BREATHLESS = 1_200;
const TICK = 250;
const WITHIN = 8_000;
const FIGHT = 3; // so often within that time a page may touch the warning
const QUARREL = 10; // so often the fields, which an ordinary page redraws too
const REST = 5_000; // ms between two attempts to leave

/** Watches over a standing danger warning: where the page fights or freezes, the tab leaves it. */
export function watchWarning(sender: PageSender): LineHearer {
  const { frameId } = sender;
  const isFight = countWithin(FIGHT);
  const isQuarrel = countWithin(QUARREL);
  let awake = false;
  let silent = 0;
  let last = performance.now();
  let restUntil = 0;

  const leave = () => {
    if (performance.now() < restUntil) return;
    restUntil = performance.now() + REST;
    void leavePage(sender);
  };
  const listen = setInterval(() => {
    const now = performance.now();
    // After the machine slept, or where the background itself had to wait, the page gets its time as well.
    silent += Math.min(now - last, 2 * TICK);
    last = now;
    if (awake && silent > SILENCE) leave();
  }, TICK);

  return {
    word(word: LineWord) {
      if (word === 'alive' || word === 'asleep') {
        // Short of breath again and again: what the visitor sees and presses is at the page's mercy meanwhile.
        if (awake && silent > BREATHLESS && isFight()) leave();
        silent = 0;
        awake = word === 'alive' && frameId === 0;
      } else if (word === 'deaf' || (word === 'fields' ? isQuarrel() : awake && (isFinal(word) || isFight()))) leave();
    },
    gone: () => clearInterval(listen),
  };
}

/** What already hides the warning, whatever we do in the page. */
const isFinal = (tamper: Tamper) => tamper === 'fullscreen' || (tamper === 'print' && printsWithoutWarning());

async function leavePage({ tabId, topUrl }: PageSender): Promise<void> {
  const [tab, address] = await Promise.all([readTab(tabId), addressOf(tabId)]);
  if (tab?.verdict.level !== 'danger') return;
  await stopTab(tabId, address?.startsWith('http') ? address : topUrl);
}

function countWithin(times: number): () => boolean {
  let seen: number[] = [];
  return () => {
    const now = performance.now();
    seen = [...seen.filter((at) => now - at < WITHIN), now];
    return seen.length >= times;
  };
}
