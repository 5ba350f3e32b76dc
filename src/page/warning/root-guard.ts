import { shownRoot } from '../../core/root-sheet.ts';

const limits: [property: string, harmless: (value: string) => boolean][] = [
  ['display', (value) => value !== 'none'],
  ['visibility', (value) => value === 'visible'],
  ['opacity', (value) => Number(value) > 0.9],
  ['filter', (value) => value === 'none'],
  ['zoom', (value) => Number(value) > 0.6 && Number(value) < 2],
  ['content-visibility', (value) => value !== 'hidden'],
  ['clip-path', (value) => value === 'none'],
  ['mask-image', (value) => value === 'none'],
];

/** Whether the root's style hides or distorts what stands on it. */
export function isHiding(root: Element): boolean {
  const style = getComputedStyle(root);
  return limits.some(([property, harmless]) => {
    const value = style.getPropertyValue(property);
    return value !== '' && !harmless(value);
  });
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
