import { type Site, siteOfHostname } from '../site/index.ts';

/** Whether a URL's hostname is this machine itself. */
export const isLoopback = (hostname: string) => hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Why a text is no domain that a policy may name. */
export type DomainFault = 'notADomain' | 'isWildcard' | 'hasPort' | 'isWebAddress' | 'isWholeSuffix';

/** A domain as an administrator writes it (`Example.cn`, `办机.cn`, `10.0.0.1`) in the form that hosts have, or what is wrong with it. */
export function parseDomain(text: string): { domain: string } | { fault: DomainFault } {
  const bare = text.trim().replace(/[.。．]$/u, '');
  if (bare.includes('*')) return { fault: 'isWildcard' };
  if (/[/\\@?#]/.test(bare)) return { fault: 'isWebAddress' };
  if (isIPv6(bare)) return { domain: new URL(`http://${bracketed(bare)}/`).hostname };
  if (/^[^:]+:\d*$/.test(bare)) return { fault: 'hasPort' };
  if (bare.length > 253 || !/^[^\s:[\]%]+$/u.test(bare) || !URL.canParse(`http://${bare}/`)) return { fault: 'notADomain' };
  const { hostname } = new URL(`http://${bare}/`);
  const site = siteOfHostname(hostname);
  // `010.0.0.1` and `167772161` are addresses too, but of whom, the administrator would not guess.
  if (/^[\d.]+$/.test(hostname)) return hostname === bare ? { domain: hostname } : { fault: 'notADomain' };
  if (site.registrableDomain !== null && !site.isAddress) return { domain: site.hostname };
  return { fault: site.publicSuffix === site.hostname && site.hostname.includes('.') ? 'isWholeSuffix' : 'notADomain' };
}

const bracketed = (text: string) => (text.startsWith('[') ? text : `[${text}]`);
const isIPv6 = (text: string) => /^\[?[\da-f:.]*:[\da-f:.]*:[\da-f:.]*\]?$/i.test(text) && URL.canParse(`http://${bracketed(text)}/`);

/** Whether a site is one of these domains or stands below one. */
export const isWithin = ({ hostname }: Pick<Site, 'hostname'>, domains: readonly string[]) =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
