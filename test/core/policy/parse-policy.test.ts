import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectivePolicy } from '../../../src/core/policy/effective-policy.ts';
import { policyKeyNames, policyKeys } from '../../../src/core/policy/keys.ts';
import { providersOfPolicy } from '../../../src/core/policy/own-providers.ts';
import { parsePolicy, withoutSecrets } from '../../../src/core/policy/parse-policy.ts';

const example = Object.fromEntries(policyKeyNames.map((name) => [name, policyKeys[name].example]));

describe('a managed policy', () => {
  test('is understood whole where every key is as its example', () => {
    const { policy, rejected } = parsePolicy(example);
    expect(rejected).toEqual([]);
    expect(Object.keys(policy).sort()).toEqual([...policyKeyNames].sort());
    expect(policyKeyNames.length).toBeLessThanOrEqual(25);
  });

  test('leaves everything at its default where it is silent', () => {
    expect(effectivePolicy({})).toMatchObject({ mode: 'block', allowBypass: true, historyDays: 90, reportUrl: '', trustedDomains: [] });
  });

  test.each([
    ['mode', 'BLOCK', 'notAChoice'],
    ['mode', 1, 'notText'],
    ['allowBypass', 'false', 'notBoolean'],
    ['allowBypass', 2, 'notBoolean'],
    ['bypassDelaySeconds', 601, 'outOfRange'],
    ['bypassDelaySeconds', -1, 'outOfRange'],
    ['bypassDelaySeconds', 1.5, 'notInteger'],
    ['bypassDelaySeconds', '5', 'notInteger'],
    ['trustedDomains', 'example.com', 'notList'],
    ['language', 'fr', 'notAChoice'],
    ['helperText', 'x'.repeat(81), 'tooLong'],
    ['helperUrl', 'javascript:alert(1)', 'notAnAddress'],
    ['reportUrl', 'http://collector.example.com/', 'notAnAddress'],
    ['reportUrl', 'https://user:word@collector.example.com/', 'notAnAddress'],
    ['reportUrl', 'ftp://collector.example.com/', 'notAnAddress'],
    ['reportUrl', 'collector', 'notAnAddress'],
    ['reportKey', null, 'notText'],
    ['historyDays', 0, 'outOfRange'],
    ['surprise', true, 'unknownKey'],
    ['__proto__x', {}, 'unknownKey'],
    ['constructor', {}, 'unknownKey'],
  ])('drops %s = %j alone and names it', (key, value, why) => {
    const { policy, rejected } = parsePolicy({ largeText: true, [key]: value });
    expect(policy).toEqual({ largeText: true });
    expect(rejected).toEqual([{ at: key, why }]);
  });

  test.each([
    ['http://localhost:9/x', true],
    ['http://127.0.0.1:9/', true],
    ['http://[::1]:9/', true],
    ['http://127.0.0.1.example.com/', false],
    ['http://localhost.example.com/', false],
    ['https://collector.example.com/x?y=z', true],
  ])('reports to %s: %s', (reportUrl, taken) => {
    expect(parsePolicy({ reportUrl }).policy.reportUrl === new URL(reportUrl).href).toBe(taken);
  });

  test('drops bad items of a list alone and keeps the good ones as hosts have them', () => {
    const trustedDomains = [
      'Example.COM',
      'shop.example.',
      'https://a.example/',
      'com.cn',
      'github.io',
      7,
      '',
      'a b.cn',
      '10.0.0.1',
      '办机.example',
    ];
    const { policy, rejected } = parsePolicy({ trustedDomains });
    expect(policy.trustedDomains).toEqual(['example.com', 'shop.example', '10.0.0.1', expect.stringMatching(/^xn--.*\.example$/)]);
    expect(rejected.map(({ at }) => at)).toEqual([2, 3, 4, 5, 6, 7].map((index) => `trustedDomains[${index}]`));
  });

  test.each([
    ['example.cn', 'example.cn'],
    [' Example.CN ', 'example.cn'],
    ['pay.example.com.cn', 'pay.example.com.cn'],
    ['办机.cn', 'xn--wfro39b.cn'],
    ['ｅｘａｍｐｌｅ。cn', 'example.cn'],
    ['10.0.0.1', '10.0.0.1'],
    ['[::1]', '[::1]'],
    ['2001:DB8::1', '[2001:db8::1]'],
    ['shop.github.io', 'shop.github.io'],
    ['*.example.cn', 'isWildcard'],
    ['*', 'isWildcard'],
    ['[*.]example.cn', 'isWildcard'],
    ['example.cn:8443', 'hasPort'],
    ['10.0.0.1:80', 'hasPort'],
    ['https://example.cn', 'isWebAddress'],
    ['example.cn/pay', 'isWebAddress'],
    ['user@example.cn', 'isWebAddress'],
    ['com.cn', 'isWholeSuffix'],
    ['github.io', 'isWholeSuffix'],
    ['公司.cn', 'isWholeSuffix'],
    ['cn', 'notADomain'],
    ['intranet', 'notADomain'],
    ['010.0.0.1', 'notADomain'],
    ['10.1', 'notADomain'],
    ['256.1.1.1', 'notADomain'],
    ['a b.cn', 'notADomain'],
    ['example.cn%00', 'notADomain'],
    [`${'a'.repeat(260)}.cn`, 'notADomain'],
    ['', 'notADomain'],
    [7, 'notText'],
    [null, 'notText'],
  ])('reads the domain %j as %s', (item, expected) => {
    for (const key of ['trustedDomains', 'blockedDomains'] as const) {
      const { policy, rejected } = parsePolicy({ [key]: ['good.example', item] });
      const kept = policy[key]?.slice(1) ?? [];
      expect([...kept, ...rejected.map(({ why }) => why)]).toEqual([expected]);
      expect(rejected.map(({ at }) => at)).toEqual(kept.length > 0 ? [] : [`${key}[1]`]);
    }
    const { policy, rejected } = parsePolicy({ extraProviders: [{ name: '示例机构', domains: ['good.example', item] }] });
    expect([...(policy.extraProviders?.[0]?.domains.slice(1) ?? []), ...rejected.map(({ why }) => why)]).toEqual([expected]);
  });

  test('takes 1 and 0 for yes and no, as registries write them', () => {
    expect(parsePolicy({ allowBypass: 0, largeText: 1 }).policy).toEqual({ allowBypass: false, largeText: true });
  });

  test('takes an own institution as an object or as JSON text, drops what cannot be known by anything, and never makes one licensed', () => {
    const extraProviders = [
      { name: '甲机构', domains: ['pay.jia.example', 'bad domain'] },
      '{"name":"乙机构","domains":["yi.example"],"brands":["乙付"]}',
      { name: '丙', domains: ['bing.example'] },
      { name: '丁机构' },
      'nonsense',
    ];
    const { policy, rejected } = parsePolicy({ extraProviders });
    expect(policy.extraProviders?.map(({ name }) => name)).toEqual(['甲机构', '乙机构']);
    expect(rejected.map(({ at }) => at)).toEqual([
      'extraProviders[0].domains[1]',
      'extraProviders[2].name',
      'extraProviders[3].domains',
      'extraProviders[4]',
    ]);
    const [first] = providersOfPolicy(policy.extraProviders ?? [], '2026-11-22');
    expect(first?.officialDomains).toMatchObject([{ domain: 'jia.example', hosts: ['pay.jia.example'], use: 'known-not-licensed' }]);
  });

  test('never throws, whatever is handed over, and names no more than a person reads', () => {
    const options = { seed: 7, numRuns: 400 };
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.constantFrom(...policyKeyNames, 'other'), fc.anything()), (any, keyed) => {
        for (const raw of [any, keyed]) {
          const { policy, rejected } = parsePolicy(raw);
          expect(rejected.length).toBeLessThanOrEqual(200);
          expect(parsePolicy(policy)).toEqual({ policy, rejected: [] });
        }
      }),
      options,
    );
  });

  test('shows no secret: not the keys, not a misspelt one, not what an address carries', () => {
    const shown = JSON.stringify(
      withoutSecrets({
        reportKey: 'sesame',
        reportAuthorisation: 'sesame',
        reportAuthorization: ['sesame'],
        reportUrl: 'https://u:sesame@a.example/hook/sesame0123456789abcdefgh/in?token=sesame#sesame',
        helperUrl: ['https://a.example/?token=sesame'],
        mode: 'warn',
      }),
    );
    expect(shown).not.toContain('sesame');
    expect(shown).toContain('a.example');
    expect(shown).toContain('warn');
  });
});
