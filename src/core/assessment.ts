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
