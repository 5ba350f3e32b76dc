import { isPaused } from '../core/pause.ts';
import { isWithin } from '../core/policy/addresses.ts';
import { applyPolicy } from '../core/policy/apply-policy.ts';
import type { Policy } from '../core/policy/keys.ts';
import type { Site } from '../core/site/index.ts';
import type { Silence, Verdict } from '../core/verdict.ts';
import { readPauses } from '../platform/pause-store.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readAllowedHosts } from '../platform/tab-store.ts';
import { readTrusted } from '../platform/trust-store.ts';

/** A verdict after the page's own past, the organisation and then the visitor had their say: policy, continuing, trust, pause. */
export async function settleVerdict(found: Verdict, site: Site, before: Verdict | undefined): Promise<Verdict> {
  const policy = await readPolicy();
  const judged = applyPolicy(keepDanger(found, before), site, policy);
  if (!('asks' in judged)) return judged;
  const because = await silenceOn(site, policy, Date.now());
  return because ? { level: 'none', because, evidence: judged.evidence } : judged;
}

/** A page that was dangerous stays so until it is left: taking the form away for a moment must not lift the warning. */
const keepDanger = (found: Verdict, before: Verdict | undefined): Verdict =>
  before?.level === 'danger' && found.level !== 'danger' ? before : found;

async function silenceOn(site: Site, policy: Policy, now: number): Promise<Silence | undefined> {
  // A page opened before the organisation forbade it closes again.
  const mayBypass = policy.allowBypass !== false;
  if (mayBypass && (await readAllowedHosts()).includes(site.hostname)) return 'trusted';
  // What the organisation blocks, nobody's standing trust or pause opens.
  if (isWithin(site, policy.blockedDomains ?? [])) return undefined;
  if (mayBypass && policy.trustedDomainsMode !== 'replace') {
    const trusted = await readTrusted(now);
    if (trusted.some(({ hostname }) => hostname === site.hostname)) return 'trusted';
  }
  return policy.allowPause !== false && isPaused(await readPauses(now), site.hostname) ? 'paused' : undefined;
}
