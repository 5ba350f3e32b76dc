import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

/** Han characters that pass for another by their looks and that no dictionary of variants holds. */
const ownVariants: Record<string, string> = {
  卡: '咔喀佧',
  拉: '啦垃菈',
  银: '跟',
  付: '附',
  刷: '涮',
  宝: '寳',
  汇: '匯彙滙',
  联: '聨聫',
  盛: '晟',
  钱: '銭',
  商: '啇',
  快: '筷',
  随: '隋',
  瑞: '揣',
  户: '戸戶',
};

/** `{ "银": "銀…" }`: every traditional, Japanese, regional or lookalike form of the characters given. */
export function collectVariants(characters: ReadonlySet<string>): Record<string, string> {
  const converters = [
    Converter({ from: 't', to: 'cn' }),
    Converter({ from: 'tw', to: 'cn' }),
    Converter({ from: 'hk', to: 'cn' }),
    Converter({ from: 'jp', to: 'cn' }),
  ];
  const forms = new Map<string, Set<string>>();
  const add = (plain: string, form: string) => {
    if (plain !== form && characters.has(plain) && !characters.has(form)) forms.set(plain, (forms.get(plain) ?? new Set()).add(form));
  };
  for (const form of everyHan()) for (const convert of converters) add(convert(form), form);
  for (const [plain, shapes] of Object.entries(ownVariants)) for (const shape of shapes) add(plain, shape);
  return sorted(forms);
}

/** `{ "la": "拉啦…" }`: the common characters of each syllable that occurs in a name, tones aside. */
export function collectHomophones(syllables: ReadonlySet<string>): Record<string, string> {
  const characters = new Map<string, Set<string>>();
  for (const character of commonHan()) {
    for (const syllable of pinyin(character, { toneType: 'none', multiple: true, type: 'array' })) {
      if (syllables.has(syllable)) characters.set(syllable, (characters.get(syllable) ?? new Set()).add(character));
    }
  }
  return sorted(characters);
}

/** The syllables of a Han name, without tones. */
export const syllablesOf = (name: string): string[] =>
  pinyin(name.replaceAll('嗨', '海'), { toneType: 'none', type: 'array' }).map((syllable) => syllable.replaceAll('ü', 'v'));

function* everyHan() {
  for (const [from, to] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
  ] as const) {
    for (let code = from; code <= to; code++) yield String.fromCodePoint(code);
  }
}

const rarerButUsedInNames = '鑫晟昇铭钰淼煜烨炜祺睿馨咔喀涮孚颐臻骅';

// The first level of GB 2312: what everybody reads without thinking.
function* commonHan() {
  yield* rarerButUsedInNames;
  const decoder = new TextDecoder('gbk');
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) yield character;
    }
  }
}

function sorted(groups: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string> {
  return Object.fromEntries(
    [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, shapes]) => [key, [...shapes].sort().join('')]),
  );
}
