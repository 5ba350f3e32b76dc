import { askFromPage, hearAnnouncements, shadowRootOf } from '../platform/page-runtime.ts';
import { isOurs } from './ours.ts';
import { readPageInSlices } from './read/read-page.ts';
import { watchPage } from './read/watch-page.ts';
import { holdShield } from './shield.ts';
import { warnInFrame } from './warn-in-frame.ts';
import { pageDocument } from './warning/pristine.ts';

/** How long to wait for a page that is still being written; one that never ends is read as far as it goes. */
const UNTIL_WRITTEN = 1_200;
/** The background may be just starting; after an update of the extension it never answers again. */
const ATTEMPTS = 10;
const PATIENCE = 500;
const LATE_FRAMES = [700, 2_500];
const frames = 'iframe,frame,object,embed';

/** Stands in a frame that is worth a look, once: reads it, has it judged whenever it changes, and shows or lifts the warning. */
export function postGuard(): void {
  const world = globalThis as { posSignupGuard?: true };
  // Not by its name alone: an element with that id would answer to it.
  if (Object.hasOwn(world, 'posSignupGuard')) return;
  world.posSignupGuard = true;

  // What our own warning says must never be read as the page's words.
  const rootOf = (element: Element) => (isOurs(element) ? null : shadowRootOf(element));
  const frame = warnInFrame();
  let sent = '';
  let unanswered = 0;
  let turn = Promise.resolve<number | undefined>(undefined);

  const readAndAsk = async (): Promise<number> => {
    const reading = await readPageInSlices(pageDocument(), { shadowRootOf: rootOf });
    const { roots, spent } = reading;
    watch.follow(roots);
    for (const root of roots) hearFrames(root);
    const snapshot = shield.mark(reading.snapshot, reading.fields);
    const report = JSON.stringify([location.href, snapshot]);
    if (report !== sent) {
      const verdict = await askFromPage('judgePage', { born: performance.timeOrigin, snapshot });
      if (verdict) {
        sent = report;
        frame.obey(verdict, reading);
        shield.hold(verdict.shield);
      } else if (unanswered++ < ATTEMPTS) setTimeout(inTurn, PATIENCE);
    } else frame.renew(reading);
    return spent;
  };
  const inTurn = () => (turn = turn.then(readAndAsk, readAndAsk));
  const watch = watchPage(document, inTurn, { shadowRootOf: rootOf });
  const shield = holdShield(rootOf, inTurn);

  hearFrames(document);
  hearAnnouncements((verdict) => {
    frame.hear(verdict);
    shield.hold(verdict.shield);
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) sent = '';
  });
  void written().then(inTurn);
  // A frame that arrived between the guard's coming and its listening was heard by nobody.
  for (const late of LATE_FRAMES) setTimeout(() => document.querySelector(frames) && bringGuard(), late);
}

/** Frames load later than the page, and a form's own frame need not name the trade: the guard is brought into each that arrives. */
function hearFrames(tree: Document | ShadowRoot): void {
  // The same listener again is no second listener.
  tree.addEventListener('load', frameArrived, true);
}

function frameArrived({ target }: Event): void {
  if (target instanceof Element && target.matches(frames)) bringGuard();
}

const bringGuard = () => void askFromPage('triagePage', { seen: 'worthALook' });

function written(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((done) => {
    document.addEventListener('DOMContentLoaded', () => done(), { once: true });
    setTimeout(done, UNTIL_WRITTEN);
  });
}
