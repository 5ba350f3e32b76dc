import { browser } from 'wxt/browser';
import type { HistoryNotice } from '../../core/assessment.ts';

const KEY = 'historyNotices';

// Beside the database and not in it: they tell of its loss.
/** What happened to the history that its owner has not yet put away. */
export async function readHistoryNotices(): Promise<HistoryNotice[]> {
  const { session, local } = browser.storage;
  // A full disk may have left only the memory to write to.
  const notices: unknown = (await session.get(KEY))[KEY] ?? (await local.get(KEY))[KEY];
  return Array.isArray(notices) ? (notices as HistoryNotice[]) : [];
}

/** Keeps one notice of each kind, the counts added up; until the browser is closed where the disk has no room even for that. */
export async function addHistoryNotice(notice: HistoryNotice): Promise<void> {
  const notices = await readHistoryNotices();
  const earlier = notices.find(({ kind }) => kind === notice.kind);
  const count = (earlier?.count ?? 0) + (notice.count ?? 0);
  const merged = { ...notice, ...(count > 0 && { count }) };
  const kept = { [KEY]: [...notices.filter(({ kind }) => kind !== notice.kind), merged] };
  const { session, local } = browser.storage;
  await local.set(kept).then(
    () => session.remove(KEY),
    () => session.set(kept),
  );
}

/** Forgets what the owner has read. */
export async function dismissHistoryNotices(): Promise<void> {
  await browser.storage.local.remove(KEY);
  await browser.storage.session.remove(KEY);
}
