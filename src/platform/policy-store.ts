import { browser } from 'wxt/browser';
import type { Policy } from '../core/policy/keys.ts';
import type { Rejection } from '../core/policy/policy-key.ts';
import { type KeptPolicy, parseKept } from '../core/policy/reconcile.ts';

const KEY = 'managedPolicy';

/** The last policy as the browser handed it over, what of it holds, and what was left out and why. */
export interface StoredPolicy {
  kept?: KeptPolicy;
  policy: Policy;
  rejected: Rejection[];
}

let ready: Promise<unknown> = Promise.resolve();

/** What the administrator imposes now: in the background after the browser was asked, on our pages as the background left it. */
export async function readPolicy(): Promise<Policy> {
  await ready;
  return (await readStoredPolicy()).policy;
}

/** The same where one is known to come: waits so long for the browser to hand it over, and takes what there is then. */
export async function awaitPolicy(patience: number): Promise<Policy> {
  const policy = await readPolicy();
  if (patience <= 0 || Object.keys(policy).length > 0) return policy;
  await new Promise((done) => setTimeout(done, 500));
  return awaitPolicy(patience - 500);
}

/** Makes `readPolicy` wait for a first reading. */
export function waitForPolicy(firstReading: Promise<unknown>): void {
  ready = firstReading;
}

/** What is kept, without waiting; damaged data count as no policy. */
export async function readStoredPolicy(): Promise<StoredPolicy> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof stored !== 'object' || stored === null) return { policy: {}, rejected: [] };
  const { kept, policy, rejected } = stored as Partial<StoredPolicy>;
  const parsed = parseKept(kept);
  return { ...(parsed && { kept: parsed }), policy: policy ?? {}, rejected: rejected ?? [] };
}

/** Keeps a policy. Only the background writes. */
export async function storePolicy(stored: StoredPolicy): Promise<void> {
  await browser.storage.local.set({ [KEY]: stored });
}
