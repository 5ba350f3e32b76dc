import { isNoise, styleOf } from './shown.ts';

/** What stylesheets do to an element's text. */
export interface StyleMarks {
  before: string;
  after: string;
  reversed: boolean;
}

/** What most elements have. */
export const NO_MARKS: StyleMarks = { before: '', after: '', reversed: false };
const SAMPLES = 3;
const SURE_LOOKS = 400;

/** Answers questions about style for one reading; of each kind of elements (tag, class, style) that has nothing to tell only the first few are looked at. */
export function createStyleReader() {
  const unmarked = new Map<string, number>();
  const quiet = new Map<string, number>();
  const grounds = new Map<Element, string>();
  let sureLooks = SURE_LOOKS;
  return {
    /** `surely` looks at the element itself, however many of its kind had nothing, while that can be afforded. */
    marksOf(element: Element, surely = false): StyleMarks {
      const kind = kindOf(element);
      const misses = unmarked.get(kind) ?? 0;
      if (misses >= SAMPLES && !(surely && sureLooks-- > 0)) return NO_MARKS;
      const marks = readMarks(element);
      unmarked.set(kind, marks === NO_MARKS ? misses + 1 : Number.NEGATIVE_INFINITY);
      return marks;
    },
    isNoise(element: Element, surely: boolean): boolean {
      const kind = kindOf(element);
      const misses = quiet.get(kind) ?? 0;
      if (misses >= SAMPLES && !surely) return false;
      const noise = isNoise(element, grounds);
      quiet.set(kind, noise ? Number.NEGATIVE_INFINITY : misses + 1);
      return noise;
    },
  };
}

export type StyleReader = ReturnType<typeof createStyleReader>;

function kindOf(element: Element): string {
  const { localName: tag, parentElement: up } = element;
  if (!element.hasAttributes()) return `${tag}|${up?.localName} ${up?.getAttribute('class')}`;
  return `${tag}|${element.getAttribute('class')}|${element.getAttribute('style')}`;
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
    text += quoted ?? element.getAttribute(attribute ?? '') ?? '';
  }
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}
