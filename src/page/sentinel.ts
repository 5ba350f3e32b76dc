import { isHinted } from '../core/knowledge/host-hash.ts';
import { askFromPage, shadowRootOf } from '../platform/page-runtime.ts';
import { after } from './warning/after.ts';
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
  const watch = () => watchTriage(document, words, shadowRootOf, report);
  if (window === window.top && isHinted(location.hostname, licensed)) {
    // Coming back from the history, the tab has lost its badge.
    addEventListener('pageshow', (event) => event.persisted && tell('licensed'));
    void tell('licensed').then((isLicensed) => isLicensed || watch());
  } else watch();
}

const tell = (seen: 'licensed' | 'worthALook') => askFromPage('triagePage', { seen });

/** The background may be starting, or be gone for good after an update of the extension. */
function report(attempts = ATTEMPTS): void {
  void tell('worthALook').then((answer) => {
    if (answer === undefined && attempts > 1) after(PATIENCE, () => report(attempts - 1));
  });
}
