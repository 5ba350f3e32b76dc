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

/** Whether the policy keeps the visitor from changing a setting: it is set there, or named among the locked. */
export function isLocked(policy: Policy, setting: string): boolean {
  const locked: readonly string[] = policy.lockedSettings ?? [];
  // Whom the organisation names stands in the place of the visitor's own helper.
  if (setting === 'helper' && policy.helperText) return true;
  return Object.hasOwn(policy, setting) || locked.includes(setting) || locked.includes('all');
}
