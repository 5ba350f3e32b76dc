import { judge } from '../core/judge.ts';
import { mergeFacts, readFacts } from '../core/page/facts.ts';
import { type FrameReport, parseFrameReport } from '../core/page/frame-report.ts';
import { applyPolicy } from '../core/policy/apply-policy.ts';
import type { Settings } from '../core/settings.ts';
import { siteOf } from '../core/site/index.ts';
import type { Verdict } from '../core/verdict.ts';
import { composeWarning } from '../core/warning.ts';
import { recordAssessment } from '../platform/history-store.ts';
import { catalogue, languageTag } from '../platform/i18n.ts';
import { knowledge } from '../platform/knowledge.ts';
import type { PageVerdict } from '../platform/messages.ts';
import { readPolicy } from '../platform/policy-store.ts';
import type { PageSender } from '../platform/serve-requests.ts';
import { readSettings } from '../platform/settings.ts';
import { inTurn, readAllowedHosts, readTab, type TabState, writeTab } from '../platform/tab-store.ts';
import { announceVerdict } from '../platform/tabs.ts';
import { showLevel } from '../platform/toolbar.ts';
import { coverRoot } from './cover-root.ts';
import { pageAddress } from './page-address.ts';
import { reportVerdict } from './report-events.ts';

/** Judges what one frame read, together with the tab's other frames; records it, shows the badge, tells the other frames. */
export async function judgePage(payload: unknown, sender: PageSender): Promise<PageVerdict> {
  const report = parseFrameReport(payload);
  return inTurn(sender.tabId, () => judgeFrame(report, sender));
}

async function judgeFrame({ born, snapshot }: FrameReport, sender: PageSender): Promise<PageVerdict> {
  const settings: Settings & { historyEnabled?: boolean } = await readSettings();
  const policy = await readPolicy();
  const site = siteOf(sender.topUrl);
  if (!site) throw new Error('the page has no web address');
  const { facts, guarded } = readFacts(snapshot, { site, url: sender.url }, knowledge());
  const before = await readTab(sender.tabId);
  const url = pageAddress(sender.topUrl);
  const frames = { ...framesOfThisVisit(before, sender, born, url), [sender.frameId]: { born, facts } };
  const merged = mergeFacts(
    Object.entries(frames)
      .sort(([one], [other]) => Number(one) - Number(other))
      .map(([, frame]) => frame.facts),
  );
  const isNewVisit = !(before?.url === url && before.frames[0]?.born === frames[0]?.born);
  const found = keepDanger(judge({ site, page: merged }, knowledge()), isNewVisit ? undefined : before?.verdict);
  const judged = applyPolicy(found, site, policy);
  const verdict: Verdict =
    (await readAllowedHosts()).includes(site.hostname) && 'asks' in judged
      ? { level: 'none', because: 'trusted', evidence: judged.evidence }
      : judged;
  const visit = { url, site, title: facts.title, sender, isNewVisit: isNewVisit || before?.assessmentId === undefined };
  const keeps = policy.historyEnabled ?? settings.historyEnabled ?? true;
  const kept = keeps ? await record(verdict, visit) : undefined;
  const assessmentId = kept ?? (isNewVisit ? undefined : before?.assessmentId);
  if (isNewVisit || before?.verdict.level !== verdict.level) await report(verdict, { ...visit, assessmentId });
  const root = await coverRoot(sender.tabId, verdict.level, frames[0]?.born, before?.covered);
  await writeTab(sender.tabId, { url, verdict, frames, ...(assessmentId && { assessmentId }), ...(root && { covered: root.born }) });
  await showLevel(sender.tabId, verdict.level);
  const warning =
    'asks' in verdict ? composeWarning(verdict, site, { catalogue: catalogue(), language: languageTag() }, knowledge()) : undefined;
  const answer = { level: verdict.level, ...(warning && { warning }), ...(root && { secret: root.secret }) };
  if (JSON.stringify(before?.verdict) !== JSON.stringify(verdict)) await announceVerdict(sender.tabId, answer);
  return { ...answer, guarded, shield: 'asks' in verdict };
}

/** A page that was dangerous stays so until it is left: taking the form away for a moment must not lift the warning. */
const keepDanger = (verdict: Verdict, before: Verdict | undefined): Verdict =>
  before?.level === 'danger' && verdict.level !== 'danger' ? before : verdict;

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
}

async function record(verdict: Verdict, { url, site, title, sender, isNewVisit }: Visit): Promise<string | undefined> {
  if (!('asks' in verdict) || sender.incognito) return undefined;
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
    return await recordAssessment(row, isNewVisit, crypto.randomUUID());
  } catch (error) {
    // A history that cannot be written must never cost the warning.
    console.warn('The assessment could not be kept:', String(error));
    return undefined;
  }
}
