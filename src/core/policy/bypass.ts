import { effectivePolicy } from './effective-policy.ts';
import type { Policy } from './keys.ts';

/** On which terms the administrator lets a visitor open a stopped page. */
export interface BypassTerms {
  allowed: boolean;
  /** How long the stopped page must stand first. */
  delaySeconds: number;
  reasonRequired: boolean;
}

/** The terms of a policy; without one, none. */
export function bypassTerms(policy: Policy): BypassTerms {
  const { allowBypass, bypassDelaySeconds, bypassReasonRequired } = effectivePolicy(policy);
  return { allowed: allowBypass, delaySeconds: bypassDelaySeconds, reasonRequired: bypassReasonRequired };
}

/** Why a visitor may not continue yet, as a message's key, or undefined where they may. `waited` in milliseconds. */
export function whyNotBypass(
  { allowed, delaySeconds, reasonRequired }: BypassTerms,
  { waited, reason }: { waited: number; reason: string },
): 'policy_noBypass' | 'policy_waitBypass' | 'policy_reasonBypass' | undefined {
  if (!allowed) return 'policy_noBypass';
  if (waited < delaySeconds * 1000) return 'policy_waitBypass';
  return reasonRequired && reason.trim() === '' ? 'policy_reasonBypass' : undefined;
}
