import { snapshotLimits } from '../../core/page/limits.ts';
import type { FieldSnapshot } from '../../core/page/snapshot.ts';
import { attributesOf } from './attributes.ts';
import { tidy } from './blocks.ts';
import { LETTER } from './letters.ts';
import { composedParent, styleOf } from './shown.ts';
import type { StyleReader } from './style-marks.ts';
import { asked } from './unclobbered.ts';

export type Label = FieldSnapshot['labels'][number];
type Route = Label['route'];

/** One control, or several that act as one, with what the walk knew about the place. */
export interface Found {
  control: FieldSnapshot['control'];
  elements: [Element, ...Element[]];
  /** Those of the first element. */
  attributes: ReadonlyMap<string, string>;
  form: number;
  /** The label element around it. */
  label: Element | null;
  /** Title of the step or section it stands in, or the element with it. */
  step: string | Element;
  /** How many one-character boxes it is drawn as. */
  boxes?: number;
  /** How many blocks of text came before. */
  at: number;
}

/** What the whole page offers for labelling one control. */
export interface Surroundings {
  /** Label elements by the id they are for, in each tree. */
  labelsFor: ReadonlyMap<Node, ReadonlyMap<string, Element[]>>;
  previous: Found | undefined;
  next: Found | undefined;
  textOf(element: Element): string;
  styles: StyleReader;
  /** Whether the page has any at all. */
  hasPictures: boolean;
  hasRoots: boolean;
}

const LEVELS = 3;
const OUTER = /^(?:body|html|table|tbody|thead|tr)$/;
const OWN_TEXT = 80; // an ancestor with more text than this speaks of more than its control
const SETTLED: ReadonlySet<Route> = new Set<Route>(['aria', 'for', 'wrap', 'placeholder', 'cell', 'sibling']);

/** Whether structure alone says what the control asks for, so that nothing need be measured. */
export const isSettled = (labels: readonly Label[]) => labels.some(({ route }) => SETTLED.has(route));

/** All labels of a control that need no layout, the most certain first. */
export function labelsOf(found: Found, around: Surroundings): Label[] {
  const labels: Label[] = [];
  const add = (route: Route, raw: string | null | undefined) => {
    if (!raw) return;
    const text = tidy(raw.slice(0, 400)).slice(0, snapshotLimits.label);
    if (LETTER.test(text) && !labels.some((label) => label.text === text)) labels.push({ route, text });
  };
  const [element] = found.elements;
  addReferences(found, around, add);
  for (const label of labelElementsFor(found, around)) add('for', around.textOf(label));
  if (found.label && found.control !== 'choice') add('wrap', around.textOf(found.label));
  for (const one of found.elements.slice(0, 4)) addAttributes(one, one === element ? found.attributes : attributesOf(one), around, add);
  addCell(element, around, add);
  addNeighbours(found, around, add);
  const legend = element.closest('fieldset')?.querySelector('legend');
  if (legend) add('legend', around.textOf(legend));
  addPictures(found, around, add);
  if (!isSettled(labels)) addPseudo(element, around, add);
  add('step', typeof found.step === 'string' ? found.step : around.textOf(found.step));
  return labels;
}

type Add = (route: Route, text: string | null | undefined) => void;

function addReferences({ attributes, elements: [element] }: Found, around: Surroundings, add: Add): void {
  add('aria', attributes.get('aria-label'));
  for (const attribute of ['aria-labelledby', 'aria-describedby']) {
    const ids = attributes.get(attribute);
    if (!ids) continue;
    const root = element.getRootNode() as Document | ShadowRoot;
    if (!root.getElementById) return;
    for (const id of ids.split(/\s+/).slice(0, 6)) {
      const target = id ? root.getElementById(id) : null;
      if (target) add('aria', around.textOf(target));
    }
  }
}

function labelElementsFor({ attributes, elements: [element] }: Found, around: Surroundings): readonly Element[] {
  const id = attributes.get('id');
  return (id && around.labelsFor.get(element.getRootNode())?.get(id)) || [];
}

function addAttributes(element: Element, attributes: Found['attributes'], { hasRoots }: Surroundings, add: Add): void {
  for (const name of ['placeholder', 'data-placeholder', 'data-ph']) add('placeholder', attributes.get(name));
  for (const name of ['title', 'data-label', 'label', 'alt']) add('title', attributes.get(name));
  if (!hasRoots) return;
  const root = element.getRootNode();
  if (root === element.ownerDocument || !(root as ShadowRoot).host) return;
  const { host } = root as ShadowRoot;
  add('aria', host.getAttribute('aria-label') ?? host.getAttribute('label'));
  add('placeholder', host.getAttribute('placeholder'));
  add('title', host.getAttribute('title'));
}

/** The head of the column and the cell to the left; where there is neither, the nearest cell above with words. */
function addCell(element: Element, around: Surroundings, add: Add): void {
  const cell = element.closest('td,th');
  const row = cell?.parentElement;
  if (!cell || !row) return;
  const index = [...row.children].indexOf(cell);
  const left = cell.previousElementSibling;
  const leftWords = left && !holdsOther(left, around) ? around.textOf(left) : '';
  let above = rowAbove(row);
  for (let level = 0; above && level < 12; level++, above = rowAbove(above)) {
    const head = above.children[index];
    const isHead = head?.localName === 'th' || above.parentElement?.localName === 'thead';
    if (!head || !(isHead || !leftWords) || head.querySelector('input,select,textarea')) continue;
    add('cell', around.textOf(head));
    if (isHead) break;
  }
  add('cell', leftWords);
}

const rowAbove = (row: Element) => row.previousElementSibling ?? row.parentElement?.previousElementSibling?.lastElementChild ?? null;

/** Words before the control, level by level outwards, and words of an ancestor that holds nothing but this control. */
function addNeighbours(found: Found, around: Surroundings, add: Add): void {
  let told = false;
  let [at]: [Element, ...Element[]] = found.elements;
  for (let level = 0; level <= LEVELS; level++) {
    if (!told) {
      const text = textBefore(at, around);
      told = LETTER.test(text);
      add('sibling', text);
    }
    const up = composedParent(at);
    if (!up || OUTER.test(asked(up).localName) || holdsPrevious(up, around)) return;
    if (!holdsNext(up, around)) addWordsOf(up, around, add);
    at = up;
  }
}

function addWordsOf(element: Element, around: Surroundings, add: Add): void {
  const seen = asked(element);
  for (const name of ['data-label', 'label', 'title', 'aria-label']) add('title', seen.getAttribute(name));
  const text = (seen.textContent ?? '').length < 400 ? around.textOf(element) : '';
  if (text.length <= OWN_TEXT) add('sibling', text);
}

/** The nearest words before an element among its siblings, up to the control before it. */
function textBefore(element: Element, around: Surroundings): string {
  let text = '';
  let node = asked(element).previousSibling;
  for (let steps = 0; node && steps < 12; steps++, node = asked(node).previousSibling) {
    const one = asked(node) as Element;
    if (one.nodeType === 3) text = (node as Text).data.slice(-200) + text;
    if (one.nodeType !== 1) continue;
    if (/^(?:input|select|textarea)$/.test(one.localName) || holdsOther(node as Element, around)) break;
    if (/^(?:br|hr)$/.test(one.localName) && LETTER.test(text)) break;
    const words = (one.textContent ?? '').length < 2_000 ? around.textOf(node as Element) : '';
    if (words) text = `${words} ${text}`;
    if (LETTER.test(text) && !isInline(one)) break;
  }
  return text;
}

const isInline = (element: Element) => /^(?:span|b|i|em|strong|font|a|u|small|sup|sub|img)$/.test(element.localName);

const holdsOther = (element: Element, around: Surroundings) => holdsPrevious(element, around) || holdsNext(element, around);

function holdsPrevious(element: Element, { previous, hasRoots }: Surroundings): boolean {
  const last = previous?.elements.at(-1);
  return last !== undefined && holds(element, last, hasRoots);
}

function holdsNext(element: Element, { next, hasRoots }: Surroundings): boolean {
  return next !== undefined && holds(element, next.elements[0], hasRoots);
}

/** `contains` across shadow boundaries. */
function holds(element: Element, inner: Element, hasRoots: boolean): boolean {
  const outer = asked(element);
  if (outer.contains(inner)) return true;
  if (!hasRoots) return false;
  for (let root = inner.getRootNode(); (root as ShadowRoot).host; root = (root as ShadowRoot).host.getRootNode()) {
    if (outer.contains((root as ShadowRoot).host)) return true;
  }
  return false;
}

/** Pictures beside or behind the control: what they are called, and what their files are called. */
function addPictures(found: Found, around: Surroundings, add: Add): void {
  let at: Element | null = found.elements[0];
  const takesFile = /^(?:file|drop|camera)$/.test(found.control);
  if (!takesFile && !around.hasPictures) return;
  for (let level = 0; at && level < 3; level++, at = composedParent(at)) {
    const crowded = level > 0 && holdsOther(at, around);
    addPicture(level === 0 || crowded ? asked(at).previousElementSibling : at, add);
    if (crowded) return;
    if (takesFile) add('image', fileNameOf(styleOf(at)?.backgroundImage));
  }
}

function addPicture(element: Element | null, add: Add): void {
  const seen = element && asked(element);
  const image = seen?.localName === 'img' ? seen : seen?.querySelector('img');
  if (!image) return;
  add('image', image.getAttribute('alt'));
  add('image', image.getAttribute('title'));
  add('image', fileNameOf(image.getAttribute('src')));
}

/** The telling part of a picture's address: the file's name without its ending. */
export function fileNameOf(address: string | null | undefined): string {
  if (!address || address === 'none' || /^(?:url\(["']?)?data:/.test(address)) return '';
  const name = /(?:^|[/"'(])([^/?#"'()]+)\.\w{2,5}(?:[?#"')]|$)/.exec(address.slice(0, 2_000))?.[1] ?? '';
  return safeDecode(name);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function addPseudo(element: Element, { styles }: Surroundings, add: Add): void {
  let at: Element | null = element;
  for (let level = 0; at && level < 3; level++, at = composedParent(at)) {
    const before = asked(at).previousElementSibling;
    for (const one of level === 0 ? [before] : [at, before]) {
      if (!one) continue;
      const { before, after } = styles.sureMarksOf(one);
      add('pseudo', before);
      add('pseudo', after);
    }
  }
}
