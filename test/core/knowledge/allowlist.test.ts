import { getDomain } from 'tldts';
import { describe, expect, test } from 'vitest';
import { indexStandings, licensedHosts, officialSites, standingOf } from '../../../src/core/knowledge/allowlist.ts';
import type { OfficialDomain, Provider } from '../../../src/core/knowledge/provider.ts';
import { anOfficialDomain, aProvider, providers } from './facts.ts';

const known = indexStandings(providers);
const standingIn = (index: typeof known, hostname: string) =>
  standingOf(hostname, getDomain(hostname, { allowPrivateDomains: true, validHosts: [] }), index);
const standing = (hostname: string) => standingIn(known, hostname).standing;
const standingWith = (domain: Partial<OfficialDomain>, provider: Partial<Provider> = {}, hostname = 'www.invented-pay.example') =>
  standingIn(indexStandings([aProvider({ ...provider, officialDomains: [anOfficialDomain(domain)] })]), hostname).standing;

describe('a licensed institution', () => {
  test('is licensed on its domain and every subdomain', () => {
    expect(standingIn(known, 'lakala.com')).toEqual({ standing: 'licensed', provider: 'lakala', domain: 'lakala.com' });
    expect(standing('s2.a.b.lakala.com')).toBe('licensed');
  });

  test('lends nothing to a host that only contains its name', () => {
    for (const host of ['lakala.com.invented.example', 'xlakala.com', 'lakala.com.cn.invented.example', 'lakala-com.example'])
      expect(standing(host), host).toBe('none');
  });

  test('is licensed on the exact hosts alone where it shares the domain with others', () => {
    expect(standing('pay.weixin.qq.com')).toBe('licensed');
    for (const host of ['qq.com', 'docs.qq.com', 'x.pay.weixin.qq.com']) expect(standing(host), host).toBe('none');
  });

  test('lends nothing to a tenant under a private suffix of its domain', () => {
    expect(standingOf('shop.tenants.invented-pay.example', 'shop.tenants.invented-pay.example', indexStandings([aProvider()]))).toEqual({
      standing: 'none',
    });
  });

  test('lends nothing to a host outside the registrable domain it is passed with', () => {
    expect(standingOf('evil.example', 'lakala.com', known).standing).toBe('none');
    expect(standingOf('evil-lakala.com', 'lakala.com', known).standing).toBe('none');
    expect(standingOf('127.0.0.1', null, known).standing).toBe('none');
  });
});

describe('an institution without a licence', () => {
  test.each([
    ['cancelled', { status: 'cancelled' }],
    ['merged into another', { status: 'merged' }],
    ['of the revoked kind, whatever its status says', { kind: 'revoked', status: 'valid' }],
  ] as const)('is never licensed when %s, even on a domain that is allowed', (_, provider) => {
    expect(standingWith({ use: 'allow' }, provider)).toBe('none');
    expect(standingWith({ use: 'allow-hosts-only', hosts: ['www.invented-pay.example'] }, provider)).toBe('none');
  });
});

describe('a domain that may have lapsed', () => {
  const lapsed = { lapseRisk: true } as const;

  test('is lapsed whatever its use until somebody confirms the owner', () => {
    for (const use of ['allow', 'neutral', 'known-not-licensed', 'never'] as const)
      expect(standingWith({ ...lapsed, use }), use).toBe('lapsed');
    expect(standing('www.quanminfu.com')).toBe('lapsed');
  });

  test('counts as its use says once a dated check is in the facts', () => {
    const checked = { ...lapsed, ownershipChecked: { on: '2026-12-01', evidence: 'invented' } };
    expect(standingWith({ ...checked, use: 'allow' })).toBe('licensed');
    expect(standingWith({ ...checked, use: 'neutral' })).toBe('neutral');
    expect(standingWith({ ...checked, use: 'allow' }, { status: 'merged' })).toBe('none');
  });
});

describe('a domain that is listed and not allowed', () => {
  test('is known as an aggregator, as neutral or as nothing', () => {
    expect(standing('www.shouqianba.com')).toBe('knownNotLicensed');
    expect(standing('test.wsmsd.cn')).toBe('neutral');
    expect(standingIn(known, 'ruiyinxin.com')).toEqual({ standing: 'none', provider: 'ruiyinxin', domain: 'ruiyinxin.com' });
  });

  test('does not shelter the shops on its other subdomains where hosts are named', () => {
    expect(standing('www.youzan.com')).toBe('knownNotLicensed');
    expect(standing('shop1.youzan.com')).toBe('none');
  });
});

describe('the list for the sentinel', () => {
  test('holds exactly what has the standing licensed', () => {
    const { suffixes, hosts } = licensedHosts(providers);
    for (const suffix of suffixes) expect(standing(`www.${suffix}`), suffix).toBe('licensed');
    for (const host of hosts) expect(standing(host), host).toBe('licensed');
    const listed = providers.flatMap(({ officialDomains }) => officialDomains.map(({ domain }) => domain));
    expect(listed.filter((domain) => standing(domain) === 'licensed').toSorted()).toEqual(suffixes);
    expect(hosts).toContain('pay.weixin.qq.com');
    expect(suffixes).not.toContain('qq.com');
  });
});

test('a visitor is sent to the main site first, and never to one whose owner is unconfirmed', () => {
  const alipay = providers.find(({ id }) => id === 'alipay');
  const chinaums = providers.find(({ id }) => id === 'chinaums');
  expect(alipay && officialSites(alipay)[0]?.domain).toBe('alipay.com');
  expect(chinaums && officialSites(chinaums).map(({ domain }) => domain)).toEqual(['chinaums.com']);
});
