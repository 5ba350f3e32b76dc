import type { Policy } from '../core/policy/keys.ts';
import { providersOfPolicy } from '../core/policy/own-providers.ts';
import { addOwnKnowledge } from '../platform/knowledge.ts';
import { keepPolicyFresh } from '../platform/managed-policy.ts';
import { enterOpenPages, watchDomains } from '../platform/watched-domains.ts';
import { showPauses } from './pause.ts';
import { reportPolicy } from './report-events.ts';

/** Does what the administrator's policy says from now on, and again whenever it changes. */
export function followPolicy(): void {
  keepPolicyFresh(obey);
}

async function obey(policy: Policy, isNews: boolean): Promise<void> {
  const readOn = new Date().toISOString().slice(0, 10);
  addOwnKnowledge({ providers: providersOfPolicy(policy.extraProviders ?? [], readOn), blockedDomains: policy.blockedDomains ?? [] });
  await watchDomains(policy.blockedDomains ?? []);
  // Not waited for: all this asks for the policy, which is ready only afterwards. And one that fails must not keep back the others.
  attempt('collector', reportPolicy(policy));
  if (!isNews) return;
  // Pages that are open already are judged by the new policy at once.
  attempt('blocked pages', enterOpenPages(policy.blockedDomains ?? []));
  attempt('open pages', showPauses());
}

function attempt(what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn(`The change of policy did not reach the ${what}:`, String(error)));
}
