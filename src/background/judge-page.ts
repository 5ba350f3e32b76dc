import { judge } from '../core/judge.ts';
import { addToEarlier, readFacts } from '../core/page/facts.ts';
import { type FrameReport, parseFrameReport } from '../core/page/frame-report.ts';
import { siteOf } from '../core/site/index.ts';
import type { Verdict } from '../core/verdict.ts';
import { recordAssessment } from '../platform/history-store.ts';
import { text } from '../platform/i18n.ts';
import { knowledge } from '../platform/knowledge.ts';
import type { PageVerdict } from '../platform/messages.ts';
import { keepPassing } from '../platform/passing-assessments.ts';
import type { PageSender } from '../platform/serve-requests.ts';
import { readSettings } from '../platform/settings.ts';
import { inTurn, readTab, type TabState } from '../platform/tab-store.ts';
import { factsOfFrames } from './facts-of-frames.ts';
import { pageAddress } from './page-address.ts';
import { reportVerdict } from './report-events.ts';
import { settleVerdict } from './settle-verdict.ts';
import { showVerdict } from './show-verdict.ts';
import { noticeDocument } from './watch-reloads.ts';

/** Judges what one frame read, together with the tab's other frames; records it, shows the badge, tells the other frames. */
export async function judgePage(payload: unknown, sender: PageSender): Promise<PageVerdict> {
  const report = parseFrameReport(payload);
  return inTurn(sender.tabId, () => judgeFrame(report, sender));
}

async function judgeFrame({ born, snapshot }: FrameReport, sender: PageSender): Promise<PageVerdict> {
  const { historyEnabled } = await readSettings();
  const site = siteOf(sender.topUrl);
  if (!site) throw new Error('the page has no web address');
  const { facts: read, guarded, misled } = readFacts(snapshot, { site, url: sender.url }, knowledge());
  const before = await readTab(sender.tabId);
  const url = pageAddress(sender.topUrl);
  const known = framesOfThisVisit(before, sender, born, url);
  const earlier = before?.url === url ? known[sender.frameId] : undefined;
  const facts = earlier?.born === born ? addToEarlier(earlier.facts, read) : read;
  const frames = { ...known, [sender.frameId]: { born, facts } };
  const isNewVisit = !(before?.url === url && before.frames[0]?.born === frames[0]?.born);
  const judged = judge({ site, page: factsOfFrames(frames) }, knowledge());
  const verdict = await settleVerdict(judged, site, isNewVisit ? undefined : before?.verdict);
  const visit = {
    url,
    site,
    title: facts.title,
    sender,
    isNewVisit: isNewVisit || before?.assessmentId === undefined,
    // Asked again after the background died on the way, the guard must not count twice.
    name: `${sender.tabId} ${frames[0]?.born ?? born}`,
  };
  const recorded = isNewVisit ? undefined : before?.assessmentId;
  const assessmentId = (await record(verdict, visit, historyEnabled, recorded)) ?? recorded;
  if (isNewVisit || before?.verdict.level !== verdict.level) await report(verdict, { ...visit, assessmentId });
  const state = { url, verdict, frames, ...(assessmentId && { assessmentId }), ...(before?.covered && { covered: before.covered }) };
  if (verdict.level === 'danger' && sender.frameId === 0) noticeDocument(sender, born);
  const answer = await showVerdict(sender.tabId, state, site, before?.verdict);
  return { ...answer, guarded, ...(misled.length > 0 && { misled: { links: misled, text: text('warning_notOfficial') } }) };
}

/** What other frames said, without those that stood on a page the tab has left. */
function framesOfThisVisit(before: TabState | undefined, { frameId, topUrl }: PageSender, born: number, url: string): TabState['frames'] {
  if (!before || new URL(before.url).origin !== new URL(topUrl).origin) return {};
  if (frameId !== 0) return before.url === url || before.frames[0] ? before.frames : {};
  // A frame is never older than the document that holds it.
  return Object.fromEntries(Object.entries(before.frames).filter(([, frame]) => frame.born >= born));
}

/** Tells the organisation's collector, where a policy names one; nothing from private windows. */
async function report(verdict: Verdict, { url, site, sender, assessmentId }: Visit & { assessmentId: string | undefined }): Promise<void> {
  if (!('asks' in verdict) || sender.incognito) return;
  const { level, asks, evidence, invokes } = verdict;
  await reportVerdict({
    assessmentId: assessmentId ?? crypto.randomUUID(),
    hostname: site.hostname,
    registrableDomain: site.registrableDomain ?? site.hostname,
    url,
    level,
    asks,
    signals: evidence.map(({ signal }) => signal),
    ...(invokes && { invokes }),
  });
}

interface Visit {
  url: string;
  site: { hostname: string; registrableDomain: string | null };
  title: string;
  sender: PageSender;
  isNewVisit: boolean;
  /** The same for one document in one tab. */
  name: string;
}

/** Keeps what was found: in the history, or where that is off, private or out of order, in memory until the browser is closed. */
async function record(
  verdict: Verdict,
  { url, site, title, sender, isNewVisit, name }: Visit,
  historyEnabled: boolean,
  known: string | undefined,
): Promise<string | undefined> {
  if (!('asks' in verdict)) return undefined;
  const { level, evidence, asks, invokes } = verdict;
  const row = {
    hostname: site.hostname,
    registrableDomain: site.registrableDomain ?? site.hostname,
    url,
    title,
    level,
    asks,
    evidence,
    lastAt: Date.now(),
    ...(invokes && { invokes }),
  };
  try {
    if (historyEnabled && !sender.incognito) return await recordAssessment(row, isNewVisit, crypto.randomUUID(), name);
  } catch (error) {
    // A history that cannot be written must never cost the warning.
    console.warn('The assessment could not be kept:', String(error));
  }
  return keepPassing(row, known ?? crypto.randomUUID(), sender.incognito);
}
