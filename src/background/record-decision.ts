import type { Decision } from '../core/assessment.ts';
import { findAssessment, addDecision as keepDecision } from '../platform/history-store.ts';
import { findPassing } from '../platform/passing-assessments.ts';
import { reportDecision } from './report-events.ts';

/** Keeps what the visitor did about a warning, and tells the organisation's collector where a policy names one. False where the row is gone. */
export async function addDecision(assessmentId: string, decision: Decision, reason?: string): Promise<boolean> {
  const kept = await keepDecision(assessmentId, decision);
  // Where the organisation keeps no history it may still want to hear; of private windows it never does.
  const passing = kept ? undefined : await findPassing(assessmentId);
  const assessment = passing && !passing.isPrivate ? passing : kept ? await findAssessment(assessmentId) : undefined;
  if (assessment) await reportDecision(assessment, decision.kind, reason);
  return kept;
}
