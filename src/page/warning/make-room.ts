import { pageDocument } from './pristine.ts';

const PROPERTY = 'margin-top';

/** Moves the page down by the height of the bar, so that the bar covers nothing the visitor may want to press; answers how to undo it. */
export function makeRoom(bar: HTMLElement): () => void {
  const { documentElement: root } = pageDocument();
  if (!(root instanceof HTMLElement)) return () => undefined;
  const before = [root.style.getPropertyValue(PROPERTY), root.style.getPropertyPriority(PROPERTY)] as const;
  const watch = new ResizeObserver(() =>
    root.style.setProperty(PROPERTY, `${Math.ceil(bar.getBoundingClientRect().height)}px`, 'important'),
  );
  watch.observe(bar);
  return () => {
    watch.disconnect();
    root.style.setProperty(PROPERTY, ...before);
  };
}
