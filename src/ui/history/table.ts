import type { Assessment } from '../../core/assessment.ts';
import { writeCsv } from '../../core/exchange/csv.ts';
import { explainEvidence, quotable } from '../../core/explain.ts';
import { catalogue, text } from '../../platform/i18n.ts';
import { providerName } from '../provider-names.ts';

/** Rows as a table for a spreadsheet, in the reader's language and time zone. */
export function tableOf(rows: readonly Assessment[]): string {
  const head = [
    text('history_first'),
    text('history_last'),
    text('report_site'),
    text('history_address'),
    text('history_pageTitle'),
    text('history_level'),
    text('history_institution'),
    text('history_asked'),
    text('history_why'),
    text('evidence_found'),
    text('history_visits'),
    text('history_decisions'),
  ];
  return writeCsv([head, ...rows.map(cellsOf)]);
}

function cellsOf({ firstAt, lastAt, hostname, url, title, level, invokes, asks, evidence, visits, decisions }: Assessment) {
  const list = (items: string[]) => items.join(text('list_separator'));
  return [
    sortableMoment(firstAt),
    sortableMoment(lastAt),
    hostname,
    url,
    quotable(title),
    text(`level_${level}`),
    invokes === undefined ? '' : providerName(invokes),
    list(asks.map((kind) => text(`kind_${kind}`))),
    evidence.map((piece) => explainEvidence(piece, catalogue(), providerName)).join('\n'),
    [...new Set(evidence.flatMap(({ found }) => found.map(({ text: words }) => quotable(words))))].join('\n'),
    visits,
    decisions.map(({ kind, at }) => `${text(`decision_${kind}`)} ${sortableMoment(at)}`).join('\n'),
  ];
}

/** `2026-11-22 15:04:05`, local: what every spreadsheet takes for a moment. */
function sortableMoment(moment: number): string {
  const date = new Date(moment);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
