const QUARTER = 15 * 60 * 1000;
const most = 100;

/** A time without warnings, on one host or everywhere. */
export interface Pause {
  /** Absent: everywhere. */
  hostname?: string;
  /** Milliseconds since 1970. */
  since: number;
  /** Absent: until the browser is closed. */
  until?: number;
}

/** How long a visitor may pause. */
export const pauseLengths = ['quarter', 'session'] as const;
export type PauseLength = (typeof pauseLengths)[number];

/** A pause that begins now. */
export const beginPause = (length: PauseLength, hostname: string | undefined, now: number): Pause => ({
  ...(hostname !== undefined && { hostname }),
  since: now,
  ...(length === 'quarter' && { until: now + QUARTER }),
});

/** The pauses that still last; damaged entries are dropped alone. A clock that was set back ends a timed one. */
export function parsePauses(raw: unknown, now: number): Pause[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter((entry: unknown): entry is Pause => isPause(entry) && lasts(entry, now)).slice(-most);
}

function isPause(entry: unknown): entry is Pause {
  if (typeof entry !== 'object' || entry === null) return false;
  const { hostname, since, until } = entry as Partial<Pause>;
  return (
    (hostname === undefined || (typeof hostname === 'string' && hostname !== '')) &&
    Number.isFinite(since) &&
    (until === undefined || Number.isFinite(until))
  );
}

const lasts = ({ since, until }: Pause, now: number) => until === undefined || (now >= since && now < Math.min(until, since + QUARTER));

/** The pauses with one more, which takes the place of an earlier one for the same. */
export const withPause = (pauses: readonly Pause[], pause: Pause): Pause[] => [
  ...pauses.filter(({ hostname }) => hostname !== pause.hostname),
  pause,
];

/** Whether one of the pauses silences the host. */
export const isPaused = (pauses: readonly Pause[], host: string) =>
  pauses.some(({ hostname }) => hostname === undefined || hostname === host);
