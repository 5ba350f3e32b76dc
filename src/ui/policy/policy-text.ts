import { languageTag, text } from '../../platform/i18n.ts';
import type { PolicyReport } from '../../platform/messages.ts';

/** A moment for a person; the word for "never" where there was none. */
export const moment = (at: number | undefined) =>
  at === undefined ? text('policy_never') : new Date(at).toLocaleString(languageTag(), { dateStyle: 'medium', timeStyle: 'medium' });

/** The whole report as text for a ticket: machine-readable, in one language, the secrets already hidden. */
export const policyAsText = (report: PolicyReport) =>
  JSON.stringify(
    {
      ...report,
      keys: Object.fromEntries(report.keys.map(({ name, value, forced, by }) => [name, { value, forced, by }])),
      readAt: isoOf(report.readAt),
      emptyAt: isoOf(report.emptyAt),
    },
    null,
    2,
  );

const isoOf = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
