import type { Assessment } from '../core/assessment.ts';
import { parseAssessments } from '../core/exchange/assessment-schema.ts';
import { importAssessments } from '../platform/history-store.ts';

/** Takes rows from a file or back after a deletion: all of them or, where one is malformed, none. */
export function takeAssessments({ rows }: { rows: Assessment[] }): Promise<number> {
  return importAssessments(parseAssessments(rows));
}
