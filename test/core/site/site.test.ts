import { describe, expect, test } from 'vitest';
import { canonicalHostname, unicodeHostname } from '../../../src/core/site/hostname.ts';
import { siteOf, siteOfHostname } from '../../../src/core/site/index.ts';
import { decodePunycode } from '../../../src/core/site/punycode.ts';

describe('where a page comes from', () => {
  test('the part that somebody registered is told from the part he only wrote before it', () => {
    expect(siteOf('https://www.lakala.com.shop-x9.top/a?b#c')).toMatchObject({
      hostname: 'www.lakala.com.shop-x9.top',
      registrableDomain: 'shop-x9.top',
    });
    expect(siteOf('http://a.b.gd.cn/')).toMatchObject({ registrableDomain: 'b.gd.cn', publicSuffix: 'gd.cn' });
    expect(siteOf('http://x.example.com.cn:8080/')).toMatchObject({ registrableDomain: 'example.com.cn' });
  });

  test('a customer of a platform is a site of its own, and the platform is known beside it', () => {
    expect(siteOf('https://posji.github.io/')).toMatchObject({
      registrableDomain: 'posji.github.io',
      icannDomain: 'github.io',
      isTenant: true,
    });
  });

  test('a name before an @ is no host', () => {
    expect(siteOf('http://lakala.com@shop-x9.top/')?.hostname).toBe('shop-x9.top');
  });

  test('Chinese names are kept in both writings', () => {
    expect(siteOf('http://拉卡拉官网.com./')).toMatchObject({ hostname: 'xn--hlr04q06fba5367a.com', unicodeHostname: '拉卡拉官网.com' });
    expect(siteOf('http://ＬＡＫＡＬＡ。ｃｏｍ/')?.hostname).toBe('lakala.com');
  });

  test('addresses and local names have no owner', () => {
    for (const url of ['http://127.0.0.1:80/', 'http://[::1]/', 'http://localhost:5173/', 'http://router/']) {
      expect(siteOf(url), url).toMatchObject({ isAddress: true, registrableDomain: null });
    }
  });

  test('only web pages have a site', () => {
    for (const url of ['', 'nonsense', 'file:///etc/hosts', 'chrome://settings', 'about:blank', 'javascript:1', 'http://'])
      expect(siteOf(url), url).toBeUndefined();
  });

  test('a suffix alone belongs to nobody', () => {
    expect(siteOfHostname('com.cn').registrableDomain).toBeNull();
  });
});

describe('punycode', () => {
  test('what a browser encodes is decoded again', () => {
    for (const name of ['拉卡拉', '銀聯商務', 'münchen', 'lаkala', '支付宝pos机', '😀']) {
      const encoded = new URL(`http://${name}.cn`).hostname;
      expect(unicodeHostname(encoded)).toBe(`${name}.cn`);
    }
  });

  test('what is no punycode stays as it is', () => {
    expect(unicodeHostname('xn--.cn')).toBe('.cn');
    expect(unicodeHostname('xn--99999999.cn')).toBe('xn--99999999.cn');
    expect(decodePunycode('a-é')).toBeUndefined();
    expect(decodePunycode('é-a')).toBeUndefined();
  });

  test('a pasted address is judged like the host in it', () => {
    expect(canonicalHostname(' HTTPS://user:pw@WWW.Lakala.COM.:8443/x ')).toBe('www.lakala.com');
  });
});
