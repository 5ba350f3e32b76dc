import type { StandingIndex } from '../knowledge/allowlist.ts';
import { digraphs } from './alphabet.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';
import { commonHan } from './common-han.ts';
import type { HanEntry, HostIndexData, StringEntry } from './host-index-data.ts';
import { buildFoldTable, type FoldTable } from './skeleton.ts';
import { slipsTaken } from './slips.ts';
import { withSpellings } from './spellings.ts';
import { buildTokenFilter, type TokenFilter, withOneLess } from './token-filter.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** A brand string as the automaton finds it: as it is, or with one letter drawn as two. */
export interface Pattern {
  /** -1: a word of the trade, there to bring its host to a closer look. */
  string: number;
  written: string;
}

/** The compiled knowledge about hosts, ready for look-ups. */
export interface HostIndex {
  data: HostIndexData;
  /** The data's strings and those spelt from Chinese names. */
  strings: readonly StringEntry[];
  automaton: Automaton;
  filter: TokenFilter;
  /** What each pattern of the automaton may stand for. */
  patterns: readonly (readonly Pattern[])[];
  /** Strings that are looked for as whole tokens. */
  byText: ReadonlyMap<string, StringEntry>;
  /** Text with one character left out → strings it may be a slip of. */
  slips: () => ReadonlyMap<string, readonly StringEntry[]>;
  standings: StandingIndex;
  platforms: ReadonlySet<string>;
  ordinary: ReadonlySet<string>;
  vocabulary: () => Vocabulary;
  affixes: ReadonlySet<string>;
  fold: () => FoldTable;
  hanByFirst: () => ReadonlyMap<string, readonly HanEntry[]>;
  hanBySyllable: () => ReadonlyMap<string, readonly HanEntry[]>;
  readings: () => ReadonlyMap<string, ReadonlySet<string>>;
}

const shortestPattern = 5;

/** Builds the look-up structures from the compiled data: a few milliseconds. */
export function loadHostIndex(data: HostIndexData): HostIndex {
  const strings = withSpellings(data);
  const texts = listPatterns(strings, data.words.pos);
  const { automaton, patternOf } = buildAutomaton(texts.map(({ written }) => written));
  const patterns: Pattern[][] = [];
  for (const [at, pattern] of texts.entries()) {
    const number = patternOf[at] as number;
    const alike = patterns[number];
    if (alike) alike.push(pattern);
    else patterns[number] = [pattern];
  }
  const slippable = strings.filter((entry) => slipsTaken(entry, data) !== 'none');
  return {
    data,
    strings,
    automaton,
    patterns,
    filter: buildTokenFilter(
      [
        'xn',
        ...strings.map(({ text }) => text),
        ...data.platforms.map(firstLabel),
        ...data.domains.flatMap(({ domain }) => firstLabel(domain).split('-')),
      ],
      slippable.map(({ text }) => text),
    ),
    byText: new Map(strings.map((entry) => [entry.text, entry])),
    slips: lazily(() => groupBy(slippable, ({ text }) => [text, ...withOneLess(text)])),
    standings: new Map(
      data.domains.map(({ domain, provider, standing, hosts }) => [
        domain,
        { standing, provider: data.providers[provider]?.id ?? '', ...(hosts && { hosts: new Set(hosts) }) },
      ]),
    ),
    platforms: new Set(data.platforms),
    ordinary: new Set(data.ordinary),
    affixes: new Set(data.affixes),
    vocabulary: lazily(() => buildVocabulary(data.words)),
    fold: lazily(() => buildFoldTable(data.letters, data.variants)),
    hanByFirst: lazily(() => groupBy(data.han, ({ name }) => [name[0] ?? ''])),
    hanBySyllable: lazily(() => groupBy(data.han, ({ syllables, sounds }) => (sounds && syllables ? syllables.split(' ', 1) : []))),
    readings: lazily(() => readingsOf(data.homophones)),
  };
}

// Most workers never meet a host that needs these.
function lazily<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

const firstLabel = (domain: string) => domain.slice(0, domain.indexOf('.'));

function listPatterns(strings: readonly StringEntry[], posWords: readonly string[]): Pattern[] {
  const own = strings.flatMap(({ text, strength, source }, string) => {
    if (strength === 'short' || text.length < shortestPattern) return [];
    const written = strength === 'strong' && source !== 'pinyin' ? [text, ...drawAsPairs(text)] : [text];
    return written.map((form) => ({ string, written: form }));
  });
  return [...own, ...posWords.filter((word) => /^[a-z]+$/.test(word)).map((written) => ({ string: -1, written }))];
}

/** Every text with one or two letters drawn as a pair: `chinaurns`. */
function drawAsPairs(text: string): string[] {
  const once = drawOne(text, 0);
  return [...new Set(once.flatMap(({ form, next }) => [form, ...drawOne(form, next).map((twice) => twice.form)]))];
}

function drawOne(text: string, from: number): { form: string; next: number }[] {
  return digraphs.flatMap(([letter, pair]) => {
    const forms: { form: string; next: number }[] = [];
    for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
      forms.push({ form: text.slice(0, at) + pair + text.slice(at + 1), next: at + pair.length });
    }
    return forms;
  });
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [item]);
      else if (!group.includes(item)) group.push(item);
    }
  }
  return groups;
}

function readingsOf(homophones: Readonly<Record<string, string>>): Map<string, Set<string>> {
  const common = commonHan();
  const readings = new Map<string, Set<string>>();
  for (const [syllable, [first = '', last = '', ...rarer]] of Object.entries(homophones)) {
    const run = common.slice(common.indexOf(first), common.indexOf(last) + 1);
    for (const character of [...run, ...rarer]) readings.set(character, (readings.get(character) ?? new Set()).add(syllable));
  }
  return readings;
}
