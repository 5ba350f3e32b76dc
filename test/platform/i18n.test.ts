import { expect, test } from 'vitest';
import { dataKinds } from '../../src/core/page/data-kind.ts';
import { catalogue, chooseLanguage, type Language, languageFor, languages, text } from '../../src/platform/i18n.ts';

const spoken = Object.keys(languages) as Language[];
const places = (message: string) => [...new Set(message.match(/\$[1-9]/g))].sort();

test('every language has every text, with the same places to fill', () => {
  for (const language of spoken) {
    expect(Object.keys(catalogue(language)).sort()).toEqual(Object.keys(catalogue('zh_CN')).sort());
    for (const [key, { message }] of Object.entries(catalogue(language))) {
      expect(message.trim().length, `${language} ${key}`).toBeGreaterThan(0);
      expect([key, ...places(message)]).toEqual([key, ...places(catalogue('zh_CN')[key as 'level_none'].message)]);
    }
  }
});

test('everything a page may ask for has a name', () => {
  for (const language of spoken) for (const kind of dataKinds) expect(catalogue(language)[`kind_${kind}`].message).toBeTruthy();
});

test('no warning title is longer than twenty characters', () => {
  const titles = Object.entries(catalogue('zh_CN')).filter(([key]) => key.startsWith('warning_title_'));
  expect(titles.length).toBeGreaterThan(0);
  for (const [key, { message }] of titles) expect([...message].length, key).toBeLessThanOrEqual(20);
});

test('no text accuses, and none calls a page safe', () => {
  for (const language of spoken) {
    for (const [key, { message }] of Object.entries(catalogue(language))) {
      expect(message, `${language} ${key}`).not.toMatch(/诈骗|詐騙|假冒|骗子|騙子|\bfraud(ster|ulent)?\b|\bfake\b|\bscam/i);
      expect(message, `${language} ${key}`).not.toMatch(/是安全的|可以放心|已认证|已認證|\bis safe\b|\bverified\b/i);
    }
  }
});

test('understands the language tags that browsers report', () => {
  const heard = {
    'zh-CN': 'zh_CN',
    zh: 'zh_CN',
    'zh-Hans-HK': 'zh_CN',
    'zh-TW': 'zh_TW',
    'zh-HK': 'zh_TW',
    'zh-Hant': 'zh_TW',
    'fr-CA': 'en',
  };
  for (const [tag, language] of Object.entries(heard)) expect(languageFor(tag), tag).toBe(language);
});

test('speaks another language as soon as it is chosen, and knows a misspelt key from a text', () => {
  chooseLanguage('en');
  expect(text('history_countFiltered', 2, 9)).toBe('Found: 2 of 9');
  chooseLanguage('zh_CN');
  expect(text('history_countFiltered', 2, 9)).toBe('找到 2 条，共 9 条');
  // @ts-expect-error: the compiler refuses a key that has no text
  expect(() => text('history_countFilterd')).toThrow('history_countFilterd');
});
