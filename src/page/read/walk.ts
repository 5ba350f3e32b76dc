import type { Place } from './place.ts';
import type { Sliceable } from './slice.ts';
import { asked } from './unclobbered.ts';

/** How to look into shadow trees, closed ones included; the platform knows. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What a walk tells about. `enter` gets the element and the same to ask things of, and answers with the place it opens, or null to pass over all that is inside. */
export interface Visitor {
  enter(element: Element, seen: Element, tag: string, up: Place | null): Place | null;
  text(data: string, place: Place): void;
  leave(place: Place): void;
}

interface Level {
  place: Place;
  parent: Node;
  next: Node | null;
  /** How many children were taken, to find the way back when the page removes the next one during a pause. */
  taken: number;
  /** The pause after which it was last sure of its next child. */
  sureAt: number;
  /** Instead of linked siblings: what a slot shows. */
  list: readonly Node[] | null;
  /** A host whose children outside of slots come last. */
  rest: Element | null;
}

const HOSTS = new Set('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '));
const TEXT_PIECE = 32_768;
const STEPS = 8;

/** Whether an element can have a shadow root at all. */
export const mayHost = (tag: string) => HOSTS.has(tag) || tag.includes('-');

/** Walks what is composed of document and shadow trees in the order it is shown, without recursion; answers with the shadow roots met. */
export function* walk(root: Element, visitor: Visitor, shadowRootOf: ShadowRootOf): Sliceable<ShadowRoot[]> {
  const roots: ShadowRoot[] = [];
  const slotted = new Set<Node>();
  const levels: Level[] = [];
  let pauses = 0;
  enter(root, asked(root), null);
  for (let level = levels[0], steps = 0; level; level = levels[levels.length - 1]) {
    if (++steps % STEPS === 0 && (yield)) pauses++;
    const node = level.list ? level.list[level.taken++] : takeNext(level, pauses);
    if (!node) {
      if (level.rest) showRest(level, slotted);
      else {
        levels.pop();
        visitor.leave(level.place);
      }
      continue;
    }
    const seen = asked(node);
    if (!level.list) level.next = seen.nextSibling;
    if (seen.nodeType === 1) enter(node as Element, seen as Element, level.place);
    else if (seen.nodeType === 3) {
      const { data } = node as Text;
      for (let from = 0; from < data.length; from += TEXT_PIECE) {
        visitor.text(data.length > TEXT_PIECE ? data.slice(from, from + TEXT_PIECE) : data, level.place);
        if (data.length > TEXT_PIECE && (yield)) pauses++;
      }
    }
  }
  return roots;

  function enter(element: Element, seen: Element, up: Place | null): void {
    const place = visitor.enter(element, seen, seen.localName, up);
    if (place) levels.push(openLevel(place, roots, slotted, shadowRootOf, pauses));
  }
}

/** The next child, which the page may have moved away during a pause. */
function takeNext(level: Level, pauses: number): Node | null {
  let node = level.next;
  if (level.sureAt !== pauses && node && asked(node).parentNode !== level.parent)
    node = asked(level.parent).childNodes[level.taken] ?? null;
  level.sureAt = pauses;
  level.taken++;
  return node;
}

function openLevel(place: Place, roots: ShadowRoot[], slotted: Set<Node>, shadowRootOf: ShadowRootOf, sureAt: number): Level {
  const { element, seen, tag } = place;
  const root = mayHost(tag) ? shadowRootOf(element) : null;
  if (root) roots.push(root);
  const first = seen.firstChild;
  const level: Level = {
    place,
    parent: root ?? element,
    next: root ? root.firstChild : first,
    taken: 0,
    sureAt,
    list: null,
    rest: root && first ? element : null,
  };
  if (tag === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (assigned.length > 0) level.list = assigned;
    for (const node of assigned) slotted.add(node);
  }
  return level;
}

/** Children of a host that no slot shows: nobody sees them, but their controls may be moved into view. */
function showRest(level: Level, slotted: ReadonlySet<Node>): void {
  level.list = [...(level.rest?.children ?? [])].filter((child) => !slotted.has(child));
  level.taken = 0;
  level.rest = null;
}
