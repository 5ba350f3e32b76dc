import type { Policy } from './keys.ts';

/** Whether the policy keeps the visitor from changing a setting: it is set there, or named among the locked. */
export function isLocked(policy: Policy, setting: string): boolean {
  const locked: readonly string[] = policy.lockedSettings ?? [];
  // Whom the organisation names stands in the place of the visitor's own helper.
  if (setting === 'helper' && policy.helperText) return true;
  return Object.hasOwn(policy, setting) || locked.includes(setting) || locked.includes('all');
}
