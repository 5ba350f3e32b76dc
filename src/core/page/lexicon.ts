import * as z from 'zod/mini';
import { type DataKind, dataKinds } from './data-kind.ts';
import { addDisguises } from './disguises.ts';
import { type FoldTables, foldText } from './fold.ts';
import { WordIndex } from './word-index.ts';

const words = z.array(z.string().check(z.minLength(1)));
const groups = z.record(z.string(), words);

/** One language's words, as in `assets/lexicons/<language>.json` (what each group means stands in its README). */
export const lexiconSchema = z.strictObject({
  language: z.string(),
  note: z.optional(z.string()),
  trade: z.optional(words),
  tradeStrong: z.optional(words),
  tradeWeak: z.optional(words),
  tradeExcept: z.optional(words),
  belongings: z.optional(words),
  guarded: z.optional(words),
  guardedTwice: z.optional(words),
  homophoneExcept: z.optional(words),
  spelt: z.optional(groups),
  shuffled: z.optional(words),
  shapes: z.optional(z.record(z.string(), z.string())),
  kinds: z.optional(groups),
  kindExcept: z.optional(groups),
  acts: z.optional(groups),
  calls: z.optional(words),
  callsWeak: z.optional(words),
  selfDescriptions: z.optional(words),
  official: z.optional(words),
  officialStrong: z.optional(words),
  commonNames: z.optional(words),
  denials: z.optional(words),
  bait: z.optional(groups),
  genre: z.optional(groups),
});
export type LexiconSource = z.infer<typeof lexiconSchema>;

/** What a word is good for: its group, and which one of the group's parts. */
export type Tag =
  | 'trade'
  | 'strong'
  | 'weakTrade'
  | 'notTrade'
  | 'belonging'
  | 'call'
  | 'weakCall'
  | 'self'
  | 'official'
  | 'officialStrong'
  | 'common'
  | 'institution'
  | 'denial'
  | `act:${string}`
  | `bait:${string}`
  | `genre:${string}`
  | `kind:${DataKind}`
  | `except:${DataKind}`
  | `brand:${string}`;

/** The detector's vocabulary in the form it is searched in. */
export interface Lexicon {
  fold(text: string): string;
  index: WordIndex;
  /** By word number: the word as folded, and what it is good for. */
  entries: readonly { word: string; tags: ReadonlySet<Tag> }[];
  /** Attribute names in pinyin and developers' English, whole and lower case. */
  attributes: ReadonlyMap<string, DataKind>;
}

/** A name to look for on pages, and whose it is. */
export interface BrandName {
  name: string;
  provider: string;
  /** Whether the name belongs to the trade alone, so that it stands for it: 拉卡拉, 随行付. */
  trade: boolean;
}

const plainGroups = [
  ['trade', 'trade'],
  ['tradeStrong', 'strong'],
  ['tradeWeak', 'weakTrade'],
  ['tradeExcept', 'notTrade'],
  ['belongings', 'belonging'],
  ['calls', 'call'],
  ['callsWeak', 'weakCall'],
  ['selfDescriptions', 'self'],
  ['official', 'official'],
  ['officialStrong', 'officialStrong'],
  ['commonNames', 'common'],
  ['denials', 'denial'],
] as const satisfies readonly (readonly [keyof LexiconSource, Tag])[];

const namedGroups = [
  ['kinds', 'kind'],
  ['kindExcept', 'except'],
  ['acts', 'act'],
  ['bait', 'bait'],
  ['genre', 'genre'],
] as const;

/** Builds the vocabulary from every language's words and the institutions' names. */
export function loadLexicon(sources: readonly LexiconSource[], brands: readonly BrandName[], tables: FoldTables): Lexicon {
  const fold = (text: string) => foldText(text, tables);
  const tagsByWord = new Map<string, Set<Tag>>();
  const tag = (word: string, label: Tag) => {
    const folded = fold(word);
    const tags = tagsByWord.get(folded);
    if (tags) tags.add(label);
    else tagsByWord.set(folded, new Set([label]));
  };
  for (const source of sources.filter(({ language }) => language !== 'pinyin')) {
    for (const [group, label] of plainGroups) for (const word of source[group] ?? []) tag(word, label);
    for (const [group, label] of namedGroups) {
      for (const [part, list] of Object.entries(source[group] ?? {})) for (const word of list) tag(word, `${label}:${part}` as Tag);
    }
  }
  for (const { name, provider, trade } of brands) {
    tag(name, `brand:${provider}`);
    if (trade && !tagsByWord.get(fold(name))?.has('common')) tag(name, 'institution');
  }

  const entries = [...tagsByWord].map(([word, tags]) => ({ word, tags }));
  const index = new WordIndex();
  for (const [number, { word }] of entries.entries()) index.add(word, number);
  const numbers = new Map(entries.map(({ word }, number) => [word, number]));
  // Terminals and card machines are offered by the dozen.
  for (const word of sources.filter(({ language }) => language === 'en').flatMap(({ trade = [] }) => trade.map(fold))) {
    const number = numbers.get(word);
    if (number !== undefined && !numbers.has(`${word}s`)) index.add(`${word}s`, number);
  }
  for (const source of sources) addDisguises(source, numbers, index, tables);
  return { fold, index, entries, attributes: attributeNames(sources) };
}

function attributeNames(sources: readonly LexiconSource[]): Map<string, DataKind> {
  const pinyin = sources.find(({ language }) => language === 'pinyin')?.kinds ?? {};
  return new Map(dataKinds.flatMap((kind) => (pinyin[kind] ?? []).map((name) => [name, kind] as const)));
}
