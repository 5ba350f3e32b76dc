import { excerpt, isBoast } from './claims.ts';
import { gapBetween, type Hit, isOfTrade, isStructure, type Place, partsOf, type ReadText } from './hits.ts';
import { leadsOfText } from './leads.ts';
import type { Tag } from './lexicon.ts';

/** One reason for or against taking a page for a solicitation of POS or acquiring signups. */
export interface Reason {
  why: string;
  text: string;
  where: Place;
  points: number;
}

/** What a page's texts say about its business; plain numbers and words, so that frames can be added up. */
export interface TradeContext {
  /** Different strong words of the trade, and whether one of them stands where the page speaks for itself. */
  words: string[];
  inStructure: boolean;
  /** Whether a strong word stands in the title or a heading: the page's wares. */
  isHeadline: boolean;
  strongCount: number;
  /** Reasons to see a solicitation, best first. */
  solicits: Reason[];
  /** Reasons to see something else: news, a law, another trade. */
  brakes: Reason[];
  /** Bait groups with the words that stand for them. */
  bait: Record<string, string[]>;
  length: number;
}

const PLACE_WEIGHT: Record<Place, number> = {
  title: 4,
  heading: 2.5,
  nav: 2,
  button: 2,
  link: 1.5,
  label: 1,
  field: 1,
  image: 1.5,
  footer: 1,
  description: 2,
  pseudo: 1,
  text: 0.5,
  hidden: 0.25,
};
const CALL_WEIGHT: Partial<Record<Place, number>> = {
  title: 2,
  heading: 2,
  button: 2.5,
  link: 2,
  nav: 1.5,
  image: 1.5,
  label: 1,
  text: 1,
  footer: 1,
  pseudo: 1,
};
/** How near 办理 must stand to POS机 to speak of getting one. */
const ACT_REACH = 8;
const ONE_THOUGHT = 40;

/** Reads what the page is about and what it wants. */
export function readContext(texts: readonly ReadText[]): TradeContext {
  const context: TradeContext = {
    words: [],
    inStructure: false,
    isHeadline: false,
    strongCount: 0,
    solicits: [],
    brakes: [],
    bait: {},
    length: 0,
  };
  const words = new Set<string>();
  const genre = new Map<string, { words: Set<string>; structure: Set<string>; first: ReadText }>();
  // 装机, 机具 and 电签 are other trades' words too: they count beside a word that is this trade's alone.
  const anchored = texts.some(({ hits }) => hits.some(({ tags }) => isOfTrade(tags) && !tags.has('weakTrade')));
  for (const text of texts) {
    context.length += text.text.length;
    const denied = text.hits.some((hit) => hit.tags.has('denial') && !isBoast(hit, text));
    for (const hit of text.hits) {
      if (!anchored && hit.tags.has('weakTrade')) continue;
      if (hit.tags.has('institution') && (text.place === 'title' || text.place === 'heading')) {
        words.add(hit.text);
        context.inStructure = true;
      }
      if (hit.tags.has('trade') && isSpoken(text.place) && HAN.test(text.text)) {
        words.add(hit.text);
        context.inStructure = true;
      }
      if (hit.tags.has('strong')) {
        words.add(hit.text);
        context.strongCount++;
        context.inStructure ||= isStructure(text.place);
        context.isHeadline ||= text.place === 'title' || text.place === 'heading';
      }
      for (const group of partsOf(hit, 'bait')) context.bait[group] = addWord(context.bait[group], hit.text);
      for (const part of partsOf(hit, 'genre')) {
        const seen = genre.get(part) ?? { words: new Set(), structure: new Set(), first: text };
        seen.words.add(hit.text);
        if (text.place === 'title' || text.place === 'heading' || text.place === 'field' || text.place === 'button')
          seen.structure.add(hit.text);
        genre.set(part, seen);
      }
      const reason = denied || isQuoted(hit, text) ? undefined : solicitation(hit, text);
      if (reason) context.solicits.push(reason);
    }
    if (!denied) context.solicits.push(...waresIn(text), ...advertIn(text));
  }
  context.words = [...words].slice(0, 12);
  context.solicits = bestOf(context.solicits.map((reason) => atLength(reason, context.length)));
  context.brakes = [...genre].flatMap(([part, { words: found, structure, first }]) => brakeOf(part, found, structure, first));
  return context;
}

const addWord = (words: string[] | undefined, word: string) =>
  words === undefined ? [word] : words.length >= 6 || words.includes(word) ? words : [...words, word];

const HAN = /[\u3400-\u9fff]/;
const isSpoken = (place: Place) => place === 'title' || place === 'heading' || place === 'button';

/** “POS机官网” in quotation marks is what others say. */
function isQuoted({ start }: Hit, { text, place }: ReadText): boolean {
  if (place === 'button') return false;
  const before = text.slice(0, start);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('「') > before.lastIndexOf('」');
}

function solicitation(hit: Hit, text: ReadText): Reason | undefined {
  const weigh = (why: string, weight: number): Reason => ({ why, text: excerpt(text.text, hit), where: text.place, points: weight });
  if (hit.tags.has('self')) return weigh('offers', PLACE_WEIGHT[text.place]);
  if (hit.tags.has('call')) {
    const weight = CALL_WEIGHT[text.place] ?? 0.5;
    return weigh(`call`, hit.tags.has('weakCall') ? weight / 3 : weight);
  }
  if (hit.tags.has('act:buy') && (text.place === 'button' || text.place === 'link')) return weigh('buy', 1);
  if (!hit.tags.has('trade') && !hit.tags.has('institution')) return undefined;
  // A headline or a button is one thought however its words are ordered.
  const reach = text.place !== 'text' && text.text.length <= ONE_THOUGHT ? ONE_THOUGHT : ACT_REACH;
  const act = text.hits.find((other) => partsOf(other, 'act').length > 0 && gapBetween(other, hit) <= reach);
  if (!act) return undefined;
  return weigh(`act:${partsOf(act, 'act')[0]}`, PLACE_WEIGHT[text.place] * 0.75);
}

const ADVERT = 3;
const WARES: Partial<Record<Place, number>> = { title: 2, heading: 1 };
/** What may stand beside the wares: a place, a kind. */
const WARES_REST = 4;

/** 郑州POS机: a title that is nothing but the wares. */
function waresIn({ place, text, hits }: ReadText): Reason[] {
  const points = WARES[place];
  if (!points) return [];
  const [part = ''] = text.split(/[-_|—–·]/);
  const wares = hits.find(({ tags, end }) => tags.has('strong') && end <= part.length);
  const bare = wares && part.trim().length - wares.text.length <= WARES_REST && hits.every(({ tags }) => ![...tags].some(isGenre));
  return bare ? [{ why: 'wares', text: part.trim(), where: place, points }] : [];
}

/** POS机办理加微信pos5188: wares, an invitation and a contact in one breath, wherever it stands. */
function advertIn(text: ReadText): Reason[] {
  const { hits, place } = text;
  const wares = hits.find(({ tags }) => tags.has('strong') || tags.has('institution'));
  const invites = hits.some((hit) => hit.tags.has('call') || hit.tags.has('self') || partsOf(hit, 'act').length > 0);
  const told = hits.filter(({ tags }) => tags.has('genre:news') || tags.has('genre:warningAdvice')).length;
  if (!wares || !invites || told >= 2 || leadsOfText(text).length === 0) return [];
  return [{ why: 'advert', text: excerpt(text.text, wares), where: place, points: ADVERT }];
}

const isGenre = (tag: Tag) => tag.startsWith('genre:');

/** A page of a few lines says everything in its text. */
const atLength = (reason: Reason, length: number): Reason =>
  reason.where !== 'text' || reason.why === 'advert' || length > 900
    ? reason
    : { ...reason, points: reason.points * (length > 450 ? 1.5 : 2) };

/** At most this much from one kind of reason in one place, or a long article would outweigh a title. */
const PLACE_CAP: Partial<Record<Place, number>> = { text: 3, hidden: 0.5, nav: 3, link: 3, heading: 5, footer: 1.5, field: 3, label: 3 };

/** The best reasons within what each kind and place may add. */
export function bestOf(reasons: readonly Reason[]): Reason[] {
  const spent = new Map<string, number>();
  const best: Reason[] = [];
  for (const reason of reasons.toSorted((one, other) => other.points - one.points)) {
    const key = `${reason.why.split(':')[0]}/${reason.where}`;
    const before = spent.get(key) ?? 0;
    if (before + reason.points > (PLACE_CAP[reason.where] ?? 5)) continue;
    spent.set(key, before + reason.points);
    best.push(reason);
  }
  return best.slice(0, 40);
}

/** How many different words make a genre, and what it weighs against a solicitation. */
const GENRES: Record<string, { few: number; many: number; weight: number; structureWeight: number }> = {
  news: { few: 4, many: 8, weight: 1.5, structureWeight: 2 },
  law: { few: 3, many: 6, weight: 2, structureWeight: 1 },
  reference: { few: 3, many: 6, weight: 1, structureWeight: 1 },
  forum: { few: 3, many: 5, weight: 3, structureWeight: 1 },
  jobs: { few: 3, many: 5, weight: 3, structureWeight: 2 },
  software: { few: 4, many: 7, weight: 2.5, structureWeight: 1 },
  hardware: { few: 3, many: 6, weight: 1, structureWeight: 1.5 },
  retailSoftware: { few: 3, many: 6, weight: 2, structureWeight: 1.5 },
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
  event: { few: 2, many: 4, weight: 2, structureWeight: 2 },
  otherTrade: { few: 99, many: 99, weight: 0, structureWeight: 2.5 },
};

function brakeOf(part: string, words: ReadonlySet<string>, structure: ReadonlySet<string>, first: ReadText): Reason[] {
  const genre = GENRES[part];
  if (!genre) return [];
  const weight =
    (words.size >= genre.many ? 2 : words.size >= genre.few ? 1 : 0) * genre.weight + Math.min(3, structure.size) * genre.structureWeight;
  return weight === 0 ? [] : [{ why: part, text: [...structure, ...words].slice(0, 6).join(' '), where: first.place, points: weight }];
}
