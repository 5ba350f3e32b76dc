import { type Standing, standingOf } from './knowledge/allowlist.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { secretKinds, sensitiveKinds } from './page/data-kind.ts';
import type { PageFacts } from './page/facts.ts';
import { kindsInOrder } from './page/kinds-in-order.ts';
import { isWithin } from './policy/addresses.ts';
import { blockedByPolicy } from './signals/blocked-by-policy.ts';
import { signals } from './signals/index.ts';
import type { Case, Finding } from './signals/signal.ts';
import { judgeHost, type Site } from './site/index.ts';
import type { Evidence, Verdict } from './verdict.ts';

/** Who is speaking and what all frames of the tab say together; without a page only the host is judged. */
export interface Subject {
  site: Site;
  page: PageFacts | undefined;
}

/** The verdict on a page: the top document's site decides who is speaking, the facts of all frames decide what it wants. */
export function judge({ site, page }: Subject, knowledge: Knowledge): Verdict {
  if (isWithin(site, knowledge.blockedDomains)) return judgeBlocked({ site, page }, knowledge);
  const standing = standingOf(site.hostname, site.registrableDomain, knowledge.standings);
  const settled = settle(standing);
  if (settled) return settled;
  // Only the state, schools and the army get these names.
  if (!page || /(?:^|\.)(?:gov|edu|mil)\.cn$/.test(site.publicSuffix ?? '')) return { level: 'none', because: 'notPos', evidence: [] };

  const subject: Case = { site, host: judgeHost(site.hostname, knowledge.hosts), page, knowledge };
  const evidence = collectEvidence(subject);
  const fired = new Set(evidence.map(({ signal }) => signal));
  if (!fired.has('offersTerminal')) return { level: 'none', because: 'notPos', evidence: [] };

  const level = levelOf(subject, fired, standing);
  if (level === 'none') return { level, because: 'noRequest', evidence };
  const asks = kindsInOrder([...page.asks, ...page.textAsks]);
  const invokes = invokedProvider(subject);
  return { level, evidence, asks, ...(invokes && { invokes }) };
}

/** The administrator's word stands above everything that a page or the facts say. */
function judgeBlocked({ site, page }: Subject, knowledge: Knowledge): Verdict {
  const evidence: Evidence[] = page
    ? collectEvidence({ site, host: judgeHost(site.hostname, knowledge.hosts), page, knowledge })
    : [{ signal: blockedByPolicy.id, args: [{ text: site.unicodeHostname }], found: [] }];
  return { level: 'danger', evidence, asks: page ? kindsInOrder([...page.asks, ...page.textAsks]) : [] };
}

function settle({ standing, provider }: Standing): Verdict | undefined {
  if (standing === 'licensed' && provider) return { level: 'licensed', provider };
  if (standing === 'knownNotLicensed' || standing === 'neutral')
    return { level: 'none', because: standing, evidence: [], ...(provider && { provider }) };
  return undefined;
}

function collectEvidence(subject: Case): Evidence[] {
  return signals.flatMap((signal) => {
    const finding: Finding | undefined = signal.assess(subject);
    return finding ? [{ signal: signal.id, args: finding.args, found: finding.found ?? [] }] : [];
  });
}

function levelOf({ page, host }: Case, fired: ReadonlySet<Evidence['signal']>, { standing }: Standing): 'none' | 'caution' | 'danger' {
  const impersonates = fired.has('claimsInstitution') || fired.has('falseLicence') || (fired.has('lookalikeHost') && host.level >= 2);
  const sensitive = page.asks.some(({ kind }) => sensitiveKinds.has(kind));
  const secrets = page.asks.some(({ kind }) => secretKinds.has(kind));
  if ((sensitive && impersonates) || secrets) return standing === 'lapsed' ? 'caution' : 'danger';
  const wants = sensitive || page.leads.length > 0 || page.textAsks.length > 0 || page.misdirections.length > 0 || offersItself(page);
  return wants || impersonates ? 'caution' : 'none';
}

/** A page whose title or headline says that one gets terminals here is itself the way to get in touch. */
const offersItself = ({ context }: PageFacts) =>
  context.solicits.some(
    ({ why, where }) =>
      why === 'buy' || why === 'wares' || (why === 'offers' && (where === 'title' || where === 'heading' || where === 'nav')),
  );

function invokedProvider({ page, host }: Case): string | undefined {
  if (host.verdict === 'lookalike' && host.level >= 2 && host.target) return host.target;
  const counts = new Map<string, number>();
  for (const { provider, how } of page.claims) counts.set(provider, (counts.get(provider) ?? 0) + (how === 'official' ? 3 : 2));
  for (const { provider } of page.misdirections) if (provider) counts.set(provider, (counts.get(provider) ?? 0) + 2);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
