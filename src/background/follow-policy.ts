import type { Policy } from '../core/policy/keys.ts';
import { providersOfPolicy } from '../core/policy/own-providers.ts';
import { addOwnKnowledge } from '../platform/knowledge.ts';
import { keepPolicyFresh } from '../platform/managed-policy.ts';
import { watchDomains } from '../platform/watched-domains.ts';
import { reportPolicy } from './report-events.ts';

/** Does what the administrator's policy says from now on, and again whenever it changes. */
export function followPolicy(): void {
  keepPolicyFresh(obey);
}

async function obey(policy: Policy): Promise<void> {
  const readOn = new Date().toISOString().slice(0, 10);
  addOwnKnowledge({ providers: providersOfPolicy(policy.extraProviders ?? [], readOn), blockedDomains: policy.blockedDomains ?? [] });
  await watchDomains(policy.blockedDomains ?? []);
  await reportPolicy(policy);
}
