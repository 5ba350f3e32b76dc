import { type Site, siteOfHostname } from '../site/index.ts';

/** Whether a URL's hostname is this machine itself. */
export const isLoopback = (hostname: string) => hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** A domain as an administrator writes it (`example.cn`, `*.Example.cn`), in the form that hosts have; undefined for anything else, whole suffixes (`com.cn`) included. */
export function parseDomain(text: string): string | undefined {
  const bare = text.trim().replace(/^\*\./, '');
  if (bare.length > 253 || !/^[^\s/:@?#[\]\\%*]+$/u.test(bare) || !URL.canParse(`http://${bare}/`)) return undefined;
  const site = siteOfHostname(new URL(`http://${bare}/`).hostname);
  return site.isAddress || site.registrableDomain !== null ? site.hostname : undefined;
}

/** Whether a site is one of these domains or stands below one. */
export const isWithin = ({ hostname }: Pick<Site, 'hostname'>, domains: readonly string[]) =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
