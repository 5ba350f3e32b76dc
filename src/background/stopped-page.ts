import type { DecisionKind } from '../core/assessment.ts';
import { siteOf } from '../core/site/index.ts';
import type { SurfaceRequests } from '../platform/messages.ts';
import { findAnyAssessment } from '../platform/passing-assessments.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { allowHost } from '../platform/tab-store.ts';
import { stoppedAt } from '../platform/tabs.ts';
import { insistOnTerms, offerBypass } from './bypass.ts';
import { isHelperLockOn } from './helper.ts';
import { addDecision } from './record-decision.ts';
import { mayTrust } from './trust.ts';
import { writeWarning } from './write-warning.ts';

/** What the stopped page shows about an assessment. */
export async function explainStopped({ assessmentId }: { assessmentId: string }): Promise<ReturnType<SurfaceRequests['explainStopped']>> {
  const assessment = await findAnyAssessment(assessmentId);
  const site = assessment && siteOf(assessment.url);
  if (!assessment || !site) return null;
  const policy = await readPolicy();
  return {
    assessment,
    unicodeHostname: site.unicodeHostname,
    warning: await writeWarning(assessment, site),
    bypass: await offerBypass(assessmentId),
    ...(policy.helperUrl && { helpUrl: policy.helperUrl }),
    helperLock: await isHelperLockOn(),
    mayTrust: mayTrust(policy),
  };
}

/** Lets the assessment's host through for this session and says where the page was. */
export async function proceed({ assessmentId, reason = '' }: { assessmentId: string; reason?: string }): Promise<{ url: string } | null> {
  const assessment = await findAnyAssessment(assessmentId);
  if (!assessment) return null;
  await insistOnTerms(assessmentId, reason);
  await allowHost(assessment.hostname);
  await addDecision(assessmentId, { kind: 'proceeded', at: Date.now() }, reason);
  return { url: (await stoppedAt(assessmentId)) ?? assessment.url };
}

/** Records what the visitor did on one of our pages. */
export async function recordSurfaceDecision({ assessmentId, kind }: { assessmentId: string; kind: DecisionKind }): Promise<void> {
  await addDecision(assessmentId, { kind, at: Date.now() });
}
