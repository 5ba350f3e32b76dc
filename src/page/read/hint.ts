/** What an author's name for an element (its classes and id) suggests. */
export interface Hint {
  footer: boolean;
  heading: boolean;
  copies: boolean;
  qr: boolean;
  currentStep: boolean;
}

const FOOTER = /(?:^|[-_ ])(?:footer|foot|copyright|banquan|icp|beian)(?:[-_ ]|$)/i;
const HEADING = /(?:^|[-_ ])(?:h[1-6]|title|heading|headline|biaoti)(?:[-_ ]|$)/i;
const COPIES = /(?:^|[-_ ])(?:copy(?!right)|fuzhi|clipboard)/i;
const QR = /qr-?code|erweima|(?:^|[-_ ])ewm/i;
const CURRENT_STEP = /step.{0,40}(?:active|current|process)|(?:active|current).{0,40}step/i;
const MOST_KNOWN = 2_000;

const readHint = (name: string): Hint => ({
  footer: FOOTER.test(name),
  heading: HEADING.test(name),
  copies: COPIES.test(name),
  qr: QR.test(name),
  currentStep: CURRENT_STEP.test(name),
});

/** What no name suggests. */
export const NO_HINT: Hint = readHint('');

const known = new Map<string, Hint>();

/** Reads what an author named an element by class and id; names repeat, so each is looked at once. */
export function hintOf(className: string | null, id: string | null): Hint {
  const name = joinName(className, id);
  if (!name) return NO_HINT;
  let hint = known.get(name);
  if (!hint) {
    hint = readHint(name);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, hint);
  }
  return hint;
}

/** What the author called an element: its classes and id. */
export const nameOf = (element: Element) => joinName(element.getAttribute('class'), element.getAttribute('id'));

const joinName = (className: string | null, id: string | null) => (id ? `${className ?? ''} ${id}` : (className ?? '')).slice(0, 200);
