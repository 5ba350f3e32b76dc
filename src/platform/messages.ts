import type { Assessment, DecisionKind } from '../core/assessment.ts';
import type { FrameReport } from '../core/page/frame-report.ts';
import type { Settings } from '../core/settings.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Warning } from '../core/warning.ts';

export type { Warning } from '../core/warning.ts';

/** The background's answer to a frame: the warning is for the top frame only, the closed fields for every frame. */
export interface PageVerdict {
  level: Verdict['level'];
  warning?: Warning;
  /** Indices into the snapshot's `fields` that ask for identity, card or licence data. */
  guarded: number[];
  /** Whether typed values are to be looked at for the shape of an ID number, card or credit code (in the page only). */
  shield: boolean;
}

/** What the visitor pressed in a page's warning (nothing there can continue), or `fight`: the page works against the warning. */
export const pageChoices = ['leave', 'openOfficial', 'more', 'close', 'fight'] as const;
export type PageChoice = (typeof pageChoices)[number];

/** Requests from content scripts. They live next to hostile code: payloads arrive as unknown and are parsed. */
export interface PageRequests {
  /** The sentinel: `licensed` by its hash list, or words and a way to take data. Answers whether the host is licensed. */
  triagePage(payload: { seen: 'licensed' | 'worthALook' }): boolean;
  judgePage(payload: FrameReport): PageVerdict;
  decide(payload: { choice: PageChoice }): void;
}

/** What the background tells the guards of a tab when another frame has changed the verdict. */
export interface Announcement {
  announce: 'verdict';
  verdict: Pick<PageVerdict, 'level' | 'warning'>;
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
  readSettings(payload: Record<string, never>): Settings;
  changeSettings(payload: { [K in keyof Settings]?: Settings[K] | undefined }): Settings;
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
