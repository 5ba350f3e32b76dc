import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordIndex } from '../../../src/core/page/word-index.ts';

const letters = fc.string({ unit: fc.constantFrom('身', '份', '证', '卡', 'p', 'o', 's', '机', ' '), minLength: 1, maxLength: 5 });

describe('the word index', () => {
  test('finds exactly what a naive search finds', () => {
    let hits = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('身', '份', '证', '卡', 'p', 'o', 's', '机', ' '), maxLength: 60 }),
        (words, text) => {
          const index = new WordIndex();
          for (const [number, word] of words.entries()) index.add(word, number);
          const found = index.find(text).map(({ word, start, end }) => `${word}/${start}/${end}`);
          const naive = words.flatMap((word, number) => {
            const places: string[] = [];
            for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
              if (standsAlone(word, text, at)) places.push(`${number}/${at}/${at + word.length}`);
            return places;
          });
          hits += naive.length;
          expect(found.toSorted()).toEqual(naive.toSorted());
        },
      ),
      { seed: 20261122, numRuns: 1_500 },
    );
    expect(hits).toBeGreaterThan(500);
  });

  test('a Latin word is not found inside a longer one, a Han word is found anywhere', () => {
    const index = new WordIndex();
    index.add('pos', 0);
    index.add('身份', 1);
    expect(index.find('post mpos pos机 POS')).toMatchObject([{ word: 0, start: 10 }]);
    expect(index.find('本身份额')).toMatchObject([{ word: 1, start: 1 }]);
  });
});

const isLatin = (character: string | undefined) => character !== undefined && /[a-z]/i.test(character);
const standsAlone = (word: string, text: string, at: number) =>
  !/^[ -~]+$/.test(word) || (!(isLatin(word[0]) && isLatin(text[at - 1])) && !(isLatin(word.at(-1)) && isLatin(text[at + word.length])));
