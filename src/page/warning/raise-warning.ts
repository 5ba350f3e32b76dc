import type { Tamper, Warning } from '../../platform/messages.ts';
import { after } from './after.ts';
import { type Act, drawCaution, drawDanger } from './draw.ts';
import { openGate } from './gate.ts';
import { hearVisitor } from './hear.ts';
import { makeRoom } from './make-room.ts';
import { pageDocument } from './pristine.ts';
import { makeStage } from './stage.ts';
import { standGuard } from './stand-guard.ts';

/** What the warning tells its caller. */
export interface WarningEvents {
  leave(): void;
  more(): void;
  openOfficial(): void;
  close(): void;
  /** The page fought the warning; at most once per quarter of a second. */
  tampered(kind: Tamper): void;
  /** Several times a second while the warning stands unharmed; `awake` is false where the tab is in the background and silence proves nothing. */
  alive?(awake: boolean): void;
}

/** How to show it. */
export interface WarningOptions {
  /** The word that the USER style sheet knows the overlay by. */
  secret?: string | undefined;
}

/** A warning that stands. */
export interface StandingWarning {
  update(warning: Warning, secret?: string): void;
  /** Takes it away, gives the focus back and leaves the page as it was. */
  lower(): void;
}

/** Warns in this page: `danger` blocks it with an overlay, `caution` puts a bar on top. It stands until lowered, whatever the page does. */
export function raiseWarning(warning: Warning, events: WarningEvents, options: WarningOptions = {}): StandingWarning {
  const returnTo = pageDocument().activeElement;
  let shown = warning;
  let { secret } = options;
  let since = performance.now();
  let lower = stand(warning, events, options, since);
  return {
    update(next, nextSecret = secret) {
      if (nextSecret === secret && JSON.stringify(next) === JSON.stringify(shown)) return;
      // Not at every change: a page that goes on changing must not keep the buttons dead.
      if (next.level !== shown.level) since = performance.now();
      shown = next;
      secret = nextSecret;
      lower();
      lower = stand(next, events, { ...options, secret }, since);
    },
    lower() {
      lower();
      if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus({ preventScroll: true });
    },
  };
}

function stand(warning: Warning, events: WarningEvents, options: WarningOptions, since: number): () => void {
  const modal = warning.level === 'danger';
  const stage = makeStage(modal ? drawDanger(warning) : drawCaution(warning));
  if (options.secret) stage.frame.setAttribute(`data-${options.secret}`, '');
  const report = limitReports(events.tampered);
  const gate = openGate();
  const deeds: Record<Act, () => void> = {
    leave: events.leave,
    more: events.more,
    official: events.openOfficial,
    close: events.close,
  };
  const deafen = hearVisitor(gate, stage, modal, since, {
    act: (act) => deeds[act](),
    swallowed: () => report('swallowed'),
  });
  const dismiss = standGuard(stage, gate, { modal, report, alive: events.alive });
  const giveBack = modal ? undefined : makeRoom(stage.frame);
  return () => {
    giveBack?.();
    dismiss();
    deafen();
    stage.host.remove();
  };
}

const REPORT_EVERY = 250;

/** At most one report per quarter of a second: the first at once, then the latest of those that came meanwhile. */
function limitReports(tell: (kind: Tamper) => void): (kind: Tamper) => void {
  let waiting = false;
  let latest: Tamper | undefined;
  return function report(kind) {
    if (waiting) {
      // What can't be repaired is never forgotten over what can.
      if (latest !== 'deaf') latest = kind;
      return;
    }
    waiting = true;
    latest = undefined;
    tell(kind);
    after(REPORT_EVERY, () => {
      waiting = false;
      if (latest) report(latest);
    });
  };
}
