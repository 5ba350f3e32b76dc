/** Characters that are drawn as nothing, or ride on another: they only serve to break words. */
const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\u115f\u1160\u3164\uffa0\ufffc]/gu;
/** Letters with a mark of their own, as pinyin writes tones: kǎ, zhèng. */
const TONED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
/** Squared and circled capitals that NFKC leaves alone: 🅟 🅿 … */
const BOXED_LETTER = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff';
/** Marks that a writer puts between the characters of one word; real punctuation (，。、：) stays, it ends a phrase. */
const SPACER = '\\s\\p{So}\\p{Sk}【】「」『』()·•∙・‧.\\-_*|/\\\\~+=^\'"`#@&%$<>\\[\\]{}—–…★☆●○◆■□※';
const SPACED_HAN = new RegExp(`(?<=[${HAN}])[${SPACER}]{1,4}(?=[${HAN}])`, 'gu');
const SPACE_AT_HAN = new RegExp(`(?<=[${HAN}]) (?=[a-z0-9])|(?<=[a-z0-9]) (?=[${HAN}])`, 'g');
/** 身、份、证 or 身，份，证: single characters with one and the same mark between them. */
const PICKED_APART = new RegExp(`(?<![${HAN}])[${HAN}](?:([、，,;；:：!！])[${HAN}]){2,11}(?![${HAN}])`, 'g');
/** Straight quotation marks around more than a character or two: what others say, not marks inside a word. */
const QUOTED = /"([^"]{4,80})"/g;
const SPELT_POS =
  /[([【]?(?<![a-z])p[\s.\-_*·、()【】[\]\p{So}]{0,3}[o0〇○][\s.\-_*·、()【】[\]\p{So}]{0,3}[s5$](?![a-z])[)\]】]?(?: (?=[\u3400-\u9fff]))?/gu;
const P_MACHINE = /(?<![a-z])p(?=机)/g;
const LETTERS_IN_HAN = new RegExp(`(?<=[${HAN}])([a-z]{1,6})(?=[${HAN}])`, 'g');
const BRACKETED = new RegExp(`(?<=[${HAN}])[([（【「]([a-z]{1,6})[)\\]）】」]`, 'g');

/** The tables that folding needs, made from data at start. */
export interface FoldTables {
  /** Traditional, variant and foreign lookalike characters → the plain one. */
  plain: ReadonlyMap<string, string>;
  /** Han character → its syllables without tone, for those of the lexicon's words. */
  syllables: ReadonlyMap<string, readonly string[]>;
  /** Characters written in halves: 言正 → 证. */
  halves: ReadonlyMap<string, string>;
  halvesPattern: RegExp | null;
}

/**
 * The form in which words are compared: NFKC, lower case, simplified characters, nothing invisible, no marks between the
 * characters of a word, no pinyin or single letter slipped into one. Linear in the text's length.
 */
export function foldText(raw: string, tables: FoldTables): string {
  const visible = raw
    .normalize('NFKC')
    .replace(TONED, (letter) => letter.normalize('NFD'))
    .replace(INVISIBLE, '')
    .replace(BOXED_LETTER, (letter) => String.fromCharCode(97 + ((((letter.codePointAt(0) ?? 0) - 0x1f150) % 32) % 26)))
    .replace(/\s+/g, ' ')
    .replace(QUOTED, '“$1”')
    .toLowerCase();
  const plain = replaceEach(visible, tables.plain);
  const joined = plain
    .replace(PICKED_APART, (match, mark: string) => match.split(mark).join(''))
    .replace(SPACED_HAN, '')
    .replace(SPACE_AT_HAN, '')
    .replace(SPELT_POS, 'pos')
    .replace(P_MACHINE, 'pos');
  const whole = tables.halvesPattern ? joined.replace(tables.halvesPattern, (half) => tables.halves.get(half) ?? half) : joined;
  return dropSlippedIn(whole, tables);
}

function replaceEach(text: string, table: ReadonlyMap<string, string>): string {
  let folded = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    // ASCII never changes here, and most pages' text is ASCII or already plain.
    if (text.charCodeAt(at) < 0x80) continue;
    const other = table.get(text[at] as string);
    if (other === undefined) continue;
    folded += text.slice(kept, at) + other;
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** 身份zheng证 → 身份证, 银行ka卡 → 银行卡, 身份F证 → 身份证, 证(zheng) → 证. */
function dropSlippedIn(text: string, tables: FoldTables): string {
  const soundsLike = (letters: string, han: string | undefined) =>
    han !== undefined && (tables.syllables.get(han)?.includes(letters) ?? false);
  const slipped = (letters: string, at: number, whole: string, length: number) =>
    letters.length === 1 || soundsLike(letters, whole[at - 1]) || soundsLike(letters, whole[at + length]);
  return text
    .replace(BRACKETED, (match, letters: string, at: number, whole: string) =>
      slipped(letters, at, whole, match.length) && letters.length > 1 ? '' : match,
    )
    .replace(LETTERS_IN_HAN, (match, letters: string, at: number, whole: string) =>
      slipped(letters, at, whole, match.length) ? '' : match,
    );
}
