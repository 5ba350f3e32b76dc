import { describe, expect, test } from 'vitest';
import { judgeHost } from '../../../src/core/site/index.ts';
import { index } from './index-of-assets.ts';

const judge = (host: string) => judgeHost(host, index);
const say = (host: string) => {
  const { verdict, level, target, technique } = judge(host);
  return [verdict, level, target, technique];
};

describe('what a hostname alone says', () => {
  test.each([
    ['lakala.com', 'lakala'],
    ['www.lakala.com', 'lakala'],
    ['h5.m.chinaums.com.', 'chinaums'],
    ['ICBC.com.cn', 'icbc'],
    ['pay.weixin.qq.com', 'tenpay'],
    ['www.pbc.gov.cn', 'pbc'],
  ])('%s is licensed', (host, provider) => expect(say(host)).toEqual(['licensed', 0, provider, null]));

  test.each([
    ['lakala.com.x9-shop.top', 3, 'lakala', 'embedding'],
    ['lakala-com.top', 3, 'lakala', 'embedding'],
    ['www.hkrt.cn.x9.top', 3, 'haike', 'embedding'],
    ['1akala.cn', 3, 'lakala', 'homoglyph'],
    ['chinaurns.com', 3, 'chinaums', 'homoglyph'],
    ['shenqpay.top', 3, 'shengpay', 'homoglyph'],
    ['lаkala.com', 3, 'lakala', 'homoglyph'],
    ['lakalá.com', 3, 'lakala', 'homoglyph'],
    ['拉卡拉官网.com', 3, 'lakala', 'hanName'],
    ['銀聯商務.cn', 3, 'chinaums', 'hanName'],
    ['瑞银信pos机.com', 3, 'ruiyinxin', 'hanName'],
    ['拉卡啦.com', 2, 'lakala', 'hanHomophone'],
    ['lakala官网.com', 3, 'lakala', 'combo'],
    ['lakalapos.cn', 3, 'lakala', 'combo'],
    ['pos-shengpay.vip', 3, 'shengpay', 'combo'],
    ['shengpay-butie.com', 3, 'shengpay', 'combo'],
    ['leshua-jihuo.shop', 1, 'leshua', 'combo'],
    ['lakala.cn', 2, 'lakala', 'tldSwap'],
    ['hkrt.top', 1, 'haike', 'tldSwap'],
    ['la-kala.com', 2, 'lakala', 'split'],
    ['lak.ala.com', 2, 'lakala', 'split'],
    ['lakalanj.com', 2, 'lakala', 'place'],
    ['lakalax.cn', 2, 'lakala', 'letter'],
    ['lakala888.com', 2, 'lakala', 'affix'],
    ['lakala.github.io', 2, 'lakala', 'tenant'],
    ['lakalapos.pages.dev', 3, 'lakala', 'tenant'],
    ['lakala.x9-shop.top', 1, 'lakala', 'subdomain'],
    ['lklpos.com', 2, 'lakala', 'abbreviation'],
    ['njlklpos.com', 2, 'lakala', 'abbreviation'],
    ['haikerongtongpos.com', 2, 'haike', 'pinyin'],
    ['shegnpay.com', 1, 'shengpay', 'typo'],
    ['lakela.com', 1, 'lakala', 'typo'],
    ['yeeppay.cn', 1, 'yeepay', 'typo'],
    ['allnpay.com', 1, 'allinpay', 'typo'],
    ['allnpaypos.com', 2, 'allinpay', 'typo'],
  ] as const)('%s: level %i, %s, %s', (host, level, target, technique) =>
    expect(say(host)).toEqual(['lookalike', level, target, technique]),
  );

  test('a revoked institution is imitated like any other, and its old domain is no shelter', () => {
    expect(say('ruiyinxinpos.com').slice(0, 3)).toEqual(['lookalike', 3, 'ruiyinxin']);
    expect(judge('ruiyinxin.com').verdict).toBe('lookalike');
  });

  test('an explanation can mark the imitated part in the name that the visitor sees', () => {
    const verdict = judge('www.xn--hlr04q06fba5367a.com');
    if (verdict.verdict !== 'lookalike') throw new Error('not found');
    const { shown, start, end, official, officialDomain, extra } = verdict.match;
    expect(shown.slice(start, end)).toBe('拉卡拉');
    expect({ official, officialDomain, extra }).toEqual({ official: '拉卡拉', officialDomain: 'lakala.com', extra: '官网' });
  });

  test('the letters of another script are marked where they stand', () => {
    const verdict = judge('pos.lаkala-sz.com');
    if (verdict.verdict !== 'lookalike') throw new Error('not found');
    expect(verdict.match.shown.slice(verdict.match.start, verdict.match.end)).toBe('lаkala');
  });
});

describe('what must not be flagged', () => {
  test.each([
    [
      'an institution’s own unproven domain',
      ['wsmsd.cn', 'umspay.cn', 'quanminfu.com', 'ips.com.cn', 'handpay.cn', 'www.sinopayonline.com'],
    ],
    ['an aggregator without a licence of its own', ['shouqianba.com', 'www.meituan.com', 'youzan.com', 'shop1.youzan.com']],
    ['the rest of a platform of which one host is listed', ['qq.com', 'mail.qq.com', 'www.163.com', 'pingan.com']],
    ['state, schools and army', ['lakala.gov.cn', 'unionpay.edu.cn', 'yinlianpos.mil.cn']],
    ['preview builds of a project', ['lakala-org-stories-git-main-x1.vercel.app', 'app-git-unionpay-fix-x1.vercel.app']],
    [
      'ordinary words with pos in them',
      ['jobs.com', 'albums.net', 'posters.cn', 'compost.org', 'position.com', 'repository.io', 'soupos.cn', 'posji.com', 'shuaka.cn'],
    ],
    [
      'ordinary words with pay or a short brand in them',
      ['paymaster.com', 'bocai.life', 'icbcd.com', 'cups.cn', 'sandbox.cn', 'hezi.com', 'yufu.net'],
    ],
    ['neighbours of a service number', ['95510.com', '95519.cn', '95526.com', '955166.com']],
    [
      'names of many companies',
      [
        'yisheng.com',
        'dianying.com',
        'yilian.net',
        'zhifu.com',
        'beian.cn',
        'beijing.cn',
        '汇聚.com',
        '盒子科技.com',
        '恢复.cn',
        '传化集团.中国',
      ],
    ],
    ['addresses and local names', ['127.0.0.1', '[::1]', 'localhost', 'lakala', 'com.cn', '']],
  ])('%s', (_, hosts) => {
    for (const host of hosts) expect(judge(host).level, host).toBe(0);
  });

  test('a bare list of public suffixes is nobody’s site', () => {
    for (const host of ['com', 'cn', 'github.io', 'xn--fiqs8s']) expect(judge(host).verdict, host).toBe('clean');
  });
});
