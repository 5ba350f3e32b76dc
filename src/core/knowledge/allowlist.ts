import type { OfficialDomain, Provider } from './provider.ts';

/** What the facts say of a host, before anybody looks at the page. */
export const standings = ['licensed', 'knownNotLicensed', 'neutral', 'lapsed', 'none'] as const;
export type StandingName = (typeof standings)[number];

/** A host's standing, with the institution and the listed domain that give it. `none` may still name the owner of a listed domain. */
export interface Standing {
  standing: StandingName;
  provider?: string;
  domain?: string;
}

interface ListedDomain {
  standing: StandingName;
  provider: string;
  /** Where set, the standing is of these hosts alone. */
  hosts?: ReadonlySet<string>;
}

/** Every listed domain by its name. */
export type StandingIndex = ReadonlyMap<string, ListedDomain>;

/** Prepares the look-up of `standingOf`. */
export function indexStandings(providers: readonly Provider[]): StandingIndex {
  const index = new Map<string, ListedDomain>();
  for (const provider of providers) {
    for (const official of provider.officialDomains) {
      const hosts = exactHosts(official);
      index.set(official.domain, { standing: standingOfDomain(provider, official), provider: provider.id, ...(hosts && { hosts }) });
    }
  }
  return index;
}

/** The standing of a host, both names canonical (lower case, punycode, no trailing dot). The registrable domain must respect private suffixes. */
export function standingOf(hostname: string, registrableDomain: string | null | undefined, index: StandingIndex): Standing {
  if (!registrableDomain || !isWithin(hostname, registrableDomain)) return { standing: 'none' };
  const listed = index.get(registrableDomain);
  if (!listed || (listed.hosts && !listed.hosts.has(hostname))) return { standing: 'none' };
  return { standing: listed.standing, provider: listed.provider, domain: registrableDomain };
}

/** Everything that is licensed: suffixes hold for themselves and all their subdomains, hosts for themselves alone. Both sorted. */
export function licensedHosts(providers: readonly Provider[]): { suffixes: string[]; hosts: string[] } {
  const licensed = providers.flatMap((provider) => officialSites(provider));
  return {
    suffixes: licensed
      .filter((official) => !exactHosts(official))
      .map(({ domain }) => domain)
      .sort(),
    hosts: licensed.flatMap((official) => [...(exactHosts(official) ?? [])]).sort(),
  };
}

/** The domains of an institution that count as licensed, its main site first: where a visitor may be sent. */
export function officialSites(provider: Provider): OfficialDomain[] {
  const licensed = provider.officialDomains.filter((official) => standingOfDomain(provider, official) === 'licensed');
  return licensed.toSorted((one, other) => Number(other.main ?? false) - Number(one.main ?? false));
}

/** Whether the institution's own licence has ended: nothing of it is ever shown as licensed. */
export const hasLostLicence = ({ kind, status }: Provider) => kind === 'revoked' || status === 'cancelled' || status === 'merged';

function standingOfDomain(provider: Provider, official: OfficialDomain): StandingName {
  if (official.lapseRisk && !official.ownershipChecked) return 'lapsed';
  switch (official.use) {
    case 'allow':
    case 'allow-hosts-only':
      return hasLostLicence(provider) ? 'none' : 'licensed';
    case 'known-not-licensed':
      return 'knownNotLicensed';
    case 'neutral':
      return 'neutral';
    case 'never':
      return 'none';
  }
}

// Hosts narrow every use, not only `allow-hosts-only`: on a platform's other subdomains anybody may keep a shop.
function exactHosts({ use, hosts }: OfficialDomain): ReadonlySet<string> | undefined {
  return hosts || use === 'allow-hosts-only' ? new Set(hosts) : undefined;
}

const isWithin = (hostname: string, domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
