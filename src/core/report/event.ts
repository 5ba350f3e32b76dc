import type { DecisionKind } from '../assessment.ts';
import type { DataKind } from '../page/data-kind.ts';
import type { EffectivePolicy } from '../policy/keys.ts';

/** What happened, as far as a collector may hear of it. Nothing here can hold a name, a typed value or a page's words. */
export type Occurrence =
  | { kind: 'verdict'; page: ReportedPage }
  | { kind: 'decision'; page: ReportedPage; decision: DecisionKind; reason?: string }
  | { kind: 'change'; change: GuardChange; site?: ReportedSite; until?: string }
  /** `sees`: whether the browser lets the guard see web pages; without it nobody is warned. */
  | { kind: 'status'; sees: boolean; policyKeys: string[]; rejected: number; queued: number; lost: number };

/** What a visitor or a helper changed about the guard itself. */
export type GuardChange = 'paused' | 'resumed' | 'trustAdded' | 'trustEnded' | 'lockSet' | 'lockRemoved';

/** A host, as far as a collector may know it. */
export interface ReportedSite {
  hostname: string;
  registrableDomain: string;
}

export interface ReportedPage extends ReportedSite {
  /** Joins a warning and what was done about it; random, and of this browser alone. */
  assessmentId: string;
  /** Scheme, host and path. */
  url: string;
  level: 'caution' | 'danger';
  asks: readonly DataKind[];
  signals: readonly string[];
  invokes?: string;
}

/** Who reports: the browser and a random number of this installation, never a person. */
export interface Reporter {
  installation: string;
  version: string;
  browser: { name: string; version: string };
  /** The newest date in the facts that the detector carries. */
  facts: string;
}

/**
 * One event as it travels: flat, named after the Elastic Common Schema; our own fields begin with `guard_`. No list has a dot in its name, because
 * stores take those for nested tables: hence one word each for `event.category` and `event.type`, which Elasticsearch keeps like a list of one.
 */
export type ReportEvent = Readonly<Record<string, string | number | readonly string[]>>;

const SEVERITY = { caution: 50, danger: 90 } as const;

/** An event's JSON fields; `at` is an ISO time, `id` makes it one event however often it arrives. */
export function composeEvent(
  occurrence: Occurrence,
  { id, at, reporter, detail }: { id: string; at: string; reporter: Reporter; detail: Detail },
): ReportEvent {
  return {
    '@timestamp': at,
    'ecs.version': '8.11.0',
    'event.id': id,
    'event.module': 'pos_signup_guard',
    'event.dataset': `pos_signup_guard.${occurrence.kind}`,
    ...classify(occurrence),
    'agent.id': reporter.installation,
    'agent.type': 'pos-signup-guard',
    'agent.version': reporter.version,
    'user_agent.name': reporter.browser.name,
    'user_agent.version': reporter.browser.version,
    guard_facts: reporter.facts,
    ...describe(occurrence, detail),
  };
}

type Detail = EffectivePolicy['reportDetail'];

function describe(occurrence: Occurrence, detail: Detail): ReportEvent {
  if ('page' in occurrence) return describePage(occurrence.page, detail);
  return occurrence.kind === 'change' ? describeChange(occurrence, detail) : describeStatus(occurrence);
}

function classify(occurrence: Occurrence): ReportEvent {
  switch (occurrence.kind) {
    case 'verdict':
      return { 'event.kind': 'alert', 'event.category': 'intrusion_detection', 'event.type': 'info', 'event.action': 'warned' };
    case 'decision': {
      const passed = occurrence.decision === 'proceeded' || occurrence.decision === 'trusted';
      return {
        'event.kind': 'event',
        'event.category': 'intrusion_detection',
        'event.type': passed ? 'allowed' : 'denied',
        'event.action': occurrence.decision,
        ...(occurrence.reason && { 'event.reason': occurrence.reason.slice(0, 200) }),
      };
    }
    case 'change':
      return { 'event.kind': 'event', 'event.category': 'configuration', 'event.type': 'change', 'event.action': occurrence.change };
    case 'status':
      return { 'event.kind': 'state', 'event.category': 'configuration', 'event.type': 'info', 'event.action': 'status' };
  }
}

const describeSite = ({ hostname, registrableDomain }: ReportedSite, detail: Detail): ReportEvent => ({
  'url.registered_domain': registrableDomain,
  ...(detail !== 'domain' && { 'url.domain': hostname }),
});

function describePage(page: ReportedPage, detail: Detail): ReportEvent {
  return {
    'event.severity': SEVERITY[page.level],
    ...describeSite(page, detail),
    ...(detail === 'path' && { 'url.path': pathOf(page.url) }),
    guard_level: page.level,
    guard_assessment: page.assessmentId,
    guard_asks: [...page.asks],
    guard_signals: [...page.signals],
    ...(page.invokes && { guard_invokes: page.invokes }),
  };
}

const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname.slice(0, 500) : '');

const describeChange = ({ site, until }: Extract<Occurrence, { kind: 'change' }>, detail: Detail): ReportEvent => ({
  ...(site && describeSite(site, detail)),
  ...(until !== undefined && { guard_until: until }),
});

const describeStatus = ({ sees, policyKeys, rejected, queued, lost }: Extract<Occurrence, { kind: 'status' }>): ReportEvent => ({
  guard_sees: sees ? 1 : 0,
  guard_policy_keys: policyKeys,
  guard_policy_rejected: rejected,
  guard_queued: queued,
  guard_lost: lost,
});

/** Events as newline-delimited JSON. */
export const toLines = (events: readonly ReportEvent[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('');
