import { claim } from './ours.ts';
import { pageDocument } from './warning/pristine.ts';

// By property, not by sheet: a page's policy may forbid sheets in its tree.
const LOOK = 'margin:0 4px;padding:0 6px;border-radius:4px;font:bold 13px/1.5 sans-serif;color:#fff;background:#96181b';

/** Marks links in place with a few words inside each, so that who hears or tabs through the page gets them too; answers how to say which links they are by now. */
export function markLinks() {
  let marks: HTMLElement[] = [];
  return (links: readonly Element[], text: string, language: string): void => {
    // A page that took one away gets it back with the next reading, and not sooner: this is no fight.
    if (links.length === marks.length && links.every((link, at) => marks[at]?.parentNode === link)) return;
    for (const mark of marks) mark.remove();
    marks = links.map((link) => {
      const mark = drawMark(text, language);
      Element.prototype.append.call(link, mark);
      return mark;
    });
  };
}

function drawMark(text: string, language: string): HTMLElement {
  // Inline, or the reader would take it for the end of a text.
  const host = claim(pageDocument().createElement('span'));
  host.style.cssText = 'all:initial!important';
  const words = pageDocument().createElement('b');
  words.lang = language;
  words.style.cssText = LOOK;
  words.append(text);
  host.attachShadow({ mode: 'closed' }).append(words);
  return host;
}
