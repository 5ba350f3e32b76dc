import { type EffectivePolicy, type Policy, policyKeyNames, policyKeys } from './keys.ts';
import type { PolicyKey } from './policy-key.ts';

/** What holds: the policy's keys, and the fallback for every other. */
export function effectivePolicy(policy: Policy): EffectivePolicy {
  const fallbacks = policyKeyNames.map((name) => [name, (policyKeys[name] as PolicyKey<unknown>).fallback]);
  return { ...(Object.fromEntries(fallbacks) as EffectivePolicy), ...policy };
}

/** Whether anything is ever sent: only where an administrator names a collector. */
export const hasReporting = ({ reportUrl }: Policy) => reportUrl !== undefined && reportUrl !== '';
