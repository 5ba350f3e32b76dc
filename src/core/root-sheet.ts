/** What a page does to its root to hide everything inside, undone. */
export const shownRoot = {
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

const declarations = Object.entries(shownRoot)
  .map(([name, value]) => `${name}:${value}!important`)
  .join(';');

/** The style sheet for `scripting.insertCSS` with origin USER, top frame only, while `danger` stands: no rule of a page outranks it. `secret` is a fresh word of letters that the page can't know; our overlay bears it. */
export function rootSheet(secret: string): string {
  // A root that is a popover itself would take everything away with it.
  const cover = `:not([data-${secret}],html)`;
  return [
    `html,pos-signup-guard{${declarations}}`,
    // Under the overlay nobody sees them, and Firefox lets nothing in them take the focus.
    'iframe,object,embed{visibility:hidden!important}',
    // View transitions paint above the top layer.
    'html::view-transition{display:none!important}',
    `:popover-open${cover},dialog:modal${cover},:fullscreen:not(html){display:none!important}`,
    // Backdrops are painted even where their element is not.
    `:popover-open${cover}::backdrop,dialog:modal${cover}::backdrop,:fullscreen::backdrop{display:none!important}`,
  ].join('\n');
}
