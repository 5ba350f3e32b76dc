import { getDomain } from 'tldts';
import { describe, expect, test } from 'vitest';
import { hasLostLicence, licensedHosts, officialSites } from '../../../src/core/knowledge/allowlist.ts';
import { hasLicenceChecksum } from '../../../src/core/knowledge/licence-register.ts';
import { type Provider, providerSchema } from '../../../src/core/knowledge/provider.ts';
import { anOfficialDomain, aProvider, providerFiles, providers, register } from './facts.ts';

const domains = providers.flatMap((provider) => provider.officialDomains.map((official) => ({ provider: provider.id, ...official })));
const idsWhere = (isWrong: (provider: Provider) => boolean) => providers.filter(isWrong).map(({ id }) => id);
const domainsWhere = (isWrong: (official: (typeof domains)[number]) => boolean) =>
  domains.filter(isWrong).map(({ provider, domain }) => `${provider}: ${domain}`);
const repeated = (values: string[]) => values.filter((value, place) => values.indexOf(value) !== place);
const ownRegistrableDomain = (hostname: string) => getDomain(hostname, { allowPrivateDomains: true });

describe('the institutions', () => {
  test('are each in the file of their name', () => {
    expect(providers.length).toBeGreaterThanOrEqual(159);
    expect(providerFiles).toEqual(providers.map(({ id }) => `${id}.json`));
  });

  test('list their domains in alphabetical order', () => {
    const unsorted = idsWhere(({ officialDomains }) => {
      const names = officialDomains.map(({ domain }) => domain);
      return names.join() !== names.toSorted().join();
    });
    expect(unsorted).toEqual([]);
  });

  test('have nothing of a remark left in a name that a merchant reads', () => {
    const remarked = idsWhere(({ legalName, formerNames }) => [legalName, ...formerNames].some((name) => /[a-z]{3}/.test(name)));
    expect(remarked).toEqual([]);
  });

  test('keep brands of fewer than five letters apart', () => {
    expect(idsWhere(({ latinBrands }) => latinBrands.some((brand) => brand.length < 5))).toEqual([]);
    expect(idsWhere(({ latinShort = [] }) => latinShort.some((brand) => brand.length >= 5))).toEqual([]);
  });

  test('show no hotline and no licence without saying where it comes from', () => {
    expect(idsWhere(({ hotline, hotlineEvidence }) => hotline !== null && !hotlineEvidence)).toEqual([]);
    expect(idsWhere(({ licence, sources }) => licence !== null && sources.length === 0)).toEqual([]);
  });

  test('cannot claim a domain without evidence', () => {
    const unproven = aProvider({ officialDomains: [anOfficialDomain({ evidence: '' })] });
    expect(providerSchema.safeParse(aProvider()).success).toBe(true);
    expect(providerSchema.safeParse(unproven).success).toBe(false);
    expect(domainsWhere(({ evidence }) => evidence.trim() === '')).toEqual([]);
  });
});

describe('the official domains', () => {
  test('belong to one institution each', () => {
    expect(repeated(domains.map(({ domain }) => domain))).toEqual([]);
  });

  test('are allowed only on high confidence', () => {
    const allowed = domains.filter(({ use }) => use === 'allow' || use === 'allow-hosts-only');
    expect(allowed.length).toBeGreaterThan(100);
    expect(allowed.filter(({ confidence }) => confidence !== 'high').map(({ domain }) => domain)).toEqual([]);
  });

  test('are registrable domains, never a public suffix under which anybody can settle', () => {
    expect(domainsWhere(({ domain }) => ownRegistrableDomain(domain) !== domain)).toEqual([]);
    expect(ownRegistrableDomain('github.io'), 'the check knows private suffixes').toBeNull();
  });

  test('name only hosts of their own, and name them wherever only hosts are allowed', () => {
    expect(domainsWhere(({ domain, hosts = [] }) => hosts.some((host) => ownRegistrableDomain(host) !== domain))).toEqual([]);
    expect(domainsWhere(({ use, hosts = [] }) => use === 'allow-hosts-only' && hosts.length === 0)).toEqual([]);
  });

  test('have one main site where several are licensed, and it is licensed', () => {
    const unled = idsWhere((provider) => {
      const sites = officialSites(provider);
      const mains = provider.officialDomains.filter(({ main }) => main);
      return mains.length !== (sites.length > 1 ? 1 : 0) || mains.some((main) => !sites.includes(main));
    });
    expect(unled).toEqual([]);
  });

  test('are never licensed while their present owner is unconfirmed or the licence is gone', () => {
    const { suffixes, hosts } = licensedHosts(providers);
    const licensed = new Set([...suffixes, ...hosts]);
    const unconfirmed = domains.filter(({ lapseRisk, ownershipChecked }) => lapseRisk && !ownershipChecked);
    const lost = providers.filter(hasLostLicence).flatMap(({ officialDomains }) => officialDomains);
    const mustNotBe = [...unconfirmed, ...lost].flatMap(({ domain, hosts: exact = [] }) => [domain, ...exact]);
    expect(mustNotBe.length).toBeGreaterThan(30);
    expect(mustNotBe.filter((host) => licensed.has(host))).toEqual([]);
  });
});

describe('the licence register', () => {
  test('holds all 271 numbers, in order, without a gap', () => {
    const sequence = register.map(({ number }) => number.slice(2, 6));
    expect(sequence).toEqual(Array.from({ length: 271 }, (_, place) => String(place + 1).padStart(4, '0')));
  });

  test('holds no number with a wrong check digit', () => {
    expect(register.filter(({ number }) => !hasLicenceChecksum(number))).toEqual([]);
  });

  test('says who reported every cancellation after the list of 2022', () => {
    const later = register.filter(({ status }) => status === 'later-cancelled');
    expect(later).toHaveLength(25);
    expect(later.filter(({ source }) => !source)).toEqual([]);
    expect(register.filter(({ status, cancelledOn }) => status === 'listed-2022' && cancelledOn !== null)).toEqual([]);
  });

  test('knows every institution under the name it had or has', () => {
    const stranger = idsWhere(({ licence, legalName, formerNames }) => {
      const entry = register.find(({ number }) => number === licence);
      return licence !== null && (!entry || ![legalName, ...formerNames].includes(entry.name));
    });
    expect(stranger).toEqual([]);
  });

  test('gives each number to one institution', () => {
    expect(repeated(providers.flatMap(({ licence }) => licence ?? []))).toEqual([]);
  });

  test('agrees with the institutions about which licences have ended', () => {
    const disagreeing = idsWhere(({ licence, status }) => {
      const entry = register.find(({ number }) => number === licence);
      return entry !== undefined && (entry.status !== 'listed-2022') !== (status === 'cancelled' || status === 'merged');
    });
    expect(disagreeing).toEqual([]);
  });
});
