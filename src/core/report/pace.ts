/** How many events wait at most, and how long: a collector that is away for a week must not fill anybody's disk. */
export const MOST_EVENTS = 500;
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
/** How many travel together. */
export const BATCH = 100;

/** How a delivery ended. */
export type Delivery = { ok: true } | { ok: false; status: number; retryAfter?: number };

/** Where the sender stands between two attempts. */
export interface Pace {
  failures: number;
  /** No attempt before this moment. */
  notBefore: number;
  /** How many events the next attempt carries. */
  batch: number;
}

/** Before anything was sent. */
export const firstPace: Pace = { failures: 0, notBefore: 0, batch: BATCH };

const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 6 * 60 * 60 * 1000;

/** The pace after a delivery: waits double up to six hours, spread by chance so that a fleet does not come back all at once; what the collector can't digest is cut smaller. */
export function nextPace(pace: Pace, delivery: Delivery, now: number, random: number): Pace {
  if (delivery.ok) return { failures: 0, notBefore: now, batch: Math.min(BATCH, pace.batch * 2) };
  const failures = pace.failures + 1;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 20)) * (0.5 + random);
  const asked = Math.min(LONGEST_WAIT, Math.max(0, delivery.retryAfter ?? 0));
  return { failures, notBefore: now + Math.max(wait, asked), batch: isIndigestible(delivery) ? Math.max(1, pace.batch >> 1) : pace.batch };
}

/** Whether the collector refused what was sent, and not the sending. */
export const isIndigestible = (delivery: Delivery) => !delivery.ok && [400, 413, 422].includes(delivery.status);
