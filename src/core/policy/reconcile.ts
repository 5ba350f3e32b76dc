/** The last policy that was read, kept so that protection stands before the browser hands the policy over again. */
export interface KeptPolicy {
  raw: Record<string, unknown>;
  /** When the browser was last asked, milliseconds since 1970. */
  readAt: number;
  /** When the browser first said there is none, although one is kept. */
  emptyAt?: number;
}

/** How long a policy that has gone still holds: browsers hand it over late at start, and sometimes not at all. */
export const EMPTY_FOR = 10 * 60 * 1000;

/** What to keep after asking the browser: a policy replaces the last one, its absence only when it is seen again ten minutes later. */
export function reconcile(kept: KeptPolicy | undefined, read: Record<string, unknown>, now: number): KeptPolicy {
  const isEmpty = Object.keys(read).length === 0;
  if (!isEmpty || !kept || Object.keys(kept.raw).length === 0) return { raw: read, readAt: now };
  // A clock that was set back begins the wait anew.
  const since = kept.emptyAt !== undefined && kept.emptyAt <= now ? kept.emptyAt : now;
  return now - since >= EMPTY_FOR ? { raw: {}, readAt: now } : { raw: kept.raw, readAt: now, emptyAt: since };
}

/** Stored data as a kept policy, or undefined where it is damaged. */
export function parseKept(stored: unknown): KeptPolicy | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { raw, readAt, emptyAt } = stored as Record<string, unknown>;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || !Number.isFinite(readAt)) return undefined;
  return { raw: raw as Record<string, unknown>, readAt: readAt as number, ...(Number.isFinite(emptyAt) && { emptyAt: emptyAt as number }) };
}
