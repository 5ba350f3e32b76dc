import type { StandingName } from '../knowledge/allowlist.ts';

/** How far a string can be trusted to mean its institution: `strong` anywhere, `weak` beside a word of the trade, `short` as a whole token beside one. */
export type Strength = 'strong' | 'weak' | 'short';

/** What was found, for the sentence `technique_<id>`. */
export const techniques = [
  'embedding',
  'homoglyph',
  'hanName',
  'hanHomophone',
  'combo',
  'tldSwap',
  'bareBrand',
  'split',
  'place',
  'letter',
  'affix',
  'tenant',
  'subdomain',
  'abbreviation',
  'pinyin',
  'typo',
] as const;
export type Technique = (typeof techniques)[number];

/** Where a string comes from, which decides how the reason is worded. */
export type StringSource = 'brand' | 'domain' | 'pinyin' | 'initials';

/** Kinds of words that stand beside a brand. */
export type WordKind = 'pos' | 'trade' | 'soft' | 'plumbing' | 'place';

/** Findings that calibration can switch off for one string. */
export type Switch =
  | 'exact'
  | 'start'
  | 'end'
  | 'middle'
  | 'letter'
  | 'place'
  | 'soft'
  | 'digits'
  | 'plumbing'
  | 'trade'
  | 'typo'
  | 'clumsy'
  | 'glyph'
  | 'similar'
  | 'split'
  | 'subdomain';

export interface StringEntry {
  text: string;
  /** Index into `providers`. */
  provider: number;
  strength: Strength;
  source: StringSource;
  /** Nothing but ordinary syllables: could be anybody's name. */
  plain?: true;
  /** An acquirer's first name, or no ordinary syllables: an agent's usual addition to it is enough for a notice. */
  distinct?: true;
  /** Any slip of the pen counts, though the string is short or made of common parts. */
  slips?: true;
  /** Endings of the official domains with this name: `com`, `com.cn`. */
  endings?: string[];
  off?: Switch[];
}

export interface HanEntry {
  /** Simplified, lower case. */
  name: string;
  provider: number;
  /** A word or name of many others, too. */
  common?: true;
  /** Toneless syllables, space between; absent where neither the spelling nor homophones are looked for. */
  syllables?: string;
  /** Whether other characters of the same sounds are taken for it. */
  sounds?: true;
}

/** Everything the host engine knows, as plain JSON: compiled at build time, loaded when the worker starts. */
export interface HostIndexData {
  /** `manyDomains`: owns many domains that are in no list; `bystander`: so does it, and has no terminals to offer. */
  providers: { id: string; domain: string | null; manyDomains?: true; bystander?: true; acquirer?: true }[];
  domains: { domain: string; provider: number; standing: StandingName; hosts?: string[] }[];
  strings: StringEntry[];
  /** What calibration switched off for spellings that are derived from `han`. */
  off: Record<string, Switch[]>;
  han: HanEntry[];
  words: Record<WordKind, string[]>;
  /** Words that agents add to brands and that are no names by themselves. */
  affixes: string[];
  /** Words one slip away from a brand that are meant as they are. */
  noSlips: string[];
  /** Registrable domains whose subdomains belong to customers, beyond the public suffix list. */
  platforms: string[];
  /** Registrable domains of real, unrelated hosts that look like a finding and are none. */
  ordinary: string[];
  letters: Record<string, string>;
  variants: Record<string, string>;
  /** Syllable → first and last of its common characters in the order of GB 2312, then rarer ones. */
  homophones: Record<string, string>;
}
