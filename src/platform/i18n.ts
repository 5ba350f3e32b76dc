import { browser } from 'wxt/browser';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import zhTW from '../../public/_locales/zh_TW/messages.json' with { type: 'json' };
import { type Catalogue, formatMessage } from '../core/messages.ts';

/** Every language we speak, with its BCP 47 tag. */
export const languages = { zh_CN: 'zh-CN', zh_TW: 'zh-TW', en: 'en' } as const;
export type Language = keyof typeof languages;
export type MessageKey = keyof typeof zhCN;

// Bundled instead of read through `browser.i18n`, which knows the browser's language only.
// The types require of every catalogue what the first has: a text missing in one language fails the compiler.
const catalogues: Record<Language, Catalogue & Record<MessageKey, { message: string }>> = { zh_CN: zhCN, zh_TW: zhTW, en };

let chosen: Language | undefined;

/** The language for a BCP 47 tag as browsers report it: traditional for Taiwan, Hong Kong and Macau, simplified for other Chinese. */
export function languageFor(tag: string): Language {
  const parts = tag.toLowerCase().split(/[-_]/);
  if (parts[0] !== 'zh' && parts[0] !== 'yue') return 'en';
  if (parts.includes('hans')) return 'zh_CN';
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh_TW' : 'zh_CN';
}

/** Speaks this language from now on; without one, the browser's. */
export function chooseLanguage(language: Language | undefined): void {
  chosen = language;
}

/** The language in use. */
export function currentLanguage(): Language {
  chosen ??= languageFor(browser.i18n.getUILanguage());
  return chosen;
}

/** The BCP 47 tag of the language in use, for `lang` attributes, dates and voices. */
export const languageTag = () => languages[currentLanguage()];

/** The texts of the language in use, or of a given one. */
export const catalogue = (language = currentLanguage()) => catalogues[language];

/** One of our texts in the language in use, `$1`…`$9` filled in. */
export const text = (key: MessageKey, ...args: (string | number)[]) => formatMessage(catalogue(), key, args.map(String));
