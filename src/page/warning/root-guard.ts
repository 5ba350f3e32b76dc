/** What a page does to its root to hide everything inside, undone. */
const shown = {
  visibility: 'visible',
  opacity: '1',
  filter: 'none',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  zoom: '1',
  'content-visibility': 'visible',
  'clip-path': 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  contain: 'none',
  'will-change': 'auto',
  interactivity: 'auto',
  animation: 'none',
  transition: 'none',
  display: 'block',
  // No second scroll bar beside the overlay.
  overflow: 'hidden',
};

const declarations = Object.entries(shown)
  .map(([name, value]) => `${name}:${value}!important`)
  .join(';');

/** The style sheet for `scripting.insertCSS` with origin USER, top frame only, while `danger` stands: no rule of a page outranks it. `secret` is a fresh word of letters that the page can't know; the same goes to `raiseWarning`. */
export function rootGuardCss(secret: string): string {
  const cover = `:not([data-${secret}])`;
  return [
    `html,pos-signup-guard{${declarations}}`,
    // View transitions paint above the top layer.
    'html::view-transition{display:none!important}',
    `:popover-open${cover},dialog:modal${cover},:fullscreen:not(html){display:none!important}`,
    // Backdrops are painted even where their element is not.
    `:popover-open${cover}::backdrop,dialog:modal${cover}::backdrop,:fullscreen::backdrop{display:none!important}`,
  ].join('\n');
}

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
  for (const [name, value] of Object.entries(shown)) (root as HTMLElement).style.setProperty(name, value, 'important');
  return () => {
    if (before === null) root.removeAttribute('style');
    else root.setAttribute('style', before);
  };
}
