import { LETTER } from './letters.ts';
import type { Place } from './place.ts';
import { isNoise, styleOf } from './shown.ts';
import type { Traits } from './traits.ts';
import { asked } from './unclobbered.ts';

/** What stylesheets do to an element's text. */
export interface StyleMarks {
  before: string;
  after: string;
  reversed: boolean;
}

/** What most elements have. */
export const NO_MARKS: StyleMarks = { before: '', after: '', reversed: false };
const SAMPLES = 2;
const SURE_LOOKS = 400;

/** Answers questions about style for one reading; of each kind of elements (tag, class, style) that has nothing to tell only the first few are looked at. */
export function createStyleReader() {
  const kindOf = createKinds();
  const grounds = new Map<Element, string>();
  let sureLooks = SURE_LOOKS;

  const kindAt = (place: Place) => (place.kind ??= kindOf(place.tag, place.traits, place.up?.tag ?? '', place.up?.traits));

  return {
    marksOf(place: Place): StyleMarks {
      const kind = kindAt(place);
      if (kind.unmarked >= SAMPLES) return NO_MARKS;
      const marks = readMarks(place.element);
      if (marks === NO_MARKS) kind.unmarked++;
      else kind.unmarked = Number.NEGATIVE_INFINITY;
      return marks;
    },
    /** Looks at the element itself, however many of its kind had nothing, while that can be afforded. */
    sureMarksOf: (element: Element): StyleMarks => (sureLooks-- > 0 ? readMarks(element) : NO_MARKS),
    /** Whether a place is out of sight, by its like unless it must be sure. */
    isNoise(place: Place, surely: boolean): boolean {
      const kind = kindAt(place);
      if (kind.quiet >= SAMPLES && !surely) return false;
      const noise = isNoise(place.element, grounds);
      if (noise) kind.quiet = Number.NEGATIVE_INFINITY;
      else kind.quiet++;
      return noise;
    },
  };
}

export type StyleReader = ReturnType<typeof createStyleReader>;

/** What is known of all elements of one tag, class and style: how many had nothing drawn around them, how many were no noise. */
export interface Kind {
  unmarked: number;
  quiet: number;
}

/** Finds a kind in nested maps: joining a key for each of fifty thousand elements would cost more than all the rest. */
function createKinds(): (tag: string, traits: Traits, upTag: string, up: Traits | undefined) => Kind {
  const known = new Map<string, Map<string | null, Map<string | null, Kind>>>();
  return (tag, traits, upTag, up) => {
    // Of an element without attributes its parent tells the kind.
    const named = traits.bare ? up : traits;
    const ofTag = within(known, tag, makeMap<Map<string | null, Kind>>);
    const ofName = within(ofTag, named?.name ?? null, makeMap<Kind>);
    return within(ofName, traits.bare ? upTag : traits.style, makeKind);
  };
}

const makeMap = <Value>() => new Map<string | null, Value>();
const makeKind = (): Kind => ({ unmarked: 0, quiet: 0 });

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

function readMarks(element: Element): StyleMarks {
  const before = pseudoText(element, '::before');
  const after = pseudoText(element, '::after');
  const style = styleOf(element);
  const reversed = style?.direction === 'rtl' && /override/.test(style.unicodeBidi);
  return before || after || reversed ? { before, after, reversed } : NO_MARKS;
}

/** The words that a stylesheet puts before or after an element; icons are no words. */
function pseudoText(element: Element, pseudo: '::before' | '::after'): string {
  const content = styleOf(element, pseudo)?.content;
  if (!content || content === 'none' || content === 'normal') return '';
  let text = '';
  for (const [, quoted, attribute] of content.slice(0, 400).matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g)) {
    text += quoted ?? asked(element).getAttribute(attribute ?? '') ?? '';
  }
  return LETTER.test(text) ? text : '';
}
