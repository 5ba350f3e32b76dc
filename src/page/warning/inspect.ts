import type { Tamper } from '../../platform/messages.ts';
import { pageDocument } from './pristine.ts';
import { isHiding } from './root-guard.ts';
import type { Stage } from './stage.ts';

/** What else stands in the top layer of the page. */
export const listRivals = (): Element[] => [...pageDocument().querySelectorAll(':popover-open, :modal, :fullscreen')];

/** Ends a view transition, which would be painted above the top layer; says whether there was one. */
export function skipTransition(): boolean {
  const page = pageDocument();
  if (typeof page.startViewTransition !== 'function' || !page.documentElement.matches(':active-view-transition')) return false;
  // A new one ends the old one, also where the old one can't be reached.
  const transition = page.startViewTransition(() => undefined);
  for (const promise of [transition.ready, transition.finished]) promise.catch(() => undefined);
  transition.skipTransition();
  return true;
}

/** What is wrong with a standing warning, if anything. Reads only. */
export function inspect({ host, frame }: Stage): Tamper | undefined {
  const page = pageDocument();
  if (!page.documentElement || host.parentNode !== page.documentElement) return 'removed';
  if (!frame.matches(':modal, :popover-open')) return 'closed';
  if (page.fullscreenElement || page.pointerLockElement) return 'fullscreen';
  // An attribute can hide our element from those who only hear it.
  if (host.hasAttributes() || isHiding(page.documentElement) || !fillsView(frame)) return 'hidden';
  return isHit(host, frame) ? undefined : 'covered';
}

function fillsView(frame: HTMLElement): boolean {
  const { width, height, left, top } = frame.getBoundingClientRect();
  const wanted = frame instanceof HTMLDialogElement ? innerHeight * 0.95 : 20;
  return width >= innerWidth * 0.9 && height >= wanted && Math.abs(left) < 30 && Math.abs(top) < 30;
}

function isHit(host: Element, frame: HTMLElement): boolean {
  const page = pageDocument();
  // A modal dialog of the page makes everything else unreachable for hit tests, though not invisible.
  if (!(frame instanceof HTMLDialogElement) && page.querySelector(':modal')) return true;
  const { width, height } = frame.getBoundingClientRect();
  return [0.1, 0.5, 0.9].every((part) => page.elementFromPoint(width * part, height * part) === host);
}
