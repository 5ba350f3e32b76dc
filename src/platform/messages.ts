import type {
  Assessment,
  DecisionKind,
  HistoryNotice,
  HistoryPage,
  HistoryPicture,
  HistoryPlace,
  HistoryQuery,
} from '../core/assessment.ts';
import type { FrameReport } from '../core/page/frame-report.ts';
import type { Pause, PauseLength } from '../core/pause.ts';
import type { BypassTerms } from '../core/policy/bypass.ts';
import type { PolicyKeyName } from '../core/policy/keys.ts';
import type { Rejection } from '../core/policy/policy-key.ts';
import type { EffectiveSettings, SettingChanges, SettingName } from '../core/settings.ts';
import type { TrustedHost } from '../core/trust.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Warning } from '../core/warning.ts';

export type { Warning } from '../core/warning.ts';

/** The background's answer to a frame: the warning is for the top frame only, the closed fields for every frame. */
export interface PageVerdict {
  level: Verdict['level'];
  warning?: Warning;
  /** Under `danger`: the word by which the USER style sheet of the top document knows our overlay. */
  secret?: string;
  /** Indices into the snapshot's `fields` that ask for identity, card or licence data. */
  guarded: number[];
  /** Indices into the snapshot's `links` that are not the official sites they promise, and what to write beside them. */
  misled?: { links: number[]; text: string };
  /** Whether typed values are to be looked at for the shape of an ID number, card or credit code (in the page only). */
  shield: boolean;
}

/** What the visitor pressed in a page's warning: nothing there can continue. */
export const pageChoices = ['leave', 'openOfficial', 'more', 'close'] as const;
export type PageChoice = (typeof pageChoices)[number];

/** What a page can do to a warning. */
export const tampers = ['removed', 'closed', 'hidden', 'covered', 'fullscreen', 'focus', 'swallowed', 'print', 'deaf', 'fields'] as const;
export type Tamper = (typeof tampers)[number];

/** What a frame under `danger` says again and again: the warning stands (`asleep`: in a tab nobody looks at), or what the page did to it. */
export type LineWord = 'alive' | 'asleep' | Tamper;

/** Requests from content scripts. They live next to hostile code: payloads arrive as unknown and are parsed. */
export interface PageRequests {
  /** The sentinel: `licensed` by its hash list, or words and a way to take data. Answers whether the host is licensed. */
  triagePage(payload: { seen: 'licensed' | 'worthALook' }): boolean;
  judgePage(payload: FrameReport): PageVerdict;
  decide(payload: { choice: PageChoice }): void;
}

/** The part of an answer that concerns the whole tab. */
export type Heard = Pick<PageVerdict, 'level' | 'warning' | 'secret' | 'shield'>;

/** What the background tells the guards of a tab when another frame has changed the verdict. */
export interface Announcement {
  announce: 'verdict';
  verdict: Heard;
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
  /** The same as machines write it. */
  plainHostname?: string;
  verdict?: Verdict;
  provider?: ProviderCard;
  /** False where the browser lets us see no web page. */
  sees?: boolean;
  /** Set where the visitor chose to continue or trusts the host. */
  trusted: boolean;
  /** What lasts now, everywhere and on this host. */
  pauses?: Pause[];
  /** Whether a visitor may pause or trust at all, by the organisation's policy. */
  may?: { pause: boolean; trust: boolean };
  /** Whom to call first. */
  helper?: Warning['helper'];
  /** What is kept of the page's warning, for a report about it. */
  assessmentId?: string;
}

/** What a page about the guard itself needs: what is set, what is locked and by whom. */
export interface GuardReport {
  settings: EffectiveSettings;
  /** Settings that the organisation's policy keeps as they are. */
  forced: SettingName[];
  /** Whether a helper's PIN locks what could weaken the guard. */
  helperLock: boolean;
  trusted: TrustedHost[];
  pauses: Pause[];
  may: { pause: boolean; trust: boolean };
  /** False where the browser lets us see no web page. */
  sees: boolean;
  version: string;
  /** ISO date of the newest fact, how many institutions are known, how many licence numbers. */
  facts: { date: string; institutions: number; licences: number };
}

/** What came of a PIN: a word for this page's next requests, or how long no other PIN is looked at. */
export type UnlockAnswer = { unlock: string } | { refused: 'wrong' | 'wait'; waitSeconds: number };

/** Somebody who should hear of a fraudulent signup page, with the official ways to reach them that we know. */
export interface ReportRecipient {
  id: string;
  name: string;
  /** Why them, as a message key's ending. */
  role: 'institution' | 'antifraud' | 'police' | 'spam' | 'internet' | 'association';
  phone?: string;
  url?: string;
}

/** What a report to others is made of. */
export interface ReportMaterial {
  assessments: Assessment[];
  recipients: ReportRecipient[];
  /** Whether the history has them all, and not only the memory until the browser is closed. */
  kept: boolean;
  /** Whether the organisation lets what the history holds be made into files. */
  mayExport: boolean;
  /** The extension's own version. */
  version: string;
}

/** What an administrator's policy says and does here, without its secrets. */
export interface PolicyReport {
  version: string;
  /** ISO date of the newest fact. */
  facts: string;
  /** As the browser handed it over. */
  raw: Record<string, unknown>;
  /** What holds, and whose wish it is: the organisation's where `forced`. */
  keys: { name: PolicyKeyName; value: unknown; forced: boolean; by: 'policy' | 'visitor' | 'default' }[];
  rejected: Rejection[];
  readAt?: number;
  /** Since when the browser says there is no policy while the last one still holds. */
  emptyAt?: number;
  failure?: string;
  /** Absent where nothing is reported. */
  queue?: { length: number; lost: number; oldest?: number; sentAt?: number; failure?: string };
}

/** Requests from our own pages. Refused from anywhere else. */
export interface SurfaceRequests {
  readSettings(payload: Record<string, never>): EffectiveSettings;
  changeSettings(payload: SettingChanges): EffectiveSettings;
  explainGuard(payload: Record<string, never>): GuardReport;
  /** On one host, or everywhere where none is named. */
  pauseGuard(payload: { length: PauseLength; tabId?: number }): void;
  resumeGuard(payload: { hostname?: string }): void;
  /** Trusts the exact host of a tab or an assessment; `typed` is its name as the visitor typed it. Answers where the page was. */
  trustHost(payload: { typed: string; tabId?: number; assessmentId?: string }): { url: string } | null;
  endTrust(payload: { hostname: string }): void;
  /** Locks with a PIN what could weaken the guard. */
  setHelperPin(payload: { pin: string }): void;
  removeHelperPin(payload: Record<string, never>): void;
  unlock(payload: { pin: string }): UnlockAnswer;
  explainTab(payload: { tabId: number }): TabReport;
  explainPolicy(payload: Record<string, never>): PolicyReport;
  listAssessments(payload: Record<string, never>): Assessment[];
  /** Some rows at a time; `after` is the place where the last page ended. */
  browseHistory(payload: { query: HistoryQuery; limit: number; after?: HistoryPlace }): HistoryPage;
  drawHistory(payload: { edges: number[] }): HistoryPicture;
  readHistoryNotices(payload: Record<string, never>): HistoryNotice[];
  dismissHistoryNotices(payload: Record<string, never>): void;
  /** Puts rows in or back, merged with what is there; answers how many were new. */
  importAssessments(payload: { rows: Assessment[] }): number;
  prepareReport(payload: { ids: string[] }): ReportMaterial;
  deleteAssessments(payload: { ids: string[] }): number;
  clearHistory(payload: Record<string, never>): number;
  /** What the stopped page shows for this tab, and its one irreversible choice. */
  explainStopped(payload: { assessmentId: string }): {
    assessment: Assessment;
    /** The host as people write it. */
    unicodeHostname: string;
    warning: Warning;
    bypass: BypassTerms;
    helpUrl?: string;
    helperLock: boolean;
    mayTrust: boolean;
  } | null;
  proceed(payload: { assessmentId: string; reason?: string }): { url: string } | null;
  recordSurfaceDecision(payload: { assessmentId: string; kind: DecisionKind }): void;
}

/** What travels: the request's name and its payload; the answer is a value or a sentence about what was wrong. */
export interface Envelope {
  request: string;
  payload: unknown;
  /** What the helper's PIN gave the asking page. */
  unlock?: string;
}
/** `locked`: refused until the helper's PIN is given. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string; locked?: boolean };
