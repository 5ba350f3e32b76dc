import type { PageSender } from '../platform/serve-requests.ts';
import { stopTab } from './stop-tab.ts';

const WITHIN = 10_000;
const OFTEN = 3; // so many dangerous documents in a row give no warning the time to be read

const born = new Map<number, number[]>();

/** Leads a tab to our own page where its dangerous page loads itself again and again, so that no warning ever lasts. */
export function noticeDocument({ tabId, topUrl }: PageSender, bornAt: number): void {
  const now = Date.now();
  const recent = (born.get(tabId) ?? []).filter((at) => now - at < WITHIN && at !== bornAt);
  born.set(tabId, [...recent, bornAt]);
  if (recent.length + 1 < OFTEN) return;
  born.delete(tabId);
  void stopTab(tabId, topUrl);
}
