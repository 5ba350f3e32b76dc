import type { Reason } from './context.ts';
import { type Hit, type Place, partsOf, type ReadText } from './hits.ts';

interface GenreWords {
  words: Set<string>;
  /** Those that stand where the page speaks for itself. */
  structure: Set<string>;
  inTitle: boolean;
  first: ReadText;
}

const HEADLINES: ReadonlySet<Place> = new Set<Place>(['title', 'heading']);
/** Trades whose people are this trade's customers too: only a headline makes the page theirs. */
const HEADLINED: ReadonlySet<string> = new Set(['stalls']);
/** What stands beside a field and is longer says more than what the field is for. */
const LONGEST_LABEL = 60;
const SPEAKING: ReadonlySet<Place> = new Set<Place>(['title', 'heading', 'field', 'button']);

/** Signs that the page is news, law, fiction, another trade …, by the genres' words in its texts. */
export function readBrakes(texts: readonly ReadText[], counts: (hit: Hit) => boolean): Reason[] {
  const genres = new Map<string, GenreWords>();
  for (const text of texts) {
    for (const hit of text.hits) {
      if (!counts(hit)) continue;
      for (const part of partsOf(hit, 'genre')) {
        const seen = genres.get(part) ?? { words: new Set(), structure: new Set(), inTitle: false, first: text };
        seen.words.add(hit.text);
        if ((HEADLINED.has(part) ? HEADLINES : SPEAKING).has(text.place) && !(text.place === 'field' && text.text.length > LONGEST_LABEL))
          seen.structure.add(hit.text);
        seen.inTitle ||= text.place === 'title';
        genres.set(part, seen);
      }
    }
  }
  return [...genres].flatMap(([part, words]) => brakeOf(part, words));
}

/** How many different words make a genre, and what it weighs against a solicitation. */
const GENRES: Record<string, { few: number; many: number; weight: number; structureWeight: number }> = {
  news: { few: 4, many: 8, weight: 1.5, structureWeight: 2 },
  law: { few: 3, many: 6, weight: 2, structureWeight: 1 },
  reference: { few: 3, many: 6, weight: 1, structureWeight: 1 },
  forum: { few: 3, many: 5, weight: 3, structureWeight: 1 },
  jobs: { few: 3, many: 5, weight: 3, structureWeight: 2 },
  software: { few: 4, many: 7, weight: 2.5, structureWeight: 2 },
  hardware: { few: 3, many: 6, weight: 2, structureWeight: 2 },
  retailSoftware: { few: 3, many: 6, weight: 2, structureWeight: 1.5 },
  blockchain: { few: 3, many: 5, weight: 4, structureWeight: 3 },
  linguistics: { few: 2, many: 4, weight: 6, structureWeight: 3 },
  pointOfSale: { few: 1, many: 2, weight: 3, structureWeight: 2 },
  warningAdvice: { few: 3, many: 6, weight: 1, structureWeight: 1.5 },
  statement: { few: 2, many: 3, weight: 3, structureWeight: 4 },
  stock: { few: 4, many: 7, weight: 2, structureWeight: 1 },
  training: { few: 3, many: 5, weight: 2, structureWeight: 2.5 },
  accessCards: { few: 2, many: 4, weight: 2.5, structureWeight: 2.5 },
  accessories: { few: 2, many: 4, weight: 1, structureWeight: 3 },
  help: { few: 3, many: 6, weight: 2.5, structureWeight: 2 },
  fiction: { few: 3, many: 5, weight: 3, structureWeight: 2 },
  complaint: { few: 2, many: 4, weight: 2, structureWeight: 2 },
  event: { few: 2, many: 4, weight: 2, structureWeight: 2 },
  otherTrade: { few: 99, many: 99, weight: 0, structureWeight: 2.5 },
  stalls: { few: 99, many: 99, weight: 0, structureWeight: 2.5 },
};

/** Kinds of page that say in their title what they are. */
const TITLED: ReadonlySet<string> = new Set(['news', 'law', 'software', 'jobs', 'reference', 'complaint']);
const TITLE_WEIGHT = 3;

function brakeOf(part: string, { words, structure, inTitle, first }: GenreWords): Reason[] {
  const genre = GENRES[part];
  if (!genre) return [];
  const weight =
    (words.size >= genre.many ? 2 : words.size >= genre.few ? 1 : 0) * genre.weight +
    Math.min(3, structure.size) * genre.structureWeight +
    (inTitle && TITLED.has(part) ? TITLE_WEIGHT : 0);
  return weight === 0 ? [] : [{ why: part, text: [...structure, ...words].slice(0, 6).join(' '), where: first.place, points: weight }];
}
