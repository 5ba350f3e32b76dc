import { describe, expect, test } from 'vitest';
import { kindsOfText } from '../../../src/core/page/field-kinds.ts';
import { findHits } from '../../../src/core/page/hits.ts';
import { knowledge } from '../knowledge/loaded.ts';

const { lexicon } = knowledge;
const wordsIn = (text: string) => findHits(lexicon.fold(text), lexicon).flatMap(({ tags }) => [...tags]);

/** How pages write a word so that filters pass it over; the first dozen are from real agents' pages. */
const disguises: [string, string][] = [
  ['inserted pinyin', '身份zheng证'],
  ['inserted pinyin', '银行ka卡'],
  ['toned pinyin for a character', '身份zhèng号码'],
  ['toned pinyin for a character', '银行kǎ'],
  ['toned pinyin for two characters', '营业zhízhào'],
  ['inserted capitals', '信用KA卡'],
  ['capitals', '银行KA卡号'],
  ['one letter', '身份F证'],
  ['pinyin for a character', '身份zheng号码'],
  ['pinyin for a character', '信用ka'],
  ['pinyin for a character', 'shen份证'],
  ['pinyin for a character', '营业zhi照'],
  ['full width', '身份证号ＩＤ'],
  ['spaces', '身 份 证 号'],
  ['wide spaces', '身　份　证　号'],
  ['dots', '身·份·证号'],
  ['full stops', '身.份.证.号'],
  ['hyphens', '银-行-卡-号'],
  ['underscores', '营_业_执_照'],
  ['stars', '身*份*证*号'],
  ['slashes', '银/行/卡/号'],
  ['brackets', '【身】【份】【证】【号】'],
  ['commas', '身，份，证，号'],
  ['enumeration commas', '银、行、卡、号'],
  ['zero-width space', '身\u200b份\u200b证号'],
  ['zero-width joiner', '银\u200d行\u200d卡'],
  ['soft hyphen', '营业\u00ad执\u00ad照'],
  ['word joiner', '身\u2060份证'],
  ['byte order mark', '银行\ufeff卡'],
  ['variation selector', '身\ufe0f份\ufe0f证'],
  ['combining marks', '身\u0336份\u0336证\u0336'],
  ['bidi marks', '\u202d身份证\u202c号'],
  ['traditional', '身份證號碼'],
  ['traditional', '銀行卡號'],
  ['traditional', '營業執照'],
  ['Taiwan', '身分證字號'],
  ['variant characters', '身份証号'],
  ['homophone', '身份正号'],
  ['homophone', '生份证号'],
  ['homophone', '银行咔号'],
  ['two homophones', '申份正号码'],
  ['two homophones', '淫行咔号码'],
  ['rare characters', '裑份證號'],
  ['rare characters', '銀荇鉲號'],
  ['halves', '身份言正号'],
  ['halves', '钅艮行卡号'],
  ['pinyin throughout', 'shenfenzheng 号'],
  ['pinyin in syllables', 'yin hang ka hao'],
  ['initials', 'SFZ 号'],
  ['initials', 'YHK号'],
  ['backwards', '号证份身'],
  ['shuffled', '份证身号'],
  ['annotation', '身份证(zheng)号'],
];

describe('a disguised word is read like a plain one', () => {
  test.each(disguises)('%s: %s', (_, text) => {
    expect(kindsOfText(text, lexicon).map(({ kind }) => kind)).toContainEqual(
      expect.stringMatching(/^(?:idNumber|bankCard|licenceNumber)$/),
    );
  });

  test('there are at least forty of them', () => expect(disguises.length).toBeGreaterThanOrEqual(40));

  test.each([
    'ＰＯＳ机',
    'P O S 机',
    'P.O.S机',
    'p0s机',
    'РОЅ机',
    'ⓅⓄⓈ机',
    '🅿️🅾️S 机',
    '𝐏𝐎𝐒机',
    '(P)(O)(S) 机',
    'POS姬',
    '啪斯机',
    '破s机',
    '泼斯姬',
    '刷ka机',
    '刷K机',
    '刷咔机',
    '刷鉲機',
    'P机',
    'shua ka ji',
    '机卡刷',
  ])('the machine itself: %s', (text) => expect(wordsIn(text)).toContain('strong'));

  test.each(['拉咔拉', '菈咔菈', '拉卡啦', '拉ka拉', '拉 卡 拉', '銀聯商務', '拉\u200b卡\u200b拉'])('an institution: %s', (text) =>
    expect(wordsIn(text).filter((tag) => tag.startsWith('brand:'))).not.toEqual([]),
  );
});

describe('ordinary words stay what they are', () => {
  test.each([
    '会员卡号',
    '学生证号',
    '就诊卡',
    '读者卡号',
    '加油卡',
    '验证码',
    '收款吗？',
    '刷卡及时',
    '刷卡即送',
    '手机好用',
    '机会',
    '附件',
    '一卡通号码',
    '图书馆',
  ])('%s asks for no identity, card or licence', (text) => {
    const kinds = kindsOfText(text, lexicon).map(({ kind }) => kind);
    expect(kinds.filter((kind) => ['idNumber', 'bankCard', 'licenceNumber', 'cardPin'].includes(kind))).toEqual([]);
  });

  test.each(['position', 'repost', 'HP机器', 'composition', 'deposit', 'purpose', '海报', '刷机包', '印刷机械', '词性标注'])(
    '%s is no terminal',
    (text) => expect(wordsIn(text)).not.toContain('strong'),
  );

  test('folding is linear: a label of 100,000 characters costs no more than its length', () => {
    for (const piece of ['身 ', '身、', 'p', 'p o', '(zheng', '身z', ' ', '\u200b', '言', 'ａ']) {
      const text = piece.repeat(100_000 / piece.length);
      const start = performance.now();
      lexicon.fold(text);
      // A quadratic pass over 100,000 characters takes tens of seconds.
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
