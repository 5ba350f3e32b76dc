import type { Assessment, DecisionKind } from '../core/assessment.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import type { Verdict } from '../core/verdict.ts';

/** What the guard in a page needs to warn: finished sentences in the reader's language, and which fields to close. */
export interface Warning {
  level: 'caution' | 'danger';
  /** BCP 47, for `lang` and the voice. */
  language: string;
  title: string;
  /** What the page asked for. */
  asked: string;
  /** Why we doubt it, the strongest first, at most three. */
  reasons: string[];
  /** The institution invoked and its official site, the way out. */
  official?: { text: string; label: string; url: string };
  /** One next step. */
  advice: string;
  labels: { leave: string; close: string; more: string };
}

/** The background's answer to a frame: the warning is for the top frame only, the closed fields for every frame. */
export interface PageVerdict {
  level: Verdict['level'];
  warning?: Warning;
  /** Indices into the snapshot's `fields` that ask for identity, card or licence data. */
  guarded: number[];
  /** Whether typed values are to be looked at for the shape of an ID number, card or credit code (in the page only). */
  shield: boolean;
}

/** Requests from content scripts. They live next to hostile code: payloads arrive as unknown and are parsed. */
export interface PageRequests {
  /** The sentinel: `licensed` from its hash list, or words and a way to take data. */
  triagePage(payload: { seen: 'licensed' | 'worthALook' }): void;
  judgePage(payload: PageSnapshot): PageVerdict;
  recordDecision(payload: { kind: DecisionKind }): void;
}

/** What is known of the institution concerned, for the popup. */
export interface ProviderCard {
  id: string;
  kind: string;
  name: string;
  brands: string[];
  /** Official sites a visitor may be sent to; empty where none is proven. */
  domains: string[];
  licence: string | null;
  status: 'valid' | 'unknown' | 'cancelled' | 'merged';
  /** ISO date on which the facts were last looked at. */
  checked: string;
  hotline: string | null;
}

/** The popup's view of one tab. */
export interface TabReport {
  /** Absent on pages that the guard doesn't see (browser pages, PDF viewer, other extensions). */
  hostname?: string;
  verdict?: Verdict;
  provider?: ProviderCard;
  /** Set where the visitor chose to continue or trusts the host. */
  trusted: boolean;
}

/** Requests from our own pages. Refused from anywhere else. */
export interface SurfaceRequests {
  explainTab(payload: { tabId: number }): TabReport;
  listAssessments(payload: Record<string, never>): Assessment[];
  deleteAssessments(payload: { ids: string[] }): number;
  clearHistory(payload: Record<string, never>): number;
  /** What the stopped page shows for this tab, and its one irreversible choice. */
  explainStopped(payload: { assessmentId: string }): { assessment: Assessment; warning: Warning } | null;
  proceed(payload: { assessmentId: string }): { url: string } | null;
  recordSurfaceDecision(payload: { assessmentId: string; kind: DecisionKind }): void;
}

/** What travels: the request's name and its payload; the answer is a value or a sentence about what was wrong. */
export interface Envelope {
  request: string;
  payload: unknown;
}
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };
