import type { HostIndexData, WordKind } from './host-index-data.ts';

/** What the rest of a label consists of. */
export interface Parts {
  kinds: ReadonlySet<WordKind | 'letter' | 'digits'>;
  pieces: number;
}

/** The words that stand beside brands, by their spelling. */
export interface Vocabulary {
  words: ReadonlyMap<string, WordKind>;
  longest: number;
}

/** Prepares the words; where one is in two lists, the more telling list counts. */
export function buildVocabulary(words: HostIndexData['words']): Vocabulary {
  const kinds = new Map<string, WordKind>();
  for (const kind of ['plumbing', 'soft', 'place', 'trade', 'pos'] as const) for (const word of words[kind]) kinds.set(word, kind);
  return { words: kinds, longest: Math.max(...[...kinds.keys()].map(({ length }) => length)) };
}

interface Cover {
  cost: number;
  from: number;
  kind: WordKind | 'letter' | 'digits' | undefined;
}

const costs = { pos: 10, trade: 11, soft: 13, plumbing: 13, place: 12, letter: 25, digits: 12 } as const;

/** Takes a text apart into known words, digits and at most a stray letter; `undefined` where something else is left. Hyphens and dots part words. */
export function takeApart(text: string, vocabulary: Vocabulary): Parts | undefined {
  const best: (Cover | undefined)[] = [{ cost: 0, from: 0, kind: undefined }];
  for (let at = 0; at < text.length; at++) {
    const reached = best[at];
    if (!reached) continue;
    for (const [end, kind] of stepsFrom(text, at, vocabulary)) {
      const cost = reached.cost + (kind ? costs[kind] : 0);
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, from: at, kind };
    }
  }
  return best[text.length] && collectParts(best, text.length);
}

function* stepsFrom(text: string, at: number, { words, longest }: Vocabulary): Generator<[number, Cover['kind']]> {
  if (text[at] === '-' || text[at] === '.') return yield [at + 1, undefined];
  for (let end = Math.min(text.length, at + longest); end > at; end--) {
    const kind = words.get(text.slice(at, end));
    if (kind) yield [end, kind];
  }
  const digits = /^\d+/.exec(text.slice(at));
  if (digits) yield [at + digits[0].length, 'digits'];
  else if (/[a-z]/.test(text[at] ?? '')) yield [at + 1, 'letter'];
}

function collectParts(best: readonly (Cover | undefined)[], end: number): Parts | undefined {
  const kinds = new Set<WordKind | 'letter' | 'digits'>();
  let pieces = 0;
  let letters = 0;
  for (let at = end; at > 0; at = best[at]?.from ?? 0) {
    const kind = best[at]?.kind;
    if (!kind) continue;
    kinds.add(kind);
    pieces++;
    if (kind === 'letter') letters++;
  }
  return letters > 1 ? undefined : { kinds, pieces };
}

/** The words of a kind that start (or end) the text, longest first. */
export function* wordsAt(text: string, side: 'start' | 'end', kind: WordKind, { words, longest }: Vocabulary): Generator<string> {
  for (let length = Math.min(text.length, longest); length > 1; length--) {
    const word = side === 'start' ? text.slice(0, length) : text.slice(-length);
    if (words.get(word) === kind) yield word;
  }
}

/** The longest of them. */
export const wordAt = (...place: Parameters<typeof wordsAt>): string | undefined => wordsAt(...place).next().value ?? undefined;

/** Whether a word of the kind stands anywhere in the text. */
export function holdsWord(text: string, kind: WordKind, { words, longest }: Vocabulary): boolean {
  for (let at = 0; at < text.length; at++) {
    for (let end = Math.min(text.length, at + longest); end > at + 1; end--) if (words.get(text.slice(at, end)) === kind) return true;
  }
  return false;
}
