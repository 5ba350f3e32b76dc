import { effectivePolicy, hasReporting } from '../core/policy/effective-policy.ts';
import { type Policy, type PolicyKeyName, policyKeyNames } from '../core/policy/keys.ts';
import { withoutSecrets } from '../core/policy/parse-policy.ts';
import { policyFailure } from '../platform/managed-policy.ts';
import type { PolicyReport } from '../platform/messages.ts';
import { ownVersion } from '../platform/own-build.ts';
import { readPolicy, readStoredPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';
import { eventQueue, factsDate } from './report-events.ts';

/** Everything an administrator needs to see why the guard behaves as it does; no secrets. */
export async function explainPolicy(): Promise<PolicyReport> {
  await readPolicy();
  const { kept, policy, rejected } = await readStoredPolicy();
  const holds = await whatHolds(policy);
  const failure = policyFailure();
  return {
    version: ownVersion(),
    facts: factsDate(),
    raw: withoutSecrets(kept?.raw ?? {}),
    keys: policyKeyNames.map(holds),
    rejected,
    ...(kept && { readAt: kept.readAt }),
    ...(kept?.emptyAt !== undefined && { emptyAt: kept.emptyAt }),
    ...(failure !== undefined && { failure }),
    ...(hasReporting(policy) && { queue: await explainQueue() }),
  };
}

/** Keys that are settings too hold as the visitor chose, where the organisation is silent. */
async function whatHolds(policy: Policy): Promise<(name: PolicyKeyName) => PolicyReport['keys'][number]> {
  const shown = withoutSecrets(effectivePolicy(policy));
  const settings: Record<string, unknown> = { ...(await readSettings()) };
  return (name) => {
    const forced = Object.hasOwn(policy, name);
    const chosen = settings[name];
    if (forced || chosen === undefined || chosen === shown[name])
      return { name, value: shown[name], forced, by: forced ? 'policy' : 'default' };
    return { name, value: chosen, forced, by: 'visitor' };
  };
}

async function explainQueue(): Promise<NonNullable<PolicyReport['queue']>> {
  const { lost, sentAt, failure } = await eventQueue.state();
  const { length, oldest } = await eventQueue.size();
  return {
    length,
    lost,
    ...(oldest !== undefined && { oldest }),
    ...(sentAt !== undefined && { sentAt }),
    ...(failure !== undefined && { failure }),
  };
}
