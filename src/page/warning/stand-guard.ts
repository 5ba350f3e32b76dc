import { after } from './after.ts';
import type { Gate } from './gate.ts';
import { inspect, listRivals, skipTransition, type Tamper } from './inspect.ts';
import { pageDocument } from './pristine.ts';
import { healRoot } from './root-guard.ts';
import type { Stage } from './stage.ts';

const LOOK_EVERY = 200; // ms; restored within 250
const LONGEST_WAIT = 200; // ms between two repairs in a fight
const PEACE = 1500; // ms without a repair, after which a page starts afresh

interface Duty {
  modal: boolean;
  report(kind: Tamper): void;
  alive?: ((awake: boolean) => void) | undefined;
}

/** Shows the stage and keeps it shown, always a task later than what the page did and ever slower in a fight, so that the tab never freezes; returns how to stop. */
export function standGuard(stage: Stage, gate: Gate, { modal, report, alive }: Duty): () => void {
  const heals: (() => void)[] = [];
  let rivals = new Set<Element>();
  let repairs = 0;
  let repairedAt = 0;
  let repairing = false;
  let over = false;

  const raise = () => {
    skipTransition();
    stage.place();
    stage.raise();
    rivals = new Set(listRivals());
    watchRoot();
  };

  const repair = (kind: Tamper) => {
    report(kind);
    if (repairing || over) return;
    repairing = true;
    const now = performance.now();
    repairs = now - repairedAt > PEACE ? 0 : repairs + 1;
    repairedAt = now;
    after(Math.min(LONGEST_WAIT, 2 ** repairs - 1), () => {
      repairing = false;
      if (over) return;
      const page = pageDocument();
      gate.listen();
      if (page.fullscreenElement) page.exitFullscreen().catch(() => undefined);
      if (page.pointerLockElement) page.exitPointerLock();
      if (kind === 'hidden' && page.documentElement) heals.push(healRoot(page.documentElement));
      raise();
    });
  };

  const look = () => {
    const wrong = inspect(stage) ?? (skipTransition() || listRivals().some((rival) => !rivals.has(rival)) ? 'covered' : undefined);
    if (wrong) repair(wrong);
    else if (modal && keepFocus(stage)) report('focus');
    else alive?.(!pageDocument().hidden);
  };

  const observer = new MutationObserver(() => {
    if (!over && inspect(stage) === 'removed') repair('removed');
  });
  const watchRoot = () => {
    observer.disconnect();
    observer.observe(document, { childList: true });
    const { documentElement } = pageDocument();
    if (documentElement) observer.observe(documentElement, { childList: true });
  };

  const hearTopLayer = (event: Event) => {
    if (event.type === 'beforeprint' && modal) report('print');
    if (event.type === 'fullscreenchange' && pageDocument().fullscreenElement) repair('fullscreen');
    if (event.type === 'toggle' && (event as ToggleEvent).newState === 'open' && event.target !== stage.host && rivalsHold(event.target))
      repair('covered');
  };

  const keepLooking = () => {
    if (over) return;
    after(LOOK_EVERY, keepLooking);
    look();
  };

  gate.hearers.add(hearTopLayer);
  raise();
  const letNavigate = modal ? holdNavigation() : undefined;
  const stopSeeing = watchCover(stage, () => repair(inspect(stage) ?? 'covered'));
  after(LOOK_EVERY, keepLooking);
  return () => {
    over = true;
    gate.hearers.delete(hearTopLayer);
    observer.disconnect();
    stopSeeing();
    letNavigate?.();
    for (const undo of heals.reverse()) undo();
  };
}

interface NavigateEvent extends Event {
  userInitiated: boolean;
  formData: FormData | null;
  destination: { sameDocument: boolean };
}

/** Keeps scripts from sending forms and from flooding the history; returns how to let them again. */
function holdNavigation(): (() => void) | undefined {
  const { navigation } = globalThis as { navigation?: EventTarget };
  const hold = (event: Event) => {
    const { userInitiated, formData, destination } = event as NavigateEvent;
    if (!userInitiated && (formData || destination.sameDocument)) event.preventDefault();
  };
  navigation?.addEventListener('navigate', hold);
  return () => navigation?.removeEventListener('navigate', hold);
}

/** Whether what toggled stands in the top layer: `details` elements toggle too. */
const rivalsHold = (target: EventTarget | null) => target instanceof Element && target.matches(':popover-open, :modal');

/** Brings the focus back to the overlay; says whether something of the page had taken it. */
function keepFocus({ host, frame }: Stage): boolean {
  const page = pageDocument();
  const { activeElement } = page;
  if (activeElement === host || !page.hasFocus()) return false;
  frame.querySelector<HTMLElement>('[data-act=leave]')?.focus({ preventScroll: true });
  return activeElement !== null && activeElement !== page.body && activeElement !== page.documentElement;
}

/** Chromium knows what is really seen, under a cover that no hit test finds too. Counts once the frame was seen at all. */
function watchCover({ frame }: Stage, covered: () => void): () => void {
  let seen = false;
  const init = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const observer = new IntersectionObserver((entries) => {
    const { isIntersecting, isVisible } = entries.at(-1) as IntersectionObserverEntry & { isVisible?: boolean };
    if (isVisible) seen = true;
    else if (isVisible === false && isIntersecting && seen) covered();
  }, init);
  observer.observe(frame);
  return () => observer.disconnect();
}
