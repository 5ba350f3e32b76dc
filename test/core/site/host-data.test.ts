import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { indexStandings, standingOf } from '../../../src/core/knowledge/allowlist.ts';
import { techniques } from '../../../src/core/site/host-index-data.ts';
import { judgeHost, loadHostIndex, siteOfHostname } from '../../../src/core/site/index.ts';
import { data, index, providers } from './index-of-assets.ts';

test('the data survives being written as JSON', () => {
  const again = loadHostIndex(JSON.parse(JSON.stringify(data)));
  for (const host of ['lakala.com', 'lakalapos.cn', '拉卡啦.com', 'lklpos.com', 'allnpay.com'])
    expect(judgeHost(host, again)).toEqual(judgeHost(host, index));
});

test('the data stays small: with the engine (8 kB) under 25 kB gzipped', () => {
  expect(gzipSync(JSON.stringify(data), { level: 9 }).length).toBeLessThan(17_000);
});

test('every listed domain is judged by its standing: licensed or left alone', () => {
  const standings = indexStandings(providers);
  for (const [domain, { hosts }] of standings) {
    const host = hosts ? ([...hosts][0] ?? domain) : domain;
    const { standing } = standingOf(host, siteOfHostname(host).registrableDomain, standings);
    if (standing === 'none') continue;
    expect(judgeHost(host, index).verdict, host).toBe(standing === 'licensed' ? 'licensed' : 'clean');
    expect(judgeHost(`www.${host}`, index).level, `www.${host}`).toBe(0);
  }
});

test('every technique has its sentence in every language, and none cries fraud', () => {
  for (const language of ['zh_CN', 'zh_TW', 'en']) {
    const messages = JSON.parse(readFileSync(new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'));
    for (const technique of techniques) {
      const sentence: string = messages[`technique_${technique}`]?.message ?? '';
      expect(sentence, `${language} ${technique}`).toContain('$1');
      expect(sentence).toMatch(/名单|名單|official list/);
      expect(sentence).not.toMatch(/诈|詐|骗|騙|假冒|fraud|fake|scam/i);
    }
  }
});

test('a string that calibration left alone on real hosts is in no second class list', () => {
  const strong = data.strings.filter(({ strength }) => strength === 'strong').map(({ text }) => text);
  expect(strong.every((text) => text.length >= 6)).toBe(true);
  for (const generic of ['huifu', 'fuyou', 'haike', 'tonglian', 'zhifu', 'qianbao', 'pingan']) expect(strong).not.toContain(generic);
});
