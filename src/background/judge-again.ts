import { judge } from '../core/judge.ts';
import { siteOf } from '../core/site/index.ts';
import { knowledge } from '../platform/knowledge.ts';
import { inTurn, knownTabs, readTab } from '../platform/tab-store.ts';
import { factsOfFrames } from './facts-of-frames.ts';
import { settleVerdict } from './settle-verdict.ts';
import { showVerdict } from './show-verdict.ts';

/** Looks again at every tab with what its frames last said: after a pause, a new trust, another language or size. */
export async function judgeAgain(): Promise<void> {
  for (const tabId of await knownTabs()) await inTurn(tabId, () => judgeTabAgain(tabId));
}

async function judgeTabAgain(tabId: number): Promise<void> {
  const state = await readTab(tabId);
  const site = state && siteOf(state.url);
  if (!site || Object.keys(state.frames).length === 0) return;
  const judged = judge({ site, page: factsOfFrames(state.frames) }, knowledge());
  await showVerdict(tabId, { ...state, verdict: await settleVerdict(judged, site, state.verdict) }, site, undefined);
}
