import { describe, expect, test } from 'vitest';
import { judgeHost } from '../../../src/core/site/index.ts';
import { slipsTaken } from '../../../src/core/site/slips.ts';
import { makeVectors, type Vector } from '../../../tools/bench/host-vectors.ts';
import { acquirers, data, index, providers } from './index-of-assets.ts';

const core = data.strings.filter(({ text, strength, provider }) => {
  const { manyDomains, bystander } = data.providers[provider] ?? {};
  return strength === 'strong' && text.length >= 6 && !manyDomains && !bystander;
});
const names = core.map(({ text }) => text);
const slippable = new Set(core.filter((entry) => slipsTaken(entry, data) === 'any').map(({ text }) => text));
const vectors = makeVectors(names, { seed: 31, half: 1, most: 120, own: data.domains.map(({ domain }) => domain) });
const byTechnique = Map.groupBy(vectors, ({ technique }) => technique);

function share(members: readonly Vector[], least: number): number {
  expect(members.length).toBeGreaterThan(20);
  return members.filter(({ host }) => judgeHost(host, index).level >= least).length / members.length;
}

describe('invented lookalikes of strong names are found', () => {
  test.each([
    ['addition', 2, 1],
    ['prefixLetter', 2, 1],
    ['dictionary', 2, 1],
    ['place', 2, 1],
    ['tldSwap', 2, 1],
    ['various', 2, 0.99],
    ['embedding', 3, 1],
    ['hyphenation', 1, 1],
    ['subdomain', 1, 0.99],
    ['foreignHomoglyph', 3, 0.999],
    ['cyrillic', 3, 1],
    ['latinHomoglyph', 1, 0.98],
    ['repetition', 1, 1],
    ['transposition', 1, 1],
  ] as const)('%s at level %i: at least %f', (technique, level, least) =>
    expect(share(byTechnique.get(technique) ?? [], level)).toBeGreaterThanOrEqual(least),
  );

  test.each(['omission', 'insertion', 'replacement', 'vowel', 'bitsquat', 'plural'])('%s, where calibration left slips on', (technique) => {
    const members = (byTechnique.get(technique) ?? []).filter(({ string }) => slippable.has(string));
    expect(share(members, 1)).toBeGreaterThanOrEqual(0.99);
  });

  test('slips are on for many names', () => expect(slippable.size).toBeGreaterThan(30));
});

describe('every acquirer is protected, not only the famous ones', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const places = ['bj', 'sh', 'gd', 'sz', 'nj', 'cq', 'hz', 'wh', 'beijing', 'shenzhen'];
  const beside = ['pos', 'posji', 'mini', 'bao', 'shuaka'];
  const withFirstName = acquirers.flatMap(({ id, latinBrands }) => (latinBrands[0] ? [[id, latinBrands[0]] as const] : []));

  test.each(withFirstName)('%s: %s with a letter, a place or an agent’s word', (id, name) => {
    const labels = [
      ...letters.flatMap((letter) => [name + letter, letter + name]),
      ...places.flatMap((place) => [name + place, place + name]),
      ...beside.map((word) => name + word),
    ];
    const missed = labels.filter((label) => judgeHost(`${label}.com`, index).level === 0 && !data.ordinary.includes(`${label}.com`));
    expect(missed.length, `${id}: ${missed.join(' ')}`).toBeLessThanOrEqual(1);
    expect(judgeHost(`${name}posji.cn`, index)).toMatchObject({ verdict: 'lookalike' });
  });

  test.each(acquirers.map(({ id, latinBrands, latinShort }) => [id, [...latinBrands, ...(latinShort ?? [])]] as const))(
    '%s: its names beside a word of the terminal trade',
    (_, all) => {
      for (const name of all)
        for (const host of [`${name}pos.cn`, `pos${name}.com`, `${name}-shuaka.com`, `${name}posji.top`])
          expect(judgeHost(host, index).level, host).toBeGreaterThanOrEqual(1);
    },
  );

  test('an acquirer without a Latin name is found by the spelling of its Chinese one', () => {
    for (const host of [
      'shuziwangfujingpos.com',
      'hengxintongposji.cn',
      'yundazhifupos.com',
      'shanxiyilianpos.cn',
      'yitongjinfushuaka.com',
    ])
      expect(judgeHost(host, index).level, host).toBe(2);
  });
});

describe('Chinese names', () => {
  const variants: Record<string, string> = {
    银: '銀',
    联: '聯',
    务: '務',
    随: '隨',
    乐: '樂',
    钱: '錢',
    汇: '匯',
    宝: '寶',
    卡: '咔',
    业: '業',
    现: '現',
    电: '電',
    国: '國',
    动: '動',
    优: '優',
    势: '勢',
    临: '臨',
    门: '門',
    连: '連',
    开: '開',
    信: '信',
    盛: '盛',
    腾: '騰',
    讯: '訊',
    订: '訂',
    资: '資',
    华: '華',
    众: '眾',
    办: '辦',
    机: '機',
    网: '網',
    户: '戶',
    头: '頭',
    总: '總',
    请: '請',
  };
  const traditional = (text: string) => Array.from(text, (character) => variants[character] ?? character).join('');
  const endings = ['com', 'cn', '中国', '网址', '公司.cn', '在线'];
  const beside = ['官网', '官方', '客服', 'POS机', '刷卡机', '办理', '申请', '代理', '电签'];
  const brands = providers
    .filter(({ kind }) => kind === 'acquirer' || kind === 'revoked')
    .flatMap(({ brands: own }) => own.filter((brand) => /^[\u4e00-\u9fff]{2,}$/.test(brand)));

  test.each(beside)('every acquirer’s name with %s is found in both writings and under any ending', (word) => {
    const hosts = brands.flatMap((brand, at) =>
      [brand + word, traditional(brand + word)].map((label) => new URL(`http://${label}.${endings[at % endings.length]}`).hostname),
    );
    expect(hosts.length).toBeGreaterThan(300);
    expect(hosts.filter((host) => judgeHost(host, index).level < 2)).toEqual([]);
  });
});
