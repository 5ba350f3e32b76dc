import type { Site } from '../site/index.ts';
import type { Verdict } from '../verdict.ts';
import { isWithin } from './addresses.ts';
import type { Policy } from './keys.ts';

/** A verdict as the administrator wants it: trusted domains are left alone unless they are blocked too, and `warn` never blocks. */
export function applyPolicy(verdict: Verdict, site: Site, { mode, trustedDomains, blockedDomains }: Policy): Verdict {
  if (!('asks' in verdict) || isWithin(site, blockedDomains ?? [])) return verdict;
  if (isWithin(site, trustedDomains ?? [])) return { level: 'none', because: 'trusted', evidence: verdict.evidence };
  return mode === 'warn' ? { ...verdict, level: 'caution' } : verdict;
}
