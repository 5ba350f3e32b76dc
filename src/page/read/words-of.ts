import { snapshotLimits } from '../../core/page/limits.ts';
import { type Piece, tidy } from './blocks.ts';
import type { Place } from './place.ts';
import type { StyleReader } from './style-marks.ts';

const MOST = snapshotLimits.label;

/** Answers with the words that a visitor sees in an element, from what the walk met there; empty where it saw none. Only for when the walk is over. */
export function createTextReader(
  styles: StyleReader,
  places: ReadonlyMap<Element, Place>,
  said: readonly (Piece | undefined)[],
): (element: Element) => string {
  const known = new Map<Element, string>();
  return (element) => {
    let text = known.get(element);
    if (text === undefined) {
      const place = places.get(element);
      text = place ? wordsIn(place, said, styles) : '';
      known.set(element, text);
    }
    return text;
  };
}

function wordsIn(place: Place, said: readonly (Piece | undefined)[], styles: StyleReader): string {
  let text = '';
  for (let at = place.from; at < place.to && text.length < MOST * 2; at++) {
    const piece = said[at];
    if (!piece) text += ' ';
    else if (!piece.drawn && !isBuriedIn(place, piece, styles)) text += piece.text.slice(0, MOST * 2);
  }
  return tidy(text).slice(0, MOST);
}

/** Whether a piece is out of sight within an element that is itself in sight. */
function isBuriedIn(place: Place, piece: Piece, styles: StyleReader): boolean {
  for (let at = piece.place; at !== place && at.up; at = at.up) {
    at.noise ??= styles.isNoise(at, false);
    if (at.noise) return true;
  }
  return false;
}
