import * as z from 'zod/mini';
import type { Found } from './context.ts';
import type { Place, ReadText } from './hits.ts';

/** Where a run of characters stands counts by itself: anywhere, over the page's door, on what a visitor presses and fills in. */
export const wordingParts = ['anywhere', 'headline', 'control'] as const;
export type WordingPart = (typeof wordingParts)[number];

/** What was learnt from labelled pages, as in `assets/wording.json`: runs of characters by what they weigh, in twentieths. */
export const wordingSchema = z.strictObject({
  note: z.string(),
  weights: z.record(z.enum(wordingParts), z.record(z.string().check(z.regex(/^-?\d+$/)), z.string())),
});
export type WordingData = z.infer<typeof wordingSchema>;

/** Run of characters → what it weighs, above nought for an invitation. */
export type Wording = Readonly<Record<WordingPart, ReadonlyMap<string, number>>>;

/** How a page is worded: what its known runs weigh together, how many there are, and the text that speaks most like an invitation. */
export interface Leaning {
  sum: number;
  count: number;
  telling?: Found;
}

/** Parts of one in which weights are kept. */
export const UNIT = 20;
/** Beyond this much text a page only repeats itself. */
const MOST = 60_000;
const LONGEST_RUN = 13;
const QUOTED = 40;
/** So many runs must speak before a page is taken at its word. */
export const FEW = 30;

/** Makes the learnt weights ready to be asked. */
export function loadWording({ weights }: WordingData): Wording {
  const load = (part: WordingPart) =>
    new Map(Object.entries(weights[part]).flatMap(([weight, runs]) => runs.split(' ').map((run) => [run, Number(weight) / UNIT] as const)));
  return { anywhere: load('anywhere'), headline: load('headline'), control: load('control') };
}

const PART_OF: Partial<Record<Place, WordingPart>> = {
  title: 'headline',
  heading: 'headline',
  button: 'control',
  link: 'control',
  nav: 'control',
  label: 'control',
  field: 'control',
};

/** The parts that a text belongs to; none where nobody sees it. */
export const partsOfPlace = (place: Place): WordingPart[] =>
  place === 'hidden' ? [] : PART_OF[place] === undefined ? ['anywhere'] : ['anywhere', PART_OF[place]];

/** Two and three Chinese characters in a row, and Latin words. */
export function* runsOf(folded: string): Generator<string> {
  for (const [run] of folded.matchAll(/[\u3400-\u9fff]+|[a-z]{2,}/g)) {
    if (run < '\u3400') {
      if (run.length <= LONGEST_RUN) yield run;
      continue;
    }
    for (let at = 0; at + 1 < run.length; at++) {
      yield run.slice(at, at + 2);
      if (at + 2 < run.length) yield run.slice(at, at + 3);
    }
  }
}

/** Weighs how a page's texts are worded; each run counts once in each part. */
export function readLeaning(texts: readonly ReadText[], wording: Wording): Leaning {
  const seen: Record<WordingPart, Set<string>> = { anywhere: new Set(), headline: new Set(), control: new Set() };
  let sum = 0;
  let count = 0;
  let most = 0;
  let telling: Found | undefined;
  let left = MOST;
  for (const { place, text } of texts) {
    const parts = partsOfPlace(place);
    if (parts.length === 0 || left <= 0) continue;
    left -= text.length;
    let own = 0;
    for (const run of runsOf(text)) {
      for (const part of parts) {
        const weight = wording[part].get(run);
        if (weight === undefined) continue;
        own += weight;
        if (seen[part].has(run)) continue;
        seen[part].add(run);
        sum += weight;
        count++;
      }
    }
    if (own <= most) continue;
    most = own;
    telling = { text: text.slice(0, QUOTED), where: place };
  }
  return { sum, count, ...(telling && { telling }) };
}

/** Log odds that a page so worded invites to a terminal or an account, as far as its wording goes. */
export const oddsOf = ({ sum, count }: Leaning) => sum / Math.sqrt(count + FEW);

/** Odds from which a page's wording stands for words of the trade. */
const SPOKEN = 1.5;
export const isWordedSo = (leaning: Leaning) => oddsOf(leaning) >= SPOKEN;

/** Frames of one page are worded together. */
export function addLeanings(one: Leaning, other: Leaning): Leaning {
  const telling = oddsOf(one) >= oddsOf(other) ? (one.telling ?? other.telling) : (other.telling ?? one.telling);
  return { sum: one.sum + other.sum, count: one.count + other.count, ...(telling && { telling }) };
}
