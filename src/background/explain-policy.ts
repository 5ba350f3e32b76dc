import { effectivePolicy, hasReporting } from '../core/policy/effective-policy.ts';
import { policyKeyNames } from '../core/policy/keys.ts';
import { withoutSecrets } from '../core/policy/parse-policy.ts';
import { policyFailure } from '../platform/managed-policy.ts';
import type { PolicyReport } from '../platform/messages.ts';
import { ownVersion } from '../platform/own-build.ts';
import { readPolicy, readStoredPolicy } from '../platform/policy-store.ts';
import { eventQueue, factsDate } from './report-events.ts';

/** Everything an administrator needs to see why the guard behaves as it does; no secrets. */
export async function explainPolicy(): Promise<PolicyReport> {
  await readPolicy();
  const { kept, policy, rejected } = await readStoredPolicy();
  const shown = withoutSecrets(effectivePolicy(policy));
  const failure = policyFailure();
  return {
    version: ownVersion(),
    facts: factsDate(),
    raw: withoutSecrets(kept?.raw ?? {}),
    keys: policyKeyNames.map((name) => ({ name, value: shown[name], forced: Object.hasOwn(policy, name) })),
    rejected,
    ...(kept && { readAt: kept.readAt }),
    ...(kept?.emptyAt !== undefined && { emptyAt: kept.emptyAt }),
    ...(failure !== undefined && { failure }),
    ...(hasReporting(policy) && { queue: await explainQueue() }),
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
