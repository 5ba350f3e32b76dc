import type { Assessment, DecisionKind } from '../core/assessment.ts';
import type { BypassTerms } from '../core/policy/bypass.ts';
import { siteOf } from '../core/site/index.ts';
import { composeWarning, type Warning } from '../core/warning.ts';
import { findAssessment } from '../platform/history-store.ts';
import { catalogue, languageTag } from '../platform/i18n.ts';
import { knowledge } from '../platform/knowledge.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';
import { allowHost } from '../platform/tab-store.ts';
import { stoppedAt } from '../platform/tabs.ts';
import { insistOnTerms, offerBypass } from './bypass.ts';
import { addDecision } from './record-decision.ts';

/** What the stopped page shows about an assessment. */
export async function explainStopped({
  assessmentId,
}: {
  assessmentId: string;
}): Promise<{ assessment: Assessment; warning: Warning; bypass: BypassTerms; helpUrl?: string } | null> {
  await readSettings();
  const assessment = await findAssessment(assessmentId);
  const site = assessment && siteOf(assessment.url);
  if (!assessment || !site) return null;
  const { helperUrl } = await readPolicy();
  return {
    assessment,
    warning: composeWarning(assessment, site, { catalogue: catalogue(), language: languageTag() }, knowledge()),
    bypass: await offerBypass(assessmentId),
    ...(helperUrl && { helpUrl: helperUrl }),
  };
}

/** Lets the assessment's host through for this session and says where the page was. */
export async function proceed({ assessmentId, reason = '' }: { assessmentId: string; reason?: string }): Promise<{ url: string } | null> {
  const assessment = await findAssessment(assessmentId);
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
