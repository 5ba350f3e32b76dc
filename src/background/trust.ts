import { isLocked } from '../core/policy/is-locked.ts';
import type { Policy } from '../core/policy/keys.ts';
import { siteOf } from '../core/site/index.ts';
import { confirmsHost, withTrust } from '../core/trust.ts';
import { text } from '../platform/i18n.ts';
import { findAnyAssessment, findPassing } from '../platform/passing-assessments.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';
import { readTab } from '../platform/tab-store.ts';
import { addressOf, isPrivateTab, stoppedAt } from '../platform/tabs.ts';
import { Told } from '../platform/told.ts';
import { changeTrusted } from '../platform/trust-store.ts';
import { judgeAgain } from './judge-again.ts';
import { addDecision } from './record-decision.ts';
import { reportChange } from './report-events.ts';

/** Whether the organisation lets a visitor trust hosts. */
export const mayTrust = (policy: Policy) =>
  policy.allowBypass !== false && policy.trustedDomainsMode !== 'replace' && !isLocked(policy, 'trust');

/** Trusts the exact host that a tab shows or an assessment is about, if its name was typed. Answers where the page was. */
export async function trustHost(payload: { typed: string; tabId?: number; assessmentId?: string }): Promise<{ url: string } | null> {
  await readSettings();
  const page = await pageMeant(payload);
  const site = page && siteOf(page.url);
  if (!site) return null;
  if (!mayTrust(await readPolicy())) throw new Told(text('policy_locked'));
  if (!confirmsHost(String(payload.typed), site)) throw new Told(text('trust_typedWrong', site.unicodeHostname));
  const now = Date.now();
  await changeTrusted(now, (trusted) => withTrust(trusted, site.hostname, now));
  if (page.assessmentId !== undefined) await addDecision(page.assessmentId, { kind: 'trusted', at: now });
  await judgeAgain();
  if (!(await isPrivatePage(payload))) await reportChange('trustAdded', { hostname: site.hostname });
  return { url: page.url };
}

const isPrivatePage = async ({ tabId, assessmentId }: { tabId?: number; assessmentId?: string }) =>
  (tabId !== undefined && (await isPrivateTab(tabId))) ||
  (assessmentId !== undefined && (await findPassing(assessmentId))?.isPrivate === true);

async function pageMeant({ tabId, assessmentId }: { tabId?: number; assessmentId?: string }) {
  if (assessmentId !== undefined) {
    const assessment = await findAnyAssessment(assessmentId);
    return assessment && { url: (await stoppedAt(assessmentId)) ?? assessment.url, assessmentId };
  }
  const url = tabId === undefined ? undefined : await addressOf(tabId);
  return url === undefined || tabId === undefined ? undefined : { url, assessmentId: (await readTab(tabId))?.assessmentId };
}

/** Ends the trust in a host at once. */
export async function endTrust({ hostname }: { hostname: string }): Promise<void> {
  await changeTrusted(Date.now(), (trusted) => trusted.filter((known) => known.hostname !== hostname));
  await judgeAgain();
  // Whether it was trusted from a private window is not known any more: the change alone is told.
  await reportChange('trustEnded');
}
