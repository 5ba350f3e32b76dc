import { parse } from 'tldts';
import { canonicalHostname, isAddress, unicodeHostname } from './hostname.ts';

/** Where a page comes from. */
export interface Site {
  /** Canonical: lower case, punycode, no trailing dot. */
  hostname: string;
  /** The hostname as people read it. */
  unicodeHostname: string;
  /** What one customer can register, private suffixes respected (`shop.github.io`); null for addresses, local names and suffixes themselves. */
  registrableDomain: string | null;
  /** The same by the ICANN suffixes alone (`github.io`): the platform's owner. */
  icannDomain: string | null;
  publicSuffix: string | null;
  /** Whether the host belongs to a customer of a platform in the private part of the suffix list. */
  isTenant: boolean;
  isAddress: boolean;
}

/** The site of an http or https URL; `undefined` for anything else. Takes any text, never throws. */
export function siteOf(url: string): Site | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  return siteOfHostname(parsed.hostname);
}

/** The site that a hostname belongs to. */
export function siteOfHostname(text: string): Site {
  const hostname = canonicalHostname(text);
  const address = isAddress(hostname);
  const owner = parse(hostname, { extractHostname: false, allowPrivateDomains: true, validateHostname: false });
  const icann = parse(hostname, { extractHostname: false, validateHostname: false });
  return {
    hostname,
    unicodeHostname: unicodeHostname(hostname),
    registrableDomain: address ? null : owner.domain,
    icannDomain: address ? null : icann.domain,
    publicSuffix: address ? null : owner.publicSuffix,
    isTenant: !address && owner.isPrivate === true,
    isAddress: address,
  };
}
