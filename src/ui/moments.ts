import { languageTag, text } from '../platform/i18n.ts';

// The formatters are kept: making one costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${languageTag()} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(languageTag(), options);
  formatters.set(key, known);
  return known;
}

/** A calendar date (`2026-11-22`) in words; what is no date comes back as it is. */
export function formatDate(isoDate: string): string {
  const moment = Date.parse(`${isoDate}T00:00:00Z`);
  return Number.isNaN(moment) ? isoDate : formatterFor({ dateStyle: 'long', timeZone: 'UTC' }).format(moment);
}

/** The time of day. */
export const formatTime = (moment: number) => formatterFor({ hour: '2-digit', minute: '2-digit' }).format(moment);

/** Date and time. */
export const formatMoment = (moment: number) => formatterFor({ dateStyle: 'long', timeStyle: 'short' }).format(moment);

/** The day as people say it: today, yesterday, else the date with its weekday. */
export function formatDay(moment: number, now: number): string {
  const day = startOfDay(moment);
  const date = formatterFor({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(moment);
  if (day === startOfDay(now)) return `${text('history_today')} · ${date}`;
  if (day === startOfDay(startOfDay(now) - 1)) return `${text('history_yesterday')} · ${date}`;
  return date;
}

/** The first millisecond of a moment's day, local time. */
export const startOfDay = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);

/** Month and day. */
export const formatShortDay = (moment: number) => formatterFor({ month: 'long', day: 'numeric' }).format(moment);
