import { isHinted } from '../core/knowledge/host-hash.ts';
import { askFromPage, shadowRootOf } from '../platform/page-runtime.ts';
import { openGate } from './warning/gate.ts';
import { watchTriage } from './watch-triage.ts';

const ATTEMPTS = 5;
const PATIENCE = 800;

/** Stands in every frame: tells the background of a licensed host, or of words of the trade beside a way to take data, and otherwise nothing. */
export function standSentinel(licensed: string, words: RegExp): void {
  // Before the first script of the page, so that a guard which comes later still hears first.
  openGate();
  // A page that is only being prepared has no visitor yet, and may never have one.
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', () => standSentinel(licensed, words), { once: true });
    return;
  }
  if (window === window.top && isHinted(location.hostname, licensed)) {
    const show = () => askFromPage('triagePage', { seen: 'licensed' });
    // Coming back from the history, the tab has lost its badge.
    addEventListener('pageshow', (event) => event.persisted && void show());
    void show().then((isLicensed) => isLicensed || watch(words));
  } else watch(words);
}

function watch(words: RegExp): void {
  watchTriage(document, words, shadowRootOf, () => void report(ATTEMPTS));
}

/** The background may be starting, or be gone for good after an update of the extension. */
async function report(attempts: number): Promise<void> {
  const answer = await askFromPage('triagePage', { seen: 'worthALook' });
  if (answer === undefined && attempts > 1) setTimeout(() => void report(attempts - 1), PATIENCE);
}
