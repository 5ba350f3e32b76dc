import { officialSites } from './allowlist.ts';
import type { Provider } from './provider.ts';

/** Where a visitor finds the institution itself: host and address of its main site; undefined where none is proven. */
export function officialUrl(provider: Provider): { host: string; url: string } | undefined {
  const site = officialSites(provider)[0];
  if (!site) return undefined;
  const exact = site.hosts?.[0];
  // Institutions print and answer under www; a bare domain often has no server.
  return { host: exact ?? site.domain, url: `https://${exact ?? `www.${site.domain}`}/` };
}
