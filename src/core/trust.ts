const DAY = 24 * 60 * 60 * 1000;
/** How long trust in a host lasts. */
export const trustLasts = 180 * DAY;
const most = 500;

/** One exact host that the visitor chose to trust. */
export interface TrustedHost {
  hostname: string;
  /** Milliseconds since 1970. */
  since: number;
  until: number;
}

/** The trusted hosts that are still trusted; damaged entries are dropped alone, none lasts longer than it may. */
export function parseTrusted(raw: unknown, now: number): TrustedHost[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter((entry: unknown): entry is TrustedHost => isEntry(entry) && isCurrent(entry, now)).slice(-most);
}

function isEntry(entry: unknown): entry is TrustedHost {
  if (typeof entry !== 'object' || entry === null) return false;
  const { hostname, since, until } = entry as Partial<TrustedHost>;
  return typeof hostname === 'string' && hostname !== '' && Number.isFinite(since) && Number.isFinite(until);
}

/** A clock that was set back by more than a day ends the trust: it must not last for ever. */
const isCurrent = ({ since, until }: TrustedHost, now: number) => now < Math.min(until, since + trustLasts) && now > since - DAY;

/** The list with a host trusted from now on. */
export const withTrust = (trusted: readonly TrustedHost[], hostname: string, now: number): TrustedHost[] => [
  ...trusted.filter((known) => known.hostname !== hostname),
  { hostname, since: now, until: now + trustLasts },
];

/** Whether somebody who typed this meant exactly this host, in the way it is written or in its letters for machines. */
export function confirmsHost(typed: string, { hostname, unicodeHostname }: { hostname: string; unicodeHostname: string }): boolean {
  const words = typed.normalize('NFKC').replaceAll('。', '.').trim().toLowerCase();
  return words !== '' && (words === hostname || words === unicodeHostname.normalize('NFKC').toLowerCase());
}
