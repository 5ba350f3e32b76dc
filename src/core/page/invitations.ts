import { excerpt } from './claims.ts';
import type { Reason } from './context.ts';
import { gapBetween, type Hit, isQuoted, type Place, partsOf, type ReadText } from './hits.ts';
import { leadsOfText } from './leads.ts';
import type { Tag } from './lexicon.ts';

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

/** The reasons in one text to see an invitation to get a terminal or an account. */
export function invitationsIn(text: ReadText, counts: (hit: Hit) => boolean): Reason[] {
  const hits = text.hits.filter((hit) => counts(hit) && !isQuoted(hit, text));
  return [...hits.map((hit) => solicitation(hit, text)).filter((reason) => reason !== undefined), ...waresIn(text), ...advertIn(text)];
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

/** POS机办理加微信pos5188, 包邮不收押金加我: wares or what lures to them, an invitation and a contact in one breath, wherever it stands. */
function advertIn(text: ReadText): Reason[] {
  const { hits, place } = text;
  const baits = hits.filter((hit) => partsOf(hit, 'bait').length > 0);
  const wares = hits.find(({ tags }) => tags.has('strong') || tags.has('institution')) ?? (baits.length >= 2 ? baits[0] : undefined);
  const invites = hits.some((hit) => hit.tags.has('call') || hit.tags.has('self') || partsOf(hit, 'act').length > 0);
  const told = hits.filter(({ tags }) => tags.has('genre:news') || tags.has('genre:warningAdvice')).length;
  if (!wares || !invites || told >= 2 || leadsOfText(text).length === 0) return [];
  return [{ why: 'advert', text: excerpt(text.text, wares), where: place, points: ADVERT }];
}

const isGenre = (tag: Tag) => tag.startsWith('genre:');
