import { browser } from 'wxt/browser';
import type { Policy } from '../core/policy/keys.ts';
import { parsePolicy } from '../core/policy/parse-policy.ts';
import { EMPTY_FOR, type KeptPolicy, reconcile } from '../core/policy/reconcile.ts';
import { wakeAt } from './alarms.ts';
import { readStoredPolicy, storePolicy, waitForPolicy } from './policy-store.ts';

const RECHECK = 'recheck-policy';
const SEEN = 'policyReadThisSession';
const LATE_READS = [1_000, 4_000, 15_000]; // Browsers hand the policy over late on first start, and then tell nobody.
const SLOW = 1_500; // A verdict waits no longer than this for a browser that doesn't answer.
const FIREFOX_WITHOUT_POLICY = /manifest not found/i; // Firefox rejects where others answer with nothing, webextensions#497.

/** `isNews`: another policy held before, in this very run of the background. */
type Hear = (policy: Policy, isNews: boolean) => Promise<void>;

let turn: Promise<unknown> = Promise.resolve();
let failure: string | undefined;

/** Why the browser could not be asked the last time, if it could not. */
export const policyFailure = () => failure;

/** Keeps the policy fresh from now on: for the background alone. `hear` is told at every start what held last, and of every change. */
export function keepPolicyFresh(hear: Hear): void {
  const again = () => inTurn(() => readAgain(hear));
  const first = inTurn(() => recall(hear)).then(again);
  waitForPolicy(within(SLOW, first));
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void again();
  });
  wakeAt.listen(RECHECK, again);
  void first.then(() => readLate(again));
}

async function readLate(again: () => Promise<void>): Promise<void> {
  const stored = await browser.storage.session.get(SEEN);
  if (stored[SEEN]) return;
  await browser.storage.session.set({ [SEEN]: true });
  for (const wait of LATE_READS) setTimeout(again, wait);
}

/** What held last holds at once; parsed anew, because a new version of ours may understand more. */
async function recall(hear: Hear): Promise<void> {
  const { kept } = await readStoredPolicy();
  await adopt(kept, hear);
}

async function readAgain(hear: Hear): Promise<void> {
  const read = await askBrowser();
  if (!read) return;
  const { kept } = await readStoredPolicy();
  const next = reconcile(kept, read, Date.now());
  if (next.emptyAt !== undefined) await wakeAt.set(RECHECK, next.emptyAt + EMPTY_FOR + 1_000);
  await adopt(next, hear);
}

let told: string | undefined;

async function adopt(kept: KeptPolicy | undefined, hear: Hear): Promise<void> {
  const { policy, rejected } = parsePolicy(kept?.raw);
  if (kept) await storePolicy({ kept, policy, rejected });
  const now = JSON.stringify(policy);
  if (now === told) return;
  const isNews = told !== undefined;
  told = now;
  await hear(policy, isNews);
}

/** What the browser hands over; undefined where it could not be asked, which is not the same as nothing. */
async function askBrowser(): Promise<Record<string, unknown> | undefined> {
  failure = undefined;
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    if (FIREFOX_WITHOUT_POLICY.test(String(error))) return {};
    failure = String(error).slice(0, 300);
    return undefined;
  }
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const next = turn.then(work).catch((error: unknown) => console.warn('The policy could not be read:', String(error)));
  turn = next;
  return next;
}

function within(ms: number, work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((done) => setTimeout(done, ms))]);
}
