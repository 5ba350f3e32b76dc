import { isBoast } from './claims.ts';
import { readBrakes } from './genres.ts';
import { brandsOf, type Hit, isOfTrade, isStructure, namesWares, type Place, partsOf, type ReadText } from './hits.ts';
import { invitationsIn } from './invitations.ts';
import { type Leaning, readLeaning, type Wording } from './wording.ts';

/** One reason for or against taking a page for a solicitation of POS or acquiring signups. */
export interface Reason {
  why: string;
  text: string;
  where: Place;
  points: number;
}

/** A word and the part of the page that it was found in. */
export interface Found {
  text: string;
  where: Place;
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
  /** Bait groups with the words that stand for them, and where. */
  bait: Record<string, Found[]>;
  /** How all of it is worded. */
  leaning: Leaning;
  length: number;
}

/** Reads what the page is about and what it wants. */
export function readContext(texts: readonly ReadText[], wording: Wording): TradeContext {
  const context: TradeContext = {
    words: [],
    inStructure: false,
    isHeadline: false,
    strongCount: 0,
    solicits: [],
    brakes: [],
    bait: {},
    leaning: readLeaning(texts, wording),
    length: 0,
  };
  const words = new Set<string>();
  // 装机, 机具 and 电签 are other trades' words too: they count beside a word that is this trade's alone.
  const anchored = texts.some(({ hits }) => hits.some(({ tags }) => isOfTrade(tags) && !tags.has('weakTrade'))) || texts.some(isDoor);
  const counts = ({ tags }: Hit) => anchored || !tags.has('weakTrade');
  for (const text of texts) {
    context.length += text.text.length;
    for (const hit of text.hits) if (counts(hit)) addHit(hit, text, context, words);
    const denials = text.hits.filter((hit) => hit.tags.has('denial') && !isBoast(hit, text));
    // 我们不是银行 denies the sentence it stands in; 谨防假冒 all around it.
    if (denials.every((denial) => NEGATION.test(denial.text)))
      context.solicits.push(
        ...invitationsIn(
          text,
          (hit) =>
            counts(hit) &&
            !DECLINING.test(text.text.slice(Math.max(0, hit.start - 14), hit.start)) &&
            !denials.some((denial) => isInOneSentence(denial, hit, text.text)),
        ),
      );
  }
  context.words = [...words].slice(0, 12);
  context.solicits = bestOf(context.solicits.map((reason) => atLength(reason, context.length)));
  context.brakes = readBrakes(texts, counts);
  return context;
}

/** 银联商户收款机申请中心, 刷脸终端城市伙伴: over its door a page puts an institution's office or its search for agents to such a word. */
const isDoor = ({ place, hits }: ReadText) =>
  (place === 'title' || place === 'heading') &&
  hits.some(({ tags }) => tags.has('weakTrade')) &&
  (hits.some(({ tags }) => tags.has('act:agency')) ||
    (hits.some((hit) => brandsOf(hit).length > 0) && hits.some(({ tags }) => tags.has('officialStrong'))));

/** Notes what one word says about the business. */
function addHit(hit: Hit, { place, text, hits }: ReadText, context: TradeContext, words: Set<string>): void {
  const { tags } = hit;
  const isHeadline = place === 'title' || place === 'heading';
  const isSpoken = (tags.has('institution') && isHeadline) || (tags.has('trade') && (isHeadline || place === 'button') && HAN.test(text));
  const isStrong = tags.has('strong') || (place !== 'hidden' && namesWares(hit, hits));
  if (isSpoken || isStrong) words.add(hit.text);
  context.inStructure ||= isSpoken || (tags.has('strong') && isStructure(place));
  if (isStrong) {
    context.strongCount++;
    context.isHeadline ||= isHeadline;
  }
  for (const group of partsOf(hit, 'bait')) context.bait[group] = addWord(context.bait[group], { text: hit.text, where: place });
}

/** At most six different words of a group. */
export const addWord = (words: readonly Found[] | undefined, word: Found): Found[] =>
  words === undefined ? [word] : words.length >= 6 || words.some(({ text }) => text === word.text) ? [...words] : [...words, word];

const HAN = /[\u3400-\u9fff]/;
const NEGATION = /^(?:不是|并非|无关)$/;
/** 我不卖机器, 本店不代办POS机, 店家不用申请刷卡机: what a clause declines it doesn’t offer; 要不办一台 and 能不能办 decline nothing. */
const DECLINING = /(?<![要能])不$|不(?:含|代办|办理|提供|经营|销售|用申请|必申请|用装)[^，,。;；]{0,10}$/;

const isInOneSentence = (one: Hit, other: Hit, text: string) =>
  !/[。！？!?;；]/.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)));

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
