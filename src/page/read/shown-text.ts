import { partsWord, tidy } from './blocks.ts';
import { isShown } from './shown.ts';
import type { StyleReader } from './style-marks.ts';
import { asked } from './unclobbered.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'datalist', 'rt', 'rp', 'iframe']);
const MOST_NODES = 200;

/** The words that a visitor sees in a small element, at most `limit` characters; empty if the element itself isn't shown. */
export function shownText(element: Element, limit: number, styles: StyleReader): string {
  const seen = asked(element);
  if (SILENT.has(seen.localName) || !/\S/.test(seen.textContent ?? '') || !isShown(element)) return '';
  if (!seen.firstElementChild) return isEditable(element) ? '' : tidy((seen.textContent ?? '').slice(0, limit * 2)).slice(0, limit);
  let text = '';
  let left = MOST_NODES;
  let node: Node | null = seen.firstChild;
  while (node && text.length < limit * 2 && left-- > 0) {
    let inner: Node | null = null;
    const at = asked(node);
    if (at.nodeType === 3) text += (node as Text).data.slice(0, limit * 2);
    else if (at.nodeType === 1 && isWorthEntering(node as Element, styles)) inner = at.firstChild;
    if (!inner) while (node && node !== element && !asked(node).nextSibling) node = asked(node).parentNode;
    node = inner ?? (!node || node === element ? null : asked(node).nextSibling);
  }
  return tidy(text).slice(0, limit);
}

function isWorthEntering(element: Element, styles: StyleReader): boolean {
  return (
    !SILENT.has(asked(element).localName) && !isEditable(element) && isShown(element) && !styles.isNoise(element, isInsideWord(element))
  );
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
