import { type Finding, weightier } from './finding.ts';
import type { HostIndex } from './host-index.ts';
import type { Reading } from './reading.ts';
import { wordAt, wordsAt } from './vocabulary.ts';

const shortest = 3;

/** Abbreviations glued to a word of the terminal trade, perhaps with a place: `lklpos`, `shuakahkrt`, `njlklpos`. */
export function findAbbreviations({ skeleton: { text }, own }: Reading, index: HostIndex): Finding | undefined {
  let best: Finding | undefined;
  for (const { 0: token, index: at } of text.slice(own).matchAll(/[^-]+/g)) {
    for (const word of wordsAt(token, 'end', 'pos', index.vocabulary()))
      best = weightier(best, findIn(token.slice(0, -word.length), own + at, word, index));
    for (const word of wordsAt(token, 'start', 'pos', index.vocabulary())) {
      best = weightier(best, findIn(token.slice(word.length), own + at + word.length, word, index));
    }
  }
  return best;
}

function findIn(rest: string, start: number, word: string, index: HostIndex): Finding | undefined {
  const placeBefore = wordAt(rest, 'start', 'place', index.vocabulary())?.length ?? 0;
  const placeAfter = wordAt(rest, 'end', 'place', index.vocabulary())?.length ?? 0;
  const cuts: [from: number, to: number][] = [
    [0, rest.length],
    [placeBefore, rest.length],
    [0, rest.length - placeAfter],
  ];
  for (const [from, to] of cuts) {
    const entry = to - from < shortest ? undefined : index.byText.get(rest.slice(from, to));
    if (entry?.strength !== 'short') continue;
    return {
      level: 2,
      technique: 'abbreviation',
      provider: entry.provider,
      official: entry.text,
      start: start + from,
      end: start + to,
      extra: word,
    };
  }
  return undefined;
}
