import type { Provider } from '../knowledge/provider.ts';
import { siteOfHostname } from '../site/index.ts';
import { line, listOf, type Parsed, type PolicyKey, readDomain } from './policy-key.ts';

/** An institution that the administrator adds: its name, its domains, the brands it goes by. */
export interface OwnProvider {
  name: string;
  domains: string[];
  brands: string[];
  phone: string;
}

const MOST = 100;

/** Institutions of an administrator's own; templates that know no objects may write each as JSON text. */
export const ownProviders = (example: OwnProvider[]): PolicyKey<OwnProvider[]> =>
  listOf(MOST, example, { kind: 'objects', properties: { name: 'text', domains: 'texts', brands: 'texts', phone: 'text' } }, readProvider);

function readProvider(raw: unknown, at: string): Parsed<OwnProvider> {
  const given = objectOf(raw);
  if (!given) return { rejected: [{ at, why: 'notObject' }] };
  const name = readName(own(given, 'name'), `${at}.name`);
  const domains = listOf(50, [], { kind: 'texts' }, readDomain).read(own(given, 'domains'), `${at}.domains`);
  const brands = listOf(20, [], { kind: 'texts' }, readName).read(own(given, 'brands') ?? [], `${at}.brands`);
  const phone = line(40, '').read(own(given, 'phone') ?? '', `${at}.phone`);
  const rejected = [name, domains, brands, phone].flatMap((part) => part.rejected);
  // Without a name or a domain there is nothing to know it by.
  if (name.value === undefined || !domains.value?.length) return { rejected: rejected.length > 0 ? rejected : [{ at, why: 'notObject' }] };
  return { value: { name: name.value, domains: domains.value, brands: brands.value ?? [], phone: phone.value ?? '' }, rejected };
}

const own = (object: object, key: string): unknown => (Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined);

function readName(raw: unknown, at: string): Parsed<string> {
  const read = line(60, '').read(raw, at);
  // One letter would be found on every page.
  return read.value !== undefined && read.value.length < 2 ? { rejected: [{ at, why: 'outOfRange' }] } : read;
}

function objectOf(raw: unknown): object | undefined {
  let value = raw;
  if (typeof raw === 'string' && raw.length < 5_000) {
    try {
      value = JSON.parse(raw);
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The same as the detector knows institutions: never licensed by an administrator's word, but known, and not to be imitated. */
export const providersOfPolicy = (own: readonly OwnProvider[], readOn: string): Provider[] =>
  own.map(({ name, domains, brands, phone }, index) => ({
    id: `own-${index + 1}`,
    kind: 'service-provider',
    legalName: name,
    formerNames: [],
    brands: [...new Set([name, ...brands])],
    latinBrands: [],
    licence: null,
    business: null,
    status: 'unknown',
    statusNote: null,
    officialDomains: listedDomains(domains, readOn),
    hotline: phone === '' ? null : phone,
    sources: [],
  }));

function listedDomains(domains: readonly string[], checked: string): Provider['officialDomains'] {
  const byDomain = Map.groupBy(domains, (domain) => siteOfHostname(domain).registrableDomain ?? domain);
  return [...byDomain].map(([domain, hosts]) => ({
    domain,
    use: 'known-not-licensed' as const,
    confidence: 'high' as const,
    evidence: 'managed policy',
    checked,
    // `pay.example.cn` says nothing about the rest of example.cn.
    ...(!hosts.includes(domain) && { hosts }),
  }));
}
