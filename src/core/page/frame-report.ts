import * as z from 'zod/mini';
import { type PageSnapshot, snapshotSchema } from './snapshot.ts';

/** What a guard sends for its frame: when the document was born (ms since 1970) and what it reads. */
export interface FrameReport {
  born: number;
  snapshot: PageSnapshot;
}

const reportSchema = z.strictObject({ born: z.number().check(z.gte(0), z.lte(1e14)), snapshot: snapshotSchema });

/** Parses a guard's report; the error names the first fault in one line and quotes nothing of the payload. */
export function parseFrameReport(payload: unknown): FrameReport {
  const parsed = reportSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`the report is malformed at "${issue?.path.map(String).join('.').slice(0, 80) ?? ''}" (${issue?.code ?? 'unknown'})`);
}
