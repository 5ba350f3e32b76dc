import { isNoise, styleOf } from './shown.ts';

/** What stylesheets do to an element's text. */
export interface StyleMarks {
  before: string;
  after: string;
  reversed: boolean;
}

const NO_MARKS: StyleMarks = { before: '', after: '', reversed: false };
const SAMPLES = 3;
const NOISE_CHECKS = 3_000;

/** Answers questions about style for one reading, remembering which kinds of elements (tag and class) have nothing to tell. */
export function createStyleMarks() {
  const unmarked = new Map<string, number>();
  const quiet = new Map<string, number>();
  let checks = 0;
  return {
    marksOf(element: Element): StyleMarks {
      const key = kindOf(element);
      const misses = unmarked.get(key) ?? 0;
      if (misses >= SAMPLES) return NO_MARKS;
      const marks = readMarks(element);
      if (marks !== NO_MARKS) unmarked.delete(key);
      else unmarked.set(key, misses + 1);
      return marks;
    },
    isNoise(element: Element): boolean {
      const key = kindOf(element);
      const misses = quiet.get(key) ?? 0;
      if (misses >= SAMPLES && checks++ > NOISE_CHECKS) return false;
      const noise = isNoise(element);
      quiet.set(key, noise ? Number.NEGATIVE_INFINITY : misses + 1);
      return noise;
    },
  };
}

export type StyleReader = ReturnType<typeof createStyleMarks>;

function kindOf(element: Element): string {
  const name = element.getAttribute('class');
  return `${element.localName}|${name ?? element.parentElement?.getAttribute('class')}|${element.getAttribute('style') ?? ''}`;
}

function readMarks(element: Element): StyleMarks {
  const before = pseudoText(element, '::before');
  const after = pseudoText(element, '::after');
  const style = styleOf(element);
  const reversed = style?.direction === 'rtl' && /override/.test(style.unicodeBidi);
  return before || after || reversed ? { before, after, reversed } : NO_MARKS;
}

/** The words that a stylesheet puts before or after an element; icons are no words. */
export function pseudoText(element: Element, pseudo: '::before' | '::after'): string {
  const content = styleOf(element, pseudo)?.content;
  if (!content || content === 'none' || content === 'normal') return '';
  let text = '';
  for (const [, quoted, attribute] of content.slice(0, 400).matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g)) {
    text += quoted ?? element.getAttribute(attribute ?? '') ?? '';
  }
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}
