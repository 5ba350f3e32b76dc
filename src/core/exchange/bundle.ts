import type { Assessment } from '../assessment.ts';
import { MalformedRow, parseAssessments } from './assessment-schema.ts';

const format = 'pos-signup-guard-history';
const version = 1;
const mostBytes = 64 * 1024 * 1024;
const mostRows = 100_000;
const ahead = 2 * 24 * 60 * 60 * 1000; // Clocks differ, and so do time zones set wrong.
const longestMoment = 40; // An ISO date and time has 24 letters.
const deepest = 12; // The deepest row has ten.

/** Why a file was not taken: the ending of a `history_import_` message and its arguments. */
export type Refusal =
  | { why: 'empty' | 'tooBig' | 'notJson' | 'tooDeep' | 'dangerousNames' | 'notOurs' | 'wrongFile' | 'tooMany' | 'sameId' | 'future' }
  | { why: 'newer'; version: number }
  | { why: 'badRow'; row: number; field: string };

/** Whether a file's size alone rules it out, before anybody reads it. */
export const isTooBig = (bytes: number) => bytes > mostBytes;

/** The rows as one file that `readBundle` takes back without loss; `made` is an ISO date and time. */
export function writeBundle(assessments: readonly Assessment[], made: string): string {
  return `${JSON.stringify({ format, version, made, assessments }, null, 1)}\n`;
}

/** The rows of a file, or why none of them is taken. Never throws. */
export function readBundle(text: string, now: number): { rows: Assessment[] } | { refused: Refusal } {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return refuse('empty');
  if (isTooBig(content.length)) return refuse('tooBig');
  // Before parsing: what nests a million deep must not reach anything that descends into it.
  if (depthOf(content) > deepest) return refuse('tooDeep');
  let dangerous = false;
  let raw: unknown;
  try {
    raw = JSON.parse(content, (key, value: unknown) => {
      dangerous ||= key === '__proto__' || key === 'constructor' || key === 'prototype';
      return value;
    });
  } catch {
    return refuse('notJson');
  }
  if (dangerous) return refuse('dangerousNames');
  return readEnvelope(raw, now);
}

function readEnvelope(raw: unknown, now: number): { rows: Assessment[] } | { refused: Refusal } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refuse('notOurs');
  const envelope = raw as Record<string, unknown>;
  if (envelope.format !== format) return refuse('notOurs');
  if (!Number.isSafeInteger(envelope.version) || Number(envelope.version) < 1) return refuse('wrongFile');
  if (Number(envelope.version) > version) return { refused: { why: 'newer', version: Number(envelope.version) } };
  const { assessments, made } = envelope;
  if (
    !Array.isArray(assessments) ||
    typeof made !== 'string' ||
    made.length > longestMoment ||
    Object.keys(envelope).some((key) => !KEYS.has(key))
  )
    return refuse('wrongFile');
  if (assessments.length > mostRows) return refuse('tooMany');
  return readRows(assessments, now);
}

const KEYS = new Set(['format', 'version', 'made', 'assessments']);

function readRows(assessments: unknown[], now: number): { rows: Assessment[] } | { refused: Refusal } {
  try {
    const rows = parseAssessments(assessments);
    if (new Set(rows.map(({ id }) => id)).size < rows.length) return refuse('sameId');
    // They would never grow old, and the rows that are here would have to leave before them.
    return rows.some(({ lastAt }) => lastAt > now + ahead) ? refuse('future') : { rows };
  } catch (error) {
    if (!(error instanceof MalformedRow)) throw error;
    return { refused: { why: 'badRow', row: error.index + 1, field: error.field } };
  }
}

const refuse = (why: Exclude<Refusal['why'], 'newer' | 'badRow'>): { refused: Refusal } => ({ refused: { why } });

/** How deep brackets nest outside of strings; a loop, because strings of millions of letters exhaust a regular expression. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const mark = json[at];
    if (quoted && mark === '\\') at++;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === '[' || mark === '{')) most = Math.max(most, ++depth);
    else if (!quoted && (mark === ']' || mark === '}')) depth--;
  }
  return most;
}
