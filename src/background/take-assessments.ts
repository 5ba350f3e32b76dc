import type { Assessment } from '../core/assessment.ts';
import { parseAssessments } from '../core/exchange/assessment-schema.ts';
import { isFull } from '../platform/history/connection.ts';
import { importAssessments } from '../platform/history-store.ts';
import { text } from '../platform/i18n.ts';
import { readSettings } from '../platform/settings.ts';
import { Told } from '../platform/told.ts';

/** Takes rows from a file or back after a deletion: all of them or, where one is malformed or there is no room, none. */
export function takeAssessments({ rows }: { rows: Assessment[] }): Promise<number> {
  return importAssessments(parseAssessments(rows)).catch(sayWhy);
}

async function sayWhy(error: unknown): Promise<never> {
  if (!isFull(error)) throw error;
  await readSettings();
  throw new Told(text('history_full'));
}
