import type { DecisionKind } from '../core/assessment.ts';
import { officialUrl } from '../core/knowledge/official-url.ts';
import { knowledge } from '../platform/knowledge.ts';
import { type PageChoice, pageChoices } from '../platform/messages.ts';
import type { PageSender } from '../platform/serve-requests.ts';
import { readTab } from '../platform/tab-store.ts';
import { openInTab } from '../platform/tabs.ts';
import { addDecision } from './record-decision.ts';
import { stopTab } from './stop-tab.ts';

/** What the visitor pressed in a page's warning. */
export async function decide(payload: unknown, { tabId, frameId, topUrl }: PageSender): Promise<void> {
  const choice =
    typeof payload === 'object' && payload !== null && 'choice' in payload
      ? pageChoices.find((known) => known === payload.choice)
      : undefined;
  if (!choice) throw new Error('no such choice');
  if (frameId !== 0) throw new Error('only the top document shows a warning');
  const tab = await readTab(tabId);
  if (tab?.assessmentId !== undefined && DECISION_OF[choice])
    await addDecision(tab.assessmentId, { kind: DECISION_OF[choice], at: Date.now() });
  const official = choice === 'openOfficial' && tab && 'asks' in tab.verdict ? officialAddress(tab.verdict.invokes) : undefined;
  if (official) await openInTab(tabId, official);
  else if (choice !== 'close') await stopTab(tabId, topUrl);
}

const DECISION_OF: Partial<Record<PageChoice, DecisionKind>> = { leave: 'left', openOfficial: 'acceptedSuggestion' };

function officialAddress(providerId: string | undefined): string | undefined {
  const provider = providerId === undefined ? undefined : knowledge().byId.get(providerId);
  return provider && officialUrl(provider)?.url;
}
