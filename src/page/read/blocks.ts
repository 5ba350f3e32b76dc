import { snapshotLimits } from '../../core/page/limits.ts';
import type { Place, Role } from './place.ts';
import { composedParent, isShown, styleOf } from './shown.ts';
import type { StyleReader } from './style-marks.ts';

/** A text with the element whose box it fills. */
export interface Block {
  role: Role;
  text: string;
  element: Element;
}

/** A run of text, and the element that it stands in. */
export interface Piece {
  text: string;
  place: Place;
  /** Written by a stylesheet. */
  drawn: boolean;
  /** How many blocks came before. */
  at: number;
}

const HIDDEN_TOTAL = 8_000;
const HIDDEN_LENGTH = 200;
const LONGEST = 65_536; // a box with more text than this is taken in parts
const HAN = /[\u3400-\u9fff]/;
const CHARACTER = 2; // boxes this short may be parts of one word

/** Gathers pieces of text into one block for each box. */
export function createBlocks(styles: StyleReader) {
  const blocks: Block[] = [];
  const said: (Piece | undefined)[] = [];
  let pieces: Piece[] = [];
  let length = 0;
  let run: Block[] = [];
  let hidden: { element: Element; text: string } | undefined;
  let hiddenLeft = HIDDEN_TOTAL;

  function hide(text: string, element: Element): void {
    if (hiddenLeft <= 0) return;
    if (hidden?.element !== element) flushHidden();
    hidden ??= { element, text: '' };
    if (hidden.text.length < HIDDEN_LENGTH) hidden.text += text.slice(0, HIDDEN_LENGTH);
  }

  function flushHidden(): void {
    const text = tidy(hidden?.text ?? '').slice(0, HIDDEN_LENGTH);
    if (hidden && text) blocks.push({ role: 'hidden', text, element: hidden.element });
    hiddenLeft -= text.length;
    hidden = undefined;
  }

  function add(text: string, place: Place, drawn = false): void {
    if (text.trim() === '') {
      const last = pieces[pieces.length - 1];
      if (last) pieces.push({ text: ' ', place: last.place, drawn: true, at: blocks.length });
      if (said.length > 0 && said[said.length - 1]) said.push(undefined);
      return;
    }
    length += text.length;
    if (length > LONGEST) end();
    place.shown ??= isShown(place.element);
    if (!place.shown) {
      hide(text, place.box.element);
      return;
    }
    const turned = place.box !== place && place.marks.reversed;
    const piece = { text: turned ? reverse(text) : text, place, drawn, at: blocks.length };
    pieces.push(piece);
    said.push(piece);
  }

  function end(): void {
    const [first] = pieces;
    if (!first) return;
    length = 0;
    if (pieces.length === 1) {
      pieces = [];
      emitText(tidy(first.text), first.drawn ? 'pseudo' : first.place.role, first.place.box);
    } else endPieces(first.place.box);
  }

  function endPieces(box: Place): void {
    let seen = pieces;
    const { place: first } = pieces[0] as Piece;
    if (pieces.some(({ place }) => place !== first)) {
      seen = pieces.filter((_, index) => !isBuried(pieces, index, styles));
      if (seen.length < pieces.length) for (const piece of pieces) if (!seen.includes(piece)) hide(piece.text, box.element);
    }
    if (seen.length > 1 && seen.length < 60 && seen.every(({ text }) => text.trim().length <= CHARACTER)) seen = inOrder(seen, box);
    pieces = [];
    let text = '';
    for (const piece of seen) text += piece.text;
    emitText(tidy(text), roleOf(seen, box), box);
  }

  function emitText(text: string, role: Role, { element, marks }: Place): void {
    if (!text) return;
    const block = { role, text: marks.reversed ? reverse(text) : text, element };
    const short = text.length <= CHARACTER;
    if (run.length > 0 && (!short || composedParent(run[0]?.element as Element) !== composedParent(element))) endRun();
    if (short) run.push(block);
    else pushBlock(blocks, block);
  }

  function endRun(): void {
    for (const block of joinRun(run)) pushBlock(blocks, block);
    run = [];
  }

  return {
    add,
    end,
    blocks,
    /** All pieces of text that are shown, in order; nothing where white space parts them. */
    said,
    /** A block that is not made of the flow of text, such as an image's description. */
    put(role: Role, text: string, element: Element): void {
      end();
      endRun();
      const clean = tidy(text);
      if (clean) pushBlock(blocks, { role, text: clean, element });
    },
    /** A description that stands beside the flow of text and doesn't break it. */
    putAside(role: Role, text: string, element: Element): void {
      const clean = tidy(text.slice(0, snapshotLimits.blockLength));
      if (clean && isShown(element)) blocks.push({ role, text: clean, element });
    },
    /** Whether the last piece ended a link, so that a link beside it starts a block of its own. */
    endsLink: () => pieces.findLast(({ text }) => text !== ' ')?.place.link === true,
    finish(): Block[] {
      end();
      endRun();
      flushHidden();
      return blocks;
    },
  };
}

function roleOf(pieces: readonly Piece[], box: Place): Role {
  if (pieces.every(({ drawn }) => drawn)) return 'pseudo';
  const [first] = pieces;
  return first && pieces.every(({ place }) => place.role === first.place.role) ? first.place.role : box.role;
}

/** Whether a piece or an inline element around it is out of sight. Where it parts a word nothing is taken for granted. */
function isBuried(pieces: readonly Piece[], index: number, styles: StyleReader): boolean {
  const piece = pieces[index] as Piece;
  const parts = partsWord(pieces[index - 1]?.text ?? '', piece.text, pieces[index + 1]?.text ?? '');
  for (let at = piece.place; at !== at.box && at.up; at = at.up) {
    at.noise ??= styles.isNoise(at, parts);
    if (at.noise) return true;
  }
  return false;
}

/** Whether a short text stands where it may part a Chinese word. */
const partsWord = (before: string, text: string, after: string) =>
  text.length < 5 && HAN.test(before.slice(-1)) && HAN.test(after.slice(0, 1));

/** Puts single characters in the order in which a flexible box shows them. */
function inOrder(pieces: Piece[], box: Place): Piece[] {
  const itemOf = ({ place }: Piece) => {
    let at = place;
    while (at.up && at.up !== box && at !== box) at = at.up;
    return at.element;
  };
  const order = flexOrder(box.element, pieces.map(itemOf));
  return order ? order.map((index) => pieces[index]).filter((piece) => piece !== undefined) : pieces;
}

/** The indices of items in the order that a flexible parent shows them in; nothing if it isn't one. */
function flexOrder(parent: Element, items: readonly Element[]): number[] | undefined {
  const style = styleOf(parent);
  if (!style || !/flex|grid/.test(style.display)) return undefined;
  const orders = items.map((item) => Number(styleOf(item)?.order) || 0);
  const indices = items.map((_, index) => index).sort((a, b) => (orders[a] ?? 0) - (orders[b] ?? 0) || a - b);
  return style.flexDirection === 'row-reverse' || style.flexDirection === 'column-reverse' ? indices.reverse() : indices;
}

/** Joins neighbouring boxes of a character each if they stand in one line. */
function joinRun(run: readonly Block[]): readonly Block[] {
  const [first] = run;
  const parent = first && composedParent(first.element);
  if (!first || !parent || run.length < 2 || run.length > 60) return run;
  const order = flexOrder(
    parent,
    run.map(({ element }) => element),
  );
  const style = styleOf(first.element);
  if (!order && !(style && (/inline|cell/.test(style.display) || /left|right/.test(style.getPropertyValue('float'))))) return run;
  const indices = order ?? run.map((_, index) => index);
  if (style?.getPropertyValue('float') === 'right') indices.reverse();
  return [{ ...first, text: indices.map((index) => run[index]?.text).join(''), element: parent }];
}

function pushBlock(blocks: Block[], block: Block): void {
  if (block.text.length <= snapshotLimits.blockLength) {
    blocks.push(block);
    return;
  }
  let { text } = block;
  while (text.length > snapshotLimits.blockLength) {
    const cut = breakBefore(text, snapshotLimits.blockLength);
    blocks.push({ ...block, text: text.slice(0, cut) });
    text = text.slice(cut);
  }
  if (text) blocks.push({ ...block, text });
}

/** A place near the limit where no word is cut. */
function breakBefore(text: string, limit: number): number {
  for (let at = limit; at > limit - 120; at--) if (/[\s。，；！？,;!?]/.test(text[at - 1] ?? '')) return at;
  return limit;
}

/** White space as a browser shows it, and text behind a right-to-left override turned round. */
export function tidy(text: string): string {
  const flat = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
  return flat.includes('\u202e') ? flat.replace(/\u202e([^\u202c]*)\u202c?/g, (_, turned: string) => reverse(turned)) : flat;
}

const reverse = (text: string) => [...text].reverse().join('');
