import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { commonHan } from '../../src/core/site/common-han.ts';

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

/**
 * `{ "la": "垃辣咔" }`: the first and the last of the common characters with that sound, which stand together in the order of
 * GB 2312, then rarer ones that occur in names. Tones aside.
 */
export function collectHomophones(syllables: ReadonlySet<string>): Record<string, string> {
  const common = commonHan();
  const readings = new Map([...common, ...rarerButUsedInNames].map((character) => [character, new Set(soundsOf(character))]));
  const homophones = [...syllables].sort().flatMap((syllable) => {
    const [from, to] = longestRun(common, (character) => readings.get(character)?.has(syllable) === true);
    const rarer = [...rarerButUsedInNames].filter((character) => readings.get(character)?.has(syllable));
    return to > from ? [[syllable, `${common[from]}${common[to - 1]}${rarer.join('')}`] as const] : [];
  });
  return Object.fromEntries(homophones);
}

const soundsOf = (character: string) => pinyin(character, { toneType: 'none', multiple: true, type: 'array' });

function longestRun(characters: readonly string[], belongs: (character: string) => boolean): [from: number, to: number] {
  let best: [number, number] = [0, 0];
  for (let from = 0; from < characters.length; from++) {
    let to = from;
    while (to < characters.length && belongs(characters[to] as string)) to++;
    if (to - from > best[1] - best[0]) best = [from, to];
    from = Math.max(from, to);
  }
  return best;
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

function sorted(groups: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string> {
  return Object.fromEntries(
    [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, shapes]) => [key, [...shapes].sort().join('')]),
  );
}
