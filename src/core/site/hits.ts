import { distanceOf } from './alphabet.ts';
import { findPatterns } from './automaton.ts';
import type { HostIndex } from './host-index.ts';
import type { StringEntry } from './host-index-data.ts';
import type { Reading } from './reading.ts';

/** A brand string found in a host, with how it is written there. */
export interface Hit {
  entry: StringEntry;
  /** In the skeleton. */
  start: number;
  end: number;
  /** Letters that stand there as hard-to-tell ones (0 for o), as similar ones (c for e), as other scripts' ones; letters drawn as pairs. */
  hard: number;
  similar: number;
  foreign: number;
  pairs: number;
  /** How many of the hard-to-tell ones are digits. */
  digits: number;
  dots: number;
  hyphens: number;
}

/** Whether the string stands there letter by letter. */
export const isVerbatim = ({ hard, similar, foreign, pairs }: Hit) => hard + similar + foreign + pairs === 0;

/** Every brand string in the host, also written with lookalike letters or parted by hyphens and dots. */
export function findHits(reading: Reading, index: HostIndex): Hit[] {
  const hits: Hit[] = [];
  const { text } = reading.skeleton;
  findPatterns(text, index.automaton, (pattern, end) => {
    for (const { string, written } of index.patterns[pattern] ?? []) {
      const entry = string < 0 ? undefined : index.strings[string];
      const hit = entry && align(entry, written, end, reading);
      if (hit) hits.push(hit);
    }
  });
  addShortTokens(text, index, hits);
  return hits;
}

// From the end backwards, over the joints that the automaton ignored.
function align(entry: StringEntry, written: string, end: number, { skeleton: { text, folded } }: Reading): Hit | undefined {
  const hit: Hit = {
    entry,
    start: end,
    end,
    hard: 0,
    similar: 0,
    foreign: 0,
    pairs: written.length - entry.text.length,
    digits: 0,
    dots: 0,
    hyphens: 0,
  };
  for (let left = written.length - 1; left >= 0; hit.start--) {
    const character = text[hit.start - 1] ?? '';
    if (character === '.') hit.dots++;
    else if (character === '-' && !folded?.[hit.start - 1]) hit.hyphens++;
    else {
      const distance = distanceOf(character, written[left--] as string);
      if (distance === undefined) return undefined;
      if (folded?.[hit.start - 1]) hit.foreign++;
      else if (distance === 1) {
        hit.hard++;
        if (character <= '9') hit.digits++;
      } else if (distance === 2) hit.similar++;
    }
  }
  return hit;
}

// Strings too short for the automaton count as whole tokens only.
function addShortTokens(text: string, { byText }: HostIndex, hits: Hit[]): void {
  for (const { 0: token, index: start } of text.matchAll(/[a-z0-9]+/g)) {
    const entry = token.length < 5 || byText.get(token)?.strength === 'short' ? byText.get(token) : undefined;
    if (entry)
      hits.push({ entry, start, end: start + token.length, hard: 0, similar: 0, foreign: 0, pairs: 0, digits: 0, dots: 0, hyphens: 0 });
  }
}
