import { partsWord, tidy } from './blocks.ts';
import { isShown } from './shown.ts';
import type { StyleReader } from './style-marks.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'datalist', 'rt', 'rp', 'iframe']);
const MOST_NODES = 200;

/** The words that a visitor sees in a small element, at most `limit` characters; empty if the element itself isn't shown. */
export function shownText(element: Element, limit: number, styles: StyleReader): string {
  if (SILENT.has(element.localName) || !/\S/.test(element.textContent ?? '') || !isShown(element)) return '';
  if (!element.firstElementChild) return isEditable(element) ? '' : tidy((element.textContent ?? '').slice(0, limit * 2)).slice(0, limit);
  let text = '';
  let left = MOST_NODES;
  let node: Node | null = element.firstChild;
  while (node && text.length < limit * 2 && left-- > 0) {
    let inner: Node | null = null;
    if (node.nodeType === 3) text += (node as Text).data.slice(0, limit * 2);
    else if (node.nodeType === 1 && isWorthEntering(node as Element, styles)) inner = node.firstChild;
    if (!inner) while (node && node !== element && !node.nextSibling) node = node.parentNode;
    node = inner ?? (node === element ? null : (node?.nextSibling ?? null));
  }
  return tidy(text).slice(0, limit);
}

function isWorthEntering(element: Element, styles: StyleReader): boolean {
  return !SILENT.has(element.localName) && !isEditable(element) && isShown(element) && !styles.isNoise(element, isInsideWord(element));
}

function isInsideWord(element: Element): boolean {
  const { previousSibling: before, nextSibling: after } = element;
  return before !== null && after !== null && partsWord(before.textContent ?? '', element.textContent ?? '', after.textContent ?? '');
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || element.getAttribute('role') === 'textbox';
}
