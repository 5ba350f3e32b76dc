import type { Block } from './blocks.ts';
import { asked } from './unclobbered.ts';

const REACH = 150; // blocks before and after a control in reading order
const LEFT = 200;
const ABOVE = 80;
const LONGEST = 60;

/** Finds words by their place on screen: over the control, to its left, above it. Measures each block once. */
export function createNearReader(blocks: readonly Block[]): (control: Element, at: number) => string[] {
  const boxes = new Map<Element, DOMRect>();
  const boxOf = (element: Element) => {
    let box = boxes.get(element);
    box ??= asked(element).getBoundingClientRect();
    boxes.set(element, box);
    return box;
  };
  return (control, at) => {
    const field = control.getBoundingClientRect();
    const near: { text: string; distance: number }[] = [];
    for (const { element, role, text } of blocks.slice(Math.max(0, at - REACH), at + REACH)) {
      if (role === 'hidden' || text.length > LONGEST || asked(element).contains(control)) continue;
      const distance = distanceTo(field, boxOf(element));
      if (distance !== undefined) near.push({ text, distance });
    }
    return near
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 2)
      .map(({ text }) => text);
  };
}

/** How far words stand from the control they may belong to; nothing where they can't. */
function distanceTo(field: DOMRect, words: DOMRect): number | undefined {
  if (words.width === 0 || words.height === 0) return undefined;
  const middle = words.top + words.height / 2;
  const inRow = middle >= field.top - 4 && middle <= field.bottom + 4;
  if (inRow && words.left >= field.left && words.right <= field.right + 4) return 0;
  if (inRow && words.right <= field.left + 6 && field.left - words.right <= LEFT) return field.left - words.right;
  const above = field.top - words.bottom;
  const overlaps = words.left < field.right && words.right > field.left;
  return overlaps && above >= -6 && above <= ABOVE ? above + 20 : undefined;
}
