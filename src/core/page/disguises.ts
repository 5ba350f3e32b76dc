import type { FoldTables } from './fold.ts';
import type { LexiconSource } from './lexicon.ts';
import type { WordIndex } from './word-index.ts';

/** Everyday particles: 刷卡即送 and 收款及时 are sentences, not disguises of 刷卡机 and 收款码. */
const FUNCTION_WORDS = new Set(
  '及即几级极既已以一是时在再的地得了们吗么嘛把吧被和或与于里不没有由又也这那他她它其所之只至到就才都但而且如若因为对从向往给让请可能会要将应该中上下内外前后行形型来去做作用',
);

/**
 * Adds the spellings under which a guarded word hides: one character (two in the most wanted words) replaced by one that
 * sounds alike (身份正, 生份证), any replaced by its pinyin (shen份证, 身份zheng), the whole in pinyin, the whole backwards.
 */
export function addDisguises(source: LexiconSource, numbers: ReadonlyMap<string, number>, index: WordIndex, tables: FoldTables): void {
  const sounds = soundGroups(tables);
  const except = new Set(source.homophoneExcept);
  const twice = new Set(source.guardedTwice);
  for (const [word, choices] of Object.entries(source.spelt ?? {})) {
    const number = numbers.get(word);
    if (number !== undefined)
      for (const spelling of combine(choices.map((letters) => [...letters]))) if (!numbers.has(spelling)) index.add(spelling, number);
  }
  for (const word of source.shuffled ?? []) {
    const number = numbers.get(word);
    if (number !== undefined) for (const order of orders([...word])) if (!numbers.has(order)) index.add(order, number);
  }
  for (const word of source.guarded ?? []) {
    const number = numbers.get(word);
    if (number === undefined) continue;
    const spellings = inPinyin(word, tables);
    // Two characters are too few: 网官 stands in every 新闻网官方.
    if (word.length >= 3) spellings.push([...word].reverse().join(''), ...soundalikes(word, sounds, tables, twice.has(word) ? 2 : 1));
    if (twice.has(word))
      for (const spelling of soundalikes(word, sounds, tables, 1)) spellings.push(...withOneInPinyin(spelling, word, tables));
    for (const spelling of spellings) if (!except.has(spelling) && !numbers.has(spelling)) index.add(spelling, number);
  }
}

/** Sounds that a hurried ear takes for one: z/zh, c/ch, s/sh, n/ng at the end. */
const blurred = (syllable: string) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');

function soundGroups({ syllables }: FoldTables): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [character, readings] of syllables) {
    for (const sound of new Set(readings.map(blurred))) {
      const group = groups.get(sound);
      if (group) group.push(character);
      else groups.set(sound, [character]);
    }
  }
  return groups;
}

function soundalikes(word: string, sounds: Map<string, string[]>, { syllables }: FoldTables, replacements: number): string[] {
  const characters = [...word];
  let spellings = [{ text: word, from: 0 }];
  const all: string[] = [];
  for (let round = 0; round < replacements; round++) {
    const next: typeof spellings = [];
    for (const { text, from } of spellings) {
      for (let at = from; at < characters.length; at++) {
        const original = characters[at] as string;
        for (const sound of new Set((syllables.get(original) ?? []).map(blurred))) {
          for (const other of sounds.get(sound) ?? []) {
            if (other === original || FUNCTION_WORDS.has(other)) continue;
            next.push({ text: text.slice(0, at) + other + text.slice(at + 1), from: at + 1 });
          }
        }
      }
    }
    all.push(...next.map(({ text }) => text));
    spellings = next;
  }
  return all;
}

/** Every mix of a word's characters and their pinyin but the word itself, for words of up to six characters; spelt in one run or in syllables. */
function inPinyin(word: string, { syllables }: FoldTables): string[] {
  const characters = [...word];
  if (characters.length > 6) return [];
  const sounds = characters.map((character) => (syllables.get(character) ?? [character]).slice(0, 2));
  const mixed = combine(characters.map((character, at) => [character, ...(sounds[at] ?? [])]));
  // A two-character word wholly in pinyin (yinlian, banli) is an ordinary name; in two syllables it is a text in pinyin.
  const run = mixed.filter((spelling) => spelling !== word && (characters.length > 2 || /[\u3400-\u9fff]/.test(spelling)));
  return [...run, ...combine(sounds, ' ')];
}

/** 身汾zheng: of a spelling with a sound-alike, each that has one of the word's other characters in pinyin. */
function withOneInPinyin(spelling: string, word: string, { syllables }: FoldTables): string[] {
  return [...word].flatMap((character, at) =>
    spelling[at] === character
      ? (syllables.get(character) ?? []).map((sound) => spelling.slice(0, at) + sound + spelling.slice(at + 1))
      : [],
  );
}

/** Every order of some characters: pages set them right again by CSS. */
function orders(characters: readonly string[]): string[] {
  if (characters.length < 2) return [characters.join('')];
  return characters.flatMap((first, at) => orders(characters.toSpliced(at, 1)).map((rest) => first + rest));
}

function combine(choices: readonly (readonly string[])[], between = ''): string[] {
  return choices.reduce<string[]>(
    (spellings, options, at) => spellings.flatMap((spelling) => options.map((option) => spelling + (at === 0 ? '' : between) + option)),
    [''],
  );
}
