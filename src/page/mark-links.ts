import { pageDocument } from './warning/pristine.ts';

// By property, not by sheet: a page's policy may forbid sheets in its tree.
const LOOK =
  'margin:0 4px;padding:0 6px;border:1px solid;border-radius:4px;font:bold 13px/1.5 system-ui,sans-serif;color:#fff;background:#96181b';

const ours = new WeakSet<Element>();

/** Whether an element is a mark of ours, by identity. */
export const isMark = (element: Element) => ours.has(element);

/** Marks links in place with a few words inside each, so that who hears or tabs through the page gets them too; answers how to say which links they are by now. */
export function markLinks() {
  const marks = new Map<Element, HTMLElement>();
  return (links: readonly Element[], text: string, language: string): void => {
    for (const [link, mark] of marks) {
      if (links.includes(link)) continue;
      mark.remove();
      marks.delete(link);
    }
    for (const link of links) {
      const mark = marks.get(link) ?? drawMark(text, language);
      marks.set(link, mark);
      // A page that took it away gets it back with the next reading, and not sooner: this is no fight.
      if (mark.parentNode !== link) Element.prototype.append.call(link, mark);
    }
  };
}

function drawMark(text: string, language: string): HTMLElement {
  // Inline, or the reader would take it for the end of a text.
  const host = pageDocument().createElement('span');
  ours.add(host);
  host.style.cssText = 'all:initial!important';
  const words = pageDocument().createElement('b');
  words.lang = language;
  words.style.cssText = LOOK;
  words.append(text);
  host.attachShadow({ mode: 'closed' }).append(words);
  return host;
}
