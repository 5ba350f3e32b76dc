import type { Assessment } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { startOfDay } from '../moments.ts';
import { providerName } from '../provider-names.ts';

/** What the reader looks for; empty strings mean "any". */
export interface Filter {
  words: string;
  level: '' | Assessment['level'];
  institution: string;
}
export const anything: Filter = { words: '', level: '', institution: '' };

/** The assessments that match, the latest first: every word somewhere in address, title, institution or what was asked for. */
export function findAssessments(assessments: readonly Assessment[], { words, level, institution }: Filter): Assessment[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return assessments
    .filter(
      (assessment) =>
        (level === '' || assessment.level === level) &&
        (institution === '' || assessment.invokes === institution) &&
        (wanted.length === 0 || matchesAll(wanted, searchable(assessment))),
    )
    .sort((one, other) => other.lastAt - one.lastAt);
}

/** The ids of the institutions that assessments name, by name. */
export function institutionsIn(assessments: readonly Assessment[]): string[] {
  const ids = new Set(assessments.flatMap(({ invokes }) => invokes ?? []));
  return [...ids].sort((one, other) => providerName(one).localeCompare(providerName(other)));
}

/** Assessments under their days, both in the order they come in. */
export function groupByDay(assessments: readonly Assessment[]): { day: number; assessments: Assessment[] }[] {
  const days = new Map<number, Assessment[]>();
  for (const assessment of assessments) {
    const day = startOfDay(assessment.lastAt);
    const known = days.get(day);
    if (known) known.push(assessment);
    else days.set(day, [assessment]);
  }
  return [...days].map(([day, ofDay]) => ({ day, assessments: ofDay }));
}

const fold = (words: string) => words.normalize('NFKC').toLowerCase();
const matchesAll = (wanted: string[], text: string) => wanted.every((word) => text.includes(word));

// Folding thousands of rows at every keystroke would be felt.
const folded = new WeakMap<Assessment, string>();

function searchable(assessment: Assessment): string {
  const words = folded.get(assessment) ?? describe(assessment);
  folded.set(assessment, words);
  return words;
}

function describe({ hostname, url, title, invokes, asks }: Assessment): string {
  const names = invokes === undefined ? '' : `${invokes} ${providerName(invokes)}`;
  return fold([hostname, url, title, names, ...asks.map((kind) => text(`kind_${kind}`))].join('\n'));
}
