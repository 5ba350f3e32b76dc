import { claim } from '../ours.ts';
import { pageDocument } from './pristine.ts';
import css from './warning.css?raw';

/** Our element in the page, closed to it, and the frame inside that goes to the top layer. */
export interface Stage {
  host: HTMLElement;
  root: ShadowRoot;
  frame: HTMLElement;
  /** Puts the element where it belongs and clean; harmless where it already is. */
  place(): void;
  /** Brings the frame above everything that is in the top layer by now. */
  raise(): void;
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** A stage for one frame. Created outside of the page's document: a page that defines our tag as its own element gets neither the root nor a veto. */
export function makeStage(frame: HTMLElement): Stage {
  const host = claim(new Document().createElementNS(XHTML, 'pos-signup-guard') as HTMLElement);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  // A page may register any custom property that it can name, and so take our colours away.
  sheet.replaceSync(css.replaceAll('--', `--g${Math.random().toString(36).slice(2)}`));
  const stage: Stage = {
    host,
    root,
    frame,
    place() {
      const { documentElement } = pageDocument();
      if (!documentElement) return;
      for (const name of host.getAttributeNames()) host.removeAttribute(name);
      if (host.parentNode !== documentElement) Element.prototype.append.call(documentElement, host);
      if (stage.frame.parentNode !== root) root.replaceChildren(stage.frame);
      // Adoption by another document empties the list.
      root.adoptedStyleSheets = [sheet];
    },
    raise() {
      if (!host.isConnected) return;
      if (stage.frame instanceof HTMLDialogElement) raiseDialog(stage.frame, root);
      else raisePopover(stage.frame);
    },
  };
  return stage;
}

function raiseDialog(dialog: HTMLDialogElement, root: ShadowRoot): void {
  const { scrollTop } = dialog;
  const focused = root.activeElement as HTMLElement | null;
  // A dialog gives the focus back when it closes: there must be nobody to give it to.
  const { activeElement } = pageDocument();
  if (!focused && activeElement instanceof HTMLElement) activeElement.blur();
  if (dialog.open) dialog.close();
  dialog.showModal();
  (focused ?? dialog.querySelector<HTMLElement>('[data-act=leave]'))?.focus({ preventScroll: true });
  // Opening scrolls to the button that gets the focus; the title comes first.
  dialog.scrollTop = scrollTop;
}

function raisePopover(frame: HTMLElement): void {
  if (frame.matches(':popover-open')) frame.hidePopover();
  frame.showPopover();
}
