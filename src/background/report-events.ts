import type { Assessment, DecisionKind } from '../core/assessment.ts';
import { effectivePolicy, hasReporting } from '../core/policy/effective-policy.ts';
import type { Policy } from '../core/policy/keys.ts';
import { composeEvent, type GuardChange, type Occurrence, type ReportedPage, type Reporter } from '../core/report/event.ts';
import { siteOfHostname } from '../core/site/index.ts';
import { repeatEvery, wakeAt } from '../platform/alarms.ts';
import { openEventQueue } from '../platform/event-queue.ts';
import { knowledge } from '../platform/knowledge.ts';
import { describeBrowser, ownVersion } from '../platform/own-build.ts';
import { readPolicy, readStoredPolicy } from '../platform/policy-store.ts';
import { postEvents } from '../platform/post-events.ts';
import { maySeeSites } from '../platform/site-access.ts';
import { deliverEvents } from './deliver-events.ts';

const SEND = 'send-events';
const TOGETHER = 3_000; // What happens in one visit travels together.
const SAFETY_NET = 60_000; // The background may be gone before the timer rings.
const DAILY = 24 * 60;

/** The events of this browser that wait for the organisation's collector. */
export const eventQueue = openEventQueue();

/** Sends what waits whenever its time comes, and says once a day that the guard is on. Does nothing without a policy that wants it. */
export function keepReporting(): void {
  wakeAt.listen(SEND, sendEvents);
  repeatEvery('report-status', DAILY, reportStatus);
}

/** A new policy: without a collector everything that waited is forgotten, with one a status tells of the change. */
export async function reportPolicy(policy: Policy): Promise<void> {
  if (!hasReporting(policy)) {
    if (await mayHaveQueue()) await eventQueue.clear();
    return;
  }
  // The background starts many times a day; a policy is news once.
  const now = JSON.stringify(policy);
  if ((await eventQueue.state()).policy === now) return;
  await eventQueue.note({ policy: now });
  await reportStatus();
}

/** A warning, unless the window is private. */
export const reportVerdict = (page: ReportedPage) => report({ kind: 'verdict', page });

/** What the visitor did about a warning, with the reason where the policy wants one. */
export const reportDecision = (assessment: Assessment, decision: DecisionKind, reason?: string) =>
  report({ kind: 'decision', page: pageOf(assessment), decision, ...(reason && { reason }) });

/** What was changed about the guard: a pause, trust in a host, a helper's lock. A host in a private window is nobody's business. */
export async function reportChange(
  change: GuardChange,
  about: { hostname?: string | undefined; until?: number | undefined } = {},
): Promise<void> {
  const site = about.hostname === undefined ? undefined : siteOfHostname(about.hostname);
  await report({
    kind: 'change',
    change,
    ...(site && { site: { hostname: site.hostname, registrableDomain: site.registrableDomain ?? site.hostname } }),
    ...(about.until !== undefined && { until: new Date(about.until).toISOString() }),
  });
}

/** That the guard is on, in which version and under which policy. */
async function reportStatus(): Promise<void> {
  const { policy, rejected } = await readStoredPolicy();
  if (!hasReporting(policy)) return;
  const [{ lost }, { length }, sees] = await Promise.all([eventQueue.state(), eventQueue.size(), maySeeSites()]);
  await report({ kind: 'status', sees, policyKeys: Object.keys(policy).sort(), rejected: rejected.length, queued: length, lost });
}

const pageOf = ({ id, hostname, registrableDomain, url, level, asks, evidence, invokes }: Assessment): ReportedPage => ({
  assessmentId: id,
  hostname,
  registrableDomain,
  url,
  level,
  asks,
  signals: evidence.map(({ signal }) => signal),
  ...(invokes && { invokes }),
});

async function report(occurrence: Occurrence): Promise<void> {
  const policy = await readPolicy();
  const { reportEvents, reportDetail: detail } = effectivePolicy(policy);
  if (!hasReporting(policy) || !reportEvents.includes(occurrence.kind)) return;
  const at = Date.now();
  try {
    const { installation } = await eventQueue.state();
    const reporter: Reporter = { installation, version: ownVersion(), browser: describeBrowser(), facts: factsDate() };
    await eventQueue.append(composeEvent(occurrence, { id: crypto.randomUUID(), at: new Date(at).toISOString(), reporter, detail }), at);
    await wakeAt.set(SEND, at + SAFETY_NET);
    setTimeout(sendEvents, TOGETHER * (1 + Math.random()));
  } catch (error) {
    // Reporting must never cost a warning.
    console.warn('An event could not be kept:', String(error));
  }
}

let sending: Promise<void> | undefined;

/** Sends what waits; a second call while one is under way waits for the first. */
function sendEvents(): Promise<void> {
  sending ??= sendNow().finally(() => (sending = undefined));
  return sending;
}

async function sendNow(): Promise<void> {
  const policy = await readPolicy();
  if (!hasReporting(policy)) return;
  const { reportUrl: url, reportAuthorization: authorization, reportKey: key } = effectivePolicy(policy);
  const again = await deliverEvents(eventQueue, {
    send: (events) => postEvents(events, { url, authorization, key }, Date.now()),
    now: Date.now,
    random: Math.random,
  });
  if (again !== undefined) await wakeAt.set(SEND, Math.max(again, Date.now() + 1_000));
}

/** The newest date in the facts that the detector carries. */
export const factsDate = () =>
  knowledge()
    .providers.flatMap(({ officialDomains }) => officialDomains.map(({ checked }) => checked))
    .sort()
    .at(-1) ?? '';

// A browser that never reported has no such database, and need not get one.
async function mayHaveQueue(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === 'reports');
}
