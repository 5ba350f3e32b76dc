import { hearSiteAccess, maySeeSites } from '../platform/site-access.ts';
import { showEverywhere } from '../platform/toolbar.ts';
import { pausesInForce } from './pauses-in-force.ts';

/** Shows on the button what holds for every tab: that we can't see web pages, or that warnings are paused. */
export async function showState(): Promise<void> {
  const [sees, pauses] = await Promise.all([maySeeSites(), pausesInForce(Date.now())]);
  if (!sees) return showEverywhere('blind');
  await showEverywhere(pauses.some(({ hostname }) => hostname === undefined) ? 'paused' : 'watching');
}

/** Keeps the button true when the browser's owner takes our sight or gives it back. */
export function watchSiteAccess(): void {
  hearSiteAccess(() => void showState());
}
