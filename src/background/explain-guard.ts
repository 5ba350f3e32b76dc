import { isLocked } from '../core/policy/is-locked.ts';
import type { Policy } from '../core/policy/keys.ts';
import { type SettingName, settingsSchema } from '../core/settings.ts';
import { knowledge } from '../platform/knowledge.ts';
import type { GuardReport } from '../platform/messages.ts';
import { ownVersion } from '../platform/own-build.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';
import { maySeeSites } from '../platform/site-access.ts';
import { readTrusted } from '../platform/trust-store.ts';
import { isHelperLockOn } from './helper.ts';
import { pausesInForce } from './pauses-in-force.ts';
import { factsDate } from './report-events.ts';
import { mayTrust } from './trust.ts';

/** Everything that our pages say of the guard itself. */
export async function explainGuard(): Promise<GuardReport> {
  const now = Date.now();
  const policy = await readPolicy();
  const { providers, register } = knowledge();
  return {
    settings: await readSettings(),
    forced: (Object.keys(settingsSchema.shape) as SettingName[]).filter((name) => isLocked(policy, name)),
    helperLock: await isHelperLockOn(),
    trusted: await readTrusted(now),
    pauses: await pausesInForce(now),
    may: mayDo(policy),
    sees: await maySeeSites(),
    version: ownVersion(),
    facts: { date: factsDate(), institutions: providers.length, licences: register.length },
  };
}

/** What the organisation leaves to the visitor. */
export const mayDo = (policy: Policy) => ({ pause: policy.allowPause !== false, trust: mayTrust(policy) });
