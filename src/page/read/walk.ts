import type { Place } from './place.ts';
import type { Sliceable } from './slice.ts';
import { asked } from './unclobbered.ts';

/** How to look into shadow trees, closed ones included; the platform knows. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What a walk tells about. `enter` answers with the place it opens, or null to pass over all that is inside. */
export interface Visitor {
  enter(element: Element, up: Place | null): Place | null;
  text(data: string, place: Place): void;
  leave(place: Place): void;
}

interface Level {
  place: Place;
  parent: Node;
  next: Node | null;
  /** How many children were taken, to find the way back when the page removes the next one during a pause. */
  taken: number;
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
  const first = visitor.enter(root, null);
  const levels: Level[] = first ? [openLevel(first, roots, slotted, shadowRootOf)] : [];
  for (let level = levels.at(-1), steps = 0; level; level = levels.at(-1)) {
    if (++steps % STEPS === 0) yield;
    const node = takeNext(level);
    if (!node) {
      if (level.rest) showRest(level, slotted);
      else {
        levels.pop();
        visitor.leave(level.place);
      }
    } else if (asked(node).nodeType === 1) {
      const place = visitor.enter(node as Element, level.place);
      if (place) levels.push(openLevel(place, roots, slotted, shadowRootOf));
    } else if (node.nodeType === 3) {
      const { data } = node as Text;
      for (let from = 0; from < data.length; from += TEXT_PIECE) {
        visitor.text(data.length > TEXT_PIECE ? data.slice(from, from + TEXT_PIECE) : data, level.place);
        if (data.length > TEXT_PIECE) yield;
      }
    }
  }
  return roots;
}

function openLevel(place: Place, roots: ShadowRoot[], slotted: Set<Node>, shadowRootOf: ShadowRootOf): Level {
  const { element } = place;
  const tag = asked(element).localName;
  const root = mayHost(tag) ? shadowRootOf(element) : null;
  if (root) roots.push(root);
  const parent = root ?? element;
  const level: Level = {
    place,
    parent,
    next: asked(parent).firstChild,
    taken: 0,
    list: null,
    rest: root && element.firstChild ? element : null,
  };
  if (tag === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (assigned.length > 0) level.list = assigned;
    for (const node of assigned) slotted.add(node);
  }
  return level;
}

function takeNext(level: Level): Node | null {
  if (level.list) return level.list[level.taken++] ?? null;
  let node = level.next;
  if (node && asked(node).parentNode !== level.parent) node = asked(level.parent).childNodes[level.taken] ?? null;
  level.taken++;
  level.next = node && asked(node).nextSibling;
  return node;
}

/** Children of a host that no slot shows: nobody sees them, but their controls may be moved into view. */
function showRest(level: Level, slotted: ReadonlySet<Node>): void {
  level.list = [...(level.rest?.children ?? [])].filter((child) => !slotted.has(child));
  level.taken = 0;
  level.rest = null;
}
