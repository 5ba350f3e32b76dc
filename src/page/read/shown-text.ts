import { partsWord, tidy } from './blocks.ts';
import { isShown } from './shown.ts';
import { SKIPPED } from './skipped.ts';
import type { StyleReader } from './style-marks.ts';
import { asked } from './unclobbered.ts';

const isSilent = (tag: string) => SKIPPED.has(tag) || tag === 'select' || tag === 'textarea';
const MOST_NODES = 200;
// Of `NodeFilter`, in fewer bytes.
const ELEMENTS_AND_TEXTS = 5;
const TAKE = 1;
const PASS_OVER = 2;
const ENTER = 3;

/** The words that a visitor sees in a small element, at most `limit` characters; empty if the element itself isn't shown. */
export function shownText(element: Element, limit: number, styles: StyleReader): string {
  const seen = asked(element);
  if (isSilent(seen.localName) || !/\S/.test(seen.textContent ?? '') || !isShown(element)) return '';
  if (!seen.firstElementChild) return isEditable(element) ? '' : tidy((seen.textContent ?? '').slice(0, limit * 2)).slice(0, limit);
  let text = '';
  let left = MOST_NODES;
  const walker = seen.ownerDocument.createTreeWalker(element, ELEMENTS_AND_TEXTS, (node) => {
    if (left-- <= 0) return PASS_OVER;
    if (asked(node).nodeType === 3) return TAKE;
    return isWorthEntering(node as Element, styles) ? ENTER : PASS_OVER;
  });
  for (let node = walker.nextNode(); node && text.length < limit * 2; node = walker.nextNode())
    text += (node as Text).data.slice(0, limit * 2);
  return tidy(text).slice(0, limit);
}

function isWorthEntering(element: Element, styles: StyleReader): boolean {
  return !isSilent(asked(element).localName) && !isEditable(element) && isShown(element) && !styles.isNoise(element, isInsideWord(element));
}

function isInsideWord(element: Element): boolean {
  const { previousSibling: before, nextSibling: after, textContent } = asked(element);
  return before !== null && after !== null && partsWord(asked(before).textContent ?? '', textContent ?? '', asked(after).textContent ?? '');
}

function isEditable(one: Element): boolean {
  const element = asked(one);
  const editable = element.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || element.getAttribute('role') === 'textbox';
}
