import type { Tamper } from '../../platform/messages.ts';
import { after } from './after.ts';
import { type Gate, isDeaf } from './gate.ts';
import { holdNavigation } from './hold-navigation.ts';
import { inspect, listRivals, skipTransition } from './inspect.ts';
import { keepTrying } from './keep-trying.ts';
import { pageDocument } from './pristine.ts';
import { healRoot, isHiding } from './root-guard.ts';
import type { Stage } from './stage.ts';
import { watchCover } from './watch-cover.ts';

const LOOK_EVERY = 200; // ms; restored within 250

/** Whom the guard tells, and whether the stage blocks the page. */
export interface Duty {
  modal: boolean;
  report(kind: Tamper): void;
  alive?: ((awake: boolean) => void) | undefined;
}

/** Shows the stage and keeps it shown; returns how to stop. */
export function standGuard(stage: Stage, gate: Gate, duty: Duty): () => void {
  const { modal, report } = duty;
  const standing = makeStanding(stage, gate, () => report('deaf'));
  const repair = (kind: Tamper) => {
    report(kind);
    standing.restore();
  };
  const look = () => {
    // What nobody sees needs no defence, and what happens to it proves nothing.
    if (pageDocument().hidden) return duty.alive?.(false);
    const wrong = inspect(stage) ?? (standing.hasNewRival() ? 'covered' : undefined);
    if (wrong) repair(wrong);
    else if (modal && keepFocus(stage)) report('focus');
    else duty.alive?.(true);
  };
  const keepLooking = () => {
    if (standing.isOver()) return;
    after(LOOK_EVERY, keepLooking);
    look();
  };
  const stops = [
    standing.start(() => repair('removed')),
    watchCover(stage, gate, {
      covered: () => repair(inspect(stage) ?? 'covered'),
      fullscreen: () => repair('fullscreen'),
      printing: () => modal && report('print'),
    }),
    modal ? holdNavigation() : () => undefined,
  ];
  after(LOOK_EVERY, keepLooking);
  return () => {
    for (const stop of stops) stop();
  };
}

/** The stage in its place: put there, noticed when it is taken away, put back. */
function makeStanding(stage: Stage, gate: Gate, deaf: () => void) {
  const heals: (() => void)[] = [];
  let rivals = new Set<Element>();
  let over = false;
  let removed = () => {};
  const observer = new MutationObserver(() => {
    if (inspect(stage) === 'removed') removed();
  });
  const raise = () => {
    // Who opened the document anew may have put ears of its own before ours.
    if (isDeaf(gate)) deaf();
    gate.listen();
    skipTransition();
    stage.place();
    stage.raise();
    rivals = new Set(listRivals());
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(stage.host.parentNode ?? document, { childList: true });
  };
  const restore = keepTrying(() => {
    if (over) return;
    const root = pageDocument().documentElement;
    leaveFullscreen();
    if (root && isHiding(root)) heals.push(healRoot(root));
    raise();
  });
  return {
    restore,
    isOver: () => over,
    hasNewRival: () => skipTransition() || listRivals().some((rival) => !rivals.has(rival)),
    start(whenRemoved: () => void) {
      removed = whenRemoved;
      raise();
      return () => {
        over = true;
        observer.disconnect();
        for (const undo of heals.reverse()) undo();
      };
    },
  };
}

function leaveFullscreen(): void {
  const page = pageDocument();
  if (page.fullscreenElement) page.exitFullscreen().catch(() => undefined);
  if (page.pointerLockElement) page.exitPointerLock();
}

/** Brings the focus back to the overlay; says whether something of the page had taken it. */
function keepFocus({ host, frame }: Stage): boolean {
  const page = pageDocument();
  const { activeElement } = page;
  if (activeElement === host || !page.hasFocus()) return false;
  frame.querySelector<HTMLElement>('[data-act=leave]')?.focus({ preventScroll: true });
  return activeElement !== null && activeElement !== page.body && activeElement !== page.documentElement;
}
