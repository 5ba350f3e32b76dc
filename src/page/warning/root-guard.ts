import { shownRoot } from '../../core/root-sheet.ts';

/** Values that hide or distort. */
const hiding = {
  display: /none/,
  visibility: /hid|col/,
  // Down to 0.9 one can read, and a number may be written like 1e-7.
  opacity: /^0(?!\.9)|e/,
  filter: /\(/,
  zoom: /^(0(?!\.[6-9])|[2-9]|\d\d)|e/,
  'content-visibility': /hid/,
  'clip-path': /\(/,
  'mask-image': /\(/,
};

/** Whether the root's style hides or distorts what stands on it. */
export function isHiding(root: Element): boolean {
  const style = getComputedStyle(root);
  return Object.entries(hiding).some(([property, value]) => value.test(style.getPropertyValue(property)));
}

/** Overrides the root's style in place, for the time until the USER sheet arrives; returns how to undo it. */
export function healRoot(root: Element): () => void {
  const before = root.getAttribute('style');
  for (const [name, value] of Object.entries(shownRoot)) (root as HTMLElement).style.setProperty(name, value, 'important');
  return () => {
    if (before === null) root.removeAttribute('style');
    else root.setAttribute('style', before);
  };
}
