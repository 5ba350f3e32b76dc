import type { Switch, Technique } from './host-index-data.ts';

/** One way in which a host resembles a provider's, as found in its skeleton. */
export interface Finding {
  level: 1 | 2 | 3;
  technique: Technique;
  /** Index into the data's providers. */
  provider: number;
  /** What is resembled: the brand string, name or official domain. */
  official: string;
  start: number;
  end: number;
  /** What calibration would switch off to be rid of it; absent where it is certain. */
  by?: Switch;
  /** What stands beside it in the same label. */
  extra: string;
}

/** The more serious finding; of two alike the one that explains more of the host. */
export function weightier(one: Finding | undefined, other: Finding | undefined): Finding | undefined {
  if (!one || !other) return one ?? other;
  if (one.level !== other.level) return one.level > other.level ? one : other;
  const [oneLength, otherLength] = [one.end - one.start, other.end - other.start];
  return otherLength > oneLength ? other : one;
}
