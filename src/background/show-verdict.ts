import type { Site } from '../core/site/index.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Heard } from '../platform/messages.ts';
import { type TabState, writeTab } from '../platform/tab-store.ts';
import { announceVerdict } from '../platform/tabs.ts';
import { showLevel } from '../platform/toolbar.ts';
import { coverRoot } from './cover-root.ts';
import { writeWarning } from './write-warning.ts';

/** Keeps a tab's verdict, shows it on the button and on the page, and tells the tab's frames where it is not what it was `before`. */
export async function showVerdict(tabId: number, { covered, ...state }: TabState, site: Site, before: Verdict | undefined): Promise<Heard> {
  const { verdict } = state;
  const root = await coverRoot(tabId, verdict.level, state.frames[0]?.born, covered);
  await writeTab(tabId, { ...state, ...(root && { covered: root.born }) });
  await showLevel(tabId, verdict.level, verdict.level === 'none' && verdict.because === 'paused');
  const warning = 'asks' in verdict ? await writeWarning(verdict, site) : undefined;
  const heard = { level: verdict.level, shield: warning !== undefined, ...(warning && { warning }), ...(root && { secret: root.secret }) };
  if (JSON.stringify(before) !== JSON.stringify(verdict)) await announceVerdict(tabId, heard);
  return heard;
}
