import type { DataKind } from './page/data-kind.ts';
import type { Evidence } from './verdict.ts';

/** What the visitor did about a warning. */
export const decisionKinds = ['left', 'acceptedSuggestion', 'proceeded', 'trusted', 'reported'] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export interface Decision {
  kind: DecisionKind;
  /** Milliseconds since 1970. */
  at: number;
}

/** A verdict about a page at a moment, with what the visitor did: one row of the history. Only `caution` and `danger` are kept. */
export interface Assessment {
  id: string;
  hostname: string;
  registrableDomain: string;
  /** Scheme, host and path: never a query string or a fragment. */
  url: string;
  title: string;
  level: 'caution' | 'danger';
  invokes?: string;
  asks: DataKind[];
  evidence: Evidence[];
  firstAt: number;
  lastAt: number;
  visits: number;
  decisions: Decision[];
}

/** How long visits to one page count as one row: a day. */
const mergeWithin = 24 * 60 * 60 * 1000;
const mostDecisions = 50;

/** What a judgement sees of a page: a row without the store's own bookkeeping. */
export type SeenAssessment = Omit<Assessment, 'id' | 'firstAt' | 'visits' | 'decisions'>;

/** Whether a page seen at `at` belongs to the row: within a day of it, also where the clock was set back in between. */
export const isSameDay = ({ firstAt, lastAt }: Assessment, at: number) => at < lastAt + mergeWithin && at > firstAt - mergeWithin;

/** The row after the page was judged again: the graver level speaks, the times only widen. */
export function mergeVisit(known: Assessment, seen: SeenAssessment, newVisit: boolean): Assessment {
  const { invokes, ...rest } = known;
  const judged = known.level === 'danger' && seen.level === 'caution' ? known : { ...rest, ...seen };
  return {
    ...judged,
    firstAt: Math.min(known.firstAt, seen.lastAt),
    lastAt: Math.max(known.lastAt, seen.lastAt),
    visits: known.visits + (newVisit ? 1 : 0),
  };
}

/** Two copies of one row as one: nothing counted twice, nothing of either lost. */
export function mergeCopies(known: Assessment, copy: Assessment): Assessment {
  const newer = copy.lastAt > known.lastAt ? copy : known;
  const judged = known.level === copy.level ? newer : known.level === 'danger' ? known : copy;
  return {
    ...judged,
    firstAt: Math.min(known.firstAt, copy.firstAt),
    lastAt: newer.lastAt,
    visits: Math.max(known.visits, copy.visits),
    decisions: copy.decisions.reduce(withDecision, known.decisions),
  };
}

/** The decisions with one more, in the order they were taken; the same decision at the same moment counts once. */
export function withDecision(decisions: readonly Decision[], decision: Decision): Decision[] {
  if (decisions.some(({ kind, at }) => kind === decision.kind && at === decision.at)) return [...decisions];
  return [...decisions, decision].slice(-mostDecisions);
}

/** The orders a reader may ask for. */
export const historySorts = ['newest', 'oldest', 'visits', 'host'] as const;
export type HistorySort = (typeof historySorts)[number];

/** What a reader looks for in the history; empty strings mean "any", the decision `none` a row without one. */
export interface HistoryQuery {
  words: string;
  level: '' | Assessment['level'];
  institution: string;
  decision: '' | DecisionKind | 'none';
  sort: HistorySort;
}
export const everything: HistoryQuery = { words: '', level: '', institution: '', decision: '', sort: 'newest' };

/** Where a page of rows ended: hand it back for the next page. */
export type HistoryPlace = (string | number)[];

/** Some rows in the order asked for. */
export interface HistoryPage {
  rows: Assessment[];
  /** Absent after the last row. */
  next?: HistoryPlace;
  /** How many match, and how many there are; on the first page only. */
  count?: { found: number; total: number };
}

/** How many warnings there were in each span of time, and how often each institution was invoked, the most first. */
export interface HistoryPicture {
  spans: { from: number; danger: number; caution: number }[];
  institutions: { id: string; count: number }[];
}

/** What happened to the history that its owner should know: rows left for want of room, a new one was missed for it, a damaged database was put aside or is gone. */
export interface HistoryNotice {
  kind: 'full' | 'missed' | 'setAside' | 'lost';
  at: number;
  /** How many rows left for want of room. */
  count?: number;
}
