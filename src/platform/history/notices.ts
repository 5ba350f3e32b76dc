import { browser } from 'wxt/browser';
import type { HistoryNotice } from '../../core/assessment.ts';

const KEY = 'historyNotices';

// Beside the database and not in it: they tell of its loss.
/** What happened to the history that its owner has not yet put away. */
export async function readHistoryNotices(): Promise<HistoryNotice[]> {
  const stored = await browser.storage.local.get(KEY);
  const notices: unknown = stored[KEY];
  return Array.isArray(notices) ? (notices as HistoryNotice[]) : [];
}

/** Keeps one notice of each kind, the counts added up. */
export async function addHistoryNotice(notice: HistoryNotice): Promise<void> {
  const notices = await readHistoryNotices();
  const earlier = notices.find(({ kind }) => kind === notice.kind);
  const count = (earlier?.count ?? 0) + (notice.count ?? 0);
  const merged = { ...notice, ...(count > 0 && { count }) };
  await browser.storage.local.set({ [KEY]: [...notices.filter(({ kind }) => kind !== notice.kind), merged] });
}

/** Forgets what the owner has read. */
export async function dismissHistoryNotices(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
