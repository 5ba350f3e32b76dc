import type { Assessment } from '../../core/assessment.ts';
import { explainEvidence, quotable } from '../../core/explain.ts';
import type { Evidence } from '../../core/verdict.ts';
import { catalogue, text } from '../../platform/i18n.ts';
import type { ReportMaterial, ReportRecipient } from '../../platform/messages.ts';
import { formatMoment } from '../moments.ts';
import { providerName } from '../provider-names.ts';

/** The facts of one assessment, by name. */
export function factsOf({ hostname, url, title, level, invokes, asks, firstAt, lastAt, visits }: Assessment): [string, string][] {
  return [
    [text('report_site'), hostname],
    [text('history_address'), url],
    [text('history_pageTitle'), quotable(title)],
    [text('history_level'), text(`level_${level}`)],
    [text('history_institution'), invokes === undefined ? '' : providerName(invokes)],
    [text('history_asked'), asks.map((kind) => text(`kind_${kind}`)).join(text('list_separator'))],
    [text('history_first'), formatMoment(firstAt)],
    [text('history_last'), formatMoment(lastAt)],
    [text('history_visits'), String(visits)],
  ].filter((fact): fact is [string, string] => fact[1] !== '');
}

/** The page's own words behind a piece of evidence, each once. */
export const quotesOf = ({ found }: Evidence) => [...new Set(found.map(({ text: words }) => quotable(words)))].filter(Boolean);

/** The report as plain text, for a form or a letter. */
export function reportText({ assessments, recipients, version }: ReportMaterial, now: number): string {
  const facts = assessments.flatMap((assessment, index) => [
    '',
    assessments.length === 1 ? `【${text('report_page')}】` : `【${text('report_pageNumber', index + 1)}】`,
    ...factsOf(assessment).map(([name, value]) => text('report_fact', name, value)),
    text('report_fact', text('report_found'), '').trimEnd(),
    ...assessment.evidence.flatMap((piece, number) => [
      `${number + 1}. ${explainEvidence(piece, catalogue(), providerName)}`,
      ...quotesOf(piece).map((quote) => `   “${quote}”`),
    ]),
  ]);
  return [
    text('report_title'),
    text('report_made', formatMoment(now), version),
    ...facts,
    '',
    `【${text('report_recipients')}】`,
    ...recipients.map(recipientLine),
    '',
    text('report_note'),
    '',
  ].join('\n');
}

const recipientLine = ({ name, phone, url, role }: ReportRecipient) =>
  `- ${[name, text(`report_role_${role}`), phone, url].filter(Boolean).join(' · ')}`;
