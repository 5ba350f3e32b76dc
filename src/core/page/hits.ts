import type { Lexicon, Tag } from './lexicon.ts';
import type { PageSnapshot, TextBlock } from './snapshot.ts';

/** Where a text stands: the block roles, and the two texts that are not blocks. */
export type Place = TextBlock['role'] | 'title' | 'description' | 'field';

/** A word of the lexicon found in a folded text. */
export interface Hit {
  tags: ReadonlySet<Tag>;
  text: string;
  start: number;
  end: number;
}

/** One text of the page, folded, with the words found in it. */
export interface ReadText {
  place: Place;
  text: string;
  hits: readonly Hit[];
}

/** Parts in which a page speaks for itself; running text may be about anything. */
const STRUCTURE: ReadonlySet<Place> = new Set<Place>([
  'title',
  'heading',
  'nav',
  'button',
  'link',
  'label',
  'footer',
  'image',
  'field',
  'pseudo',
]);
export const isStructure = (place: Place) => STRUCTURE.has(place);

const BANNER = 5;
const BANNER_LENGTH = 24;
/** Characters of what can be a field's name; more are a paragraph that happens to stand over it. */
const LABEL_LENGTH = 80;

/** “POS机官网” in quotation marks is what others say. */
export function isQuoted({ start }: Hit, { text, place }: ReadText): boolean {
  if (place === 'button') return false;
  const before = text.slice(0, start);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('「') > before.lastIndexOf('」');
}

/** The page's texts, folded once, each different text once per place, with their words. */
export function readTexts(snapshot: PageSnapshot, lexicon: Lexicon): ReadText[] {
  const seen = new Set<string>();
  const texts: ReadText[] = [];
  const add = (place: Place, raw: string) => {
    const key = `${place}\n${raw}`;
    if (raw.trim() === '' || seen.has(key)) return;
    seen.add(key);
    const text = lexicon.fold(raw);
    texts.push({ place, text, hits: findHits(text, lexicon) });
  };
  add('title', snapshot.title);
  add('description', snapshot.description);
  // A site's name often stands in a plain box at the top of the page.
  const labels = new Set(
    // The title of a step labels its fields and stays a headline.
    snapshot.fields.flatMap((field) =>
      field.labels.filter(({ route, text }) => route !== 'step' && text.length <= LABEL_LENGTH).map(({ text }) => text),
    ),
  );
  for (const [at, { role, text }] of snapshot.blocks.entries()) {
    const isBanner = role === 'text' && at < BANNER && text.length <= BANNER_LENGTH && !labels.has(text) && !/[。！？!?;；，,]/.test(text);
    add(isBanner ? 'heading' : labels.has(text) && role !== 'button' ? 'label' : role, text);
  }
  // What may be chosen is anything: 您以前做过哪些? 保险.
  for (const { control, labels } of snapshot.fields)
    for (const { text } of labels.slice(0, 3)) add(control === 'choice' ? 'label' : text.length > LABEL_LENGTH ? 'text' : 'field', text);
  return texts;
}

/** The lexicon's words in a folded text; a brand's name inside a longer brand's name is the longer one. */
export function findHits(text: string, lexicon: Lexicon): Hit[] {
  const hits: Hit[] = [];
  let brandEnd = 0;
  for (const { word, start, end } of lexicon.index.find(text)) {
    const tags = lexicon.entries[word]?.tags;
    if (!tags) continue;
    if ([...tags].some(isBrand)) {
      if (end <= brandEnd) continue;
      brandEnd = end;
    }
    hits.push({ tags, text: text.slice(start, end), start, end });
  }
  return withoutOtherWares(hits, text);
}

/** How far a belonging may stand behind its terminal: 刷卡机专用打印纸; 打印纸 after POS机办理 belongs to nothing. */
const BELONGS = 2;

/** Nothing but a character or two; a bracket begins a remark: 大POS(打小票). */
const isJoined = (between: string) => between.length <= BELONGS && !/[([]/.test(between);

/** Drops words of the trade that only say what something else is for: POS系统, POS机打印纸, 刷卡机皮套. */
function withoutOtherWares(hits: Hit[], text: string): Hit[] {
  const others = hits.filter(({ tags }) => tags.has('notTrade'));
  const belongings = hits.filter(({ tags }) => tags.has('belonging'));
  if (others.length === 0 && belongings.length === 0) return hits;
  return hits.filter(
    (hit) =>
      !isOfTrade(hit.tags) ||
      !(
        others.some(({ start, end }) => start <= hit.start && hit.end <= end) ||
        belongings.some(({ start }) => start >= hit.end && isJoined(text.slice(hit.end, start)) && !actsBetween(hits, hit.end, start))
      ),
  );
}

const actsBetween = (hits: readonly Hit[], from: number, to: number) =>
  hits.some(({ tags, start, end }) => start < to && end > from && end <= to && [...tags].some((tag) => tag.startsWith('act:')));

/** Whether a word belongs to the trade or to an institution of it. */
export const isOfTrade = (tags: Hit['tags']) => tags.has('trade') || tags.has('strong') || tags.has('self') || tags.has('institution');

const isBrand = (tag: Tag) => tag.startsWith('brand:');

/** The institutions that a hit names. */
export const brandsOf = (hit: Hit): string[] => [...hit.tags].filter(isBrand).map((tag) => tag.slice('brand:'.length));

/** The parts of a group that a hit belongs to: `partsOf(hit, 'bait')` → ['freeMachine']. */
export const partsOf = (hit: Hit, group: 'act' | 'bait' | 'genre'): string[] =>
  [...hit.tags].filter((tag) => tag.startsWith(`${group}:`)).map((tag) => tag.slice(group.length + 1));

/** Characters between two hits, 0 where they touch or overlap. */
export const gapBetween = (one: Hit, other: Hit): number =>
  Math.max(0, one.start > other.start ? one.start - other.end : other.start - one.end);

/** 乐刷POS: a word of the trade that an institution's name stands right before. */
export const namesWares = (hit: Hit, hits: readonly Hit[]): boolean =>
  hit.tags.has('trade') && hits.some((brand) => brandsOf(brand).length > 0 && brand.end <= hit.start && hit.start - brand.end <= 2);
