import type { PageSnapshot } from '../core/page/snapshot.ts';
import { shapeOfValue, type ValueKind } from '../core/page/value-shape.ts';
import type { ShadowRootOf } from './read/walk.ts';
import { openGate } from './warning/gate.ts';
import { pageDocument } from './warning/pristine.ts';

const BOX = 6; // a number may come in boxes, each with no more of it than this
const SHOWN = 4; // digits that give nobody away

/**
 * The last net on a page that is warned about: sees by shape and check digit that an ID number, a card or a credit code is being typed.
 * The value is looked at here and nowhere else, and dropped at once; what stays is which field it was and the kind of number.
 */
export function holdShield(shadowRootOf: ShadowRootOf, found: () => void) {
  const kinds = new Map<Element | string, ValueKind>();
  const touched = new Set<Element>();
  let controls: Element[] = [];
  let up = false;

  function look(host: Element, byVisitor: boolean): void {
    const element = innermost(host, shadowRootOf);
    if (byVisitor) touched.add(element);
    if (kinds.has(element)) return;
    const boxes = boxesAround(element, controls);
    const kind = shapeOfValue(boxes.map(typedIn).join(''));
    if (!kind) return;
    for (const box of boxes) kinds.set(box, kind);
    found();
  }

  openGate().hearers.add(({ type, target, isTrusted }) => {
    // A page with a keypad of its own types for the visitor.
    if (up && type === 'input') look(target as Element, isTrusted);
  });

  return {
    /** Looks only while the tab is warned about. */
    hold(warned: boolean): void {
      const rises = warned && !up;
      up = warned;
      // What made the page suspicious may have come after the typing.
      if (rises) look(pageDocument().activeElement ?? pageDocument().documentElement, true);
    },
    /** A snapshot that says which of its fields got which kind of number, without the digits typed where the page shows them. */
    mark(snapshot: PageSnapshot, elements: Element[][]): PageSnapshot {
      controls = elements.flat();
      const marked = withoutDigits(
        snapshot,
        [...touched].map((element) => boxesAround(element, controls).map(typedIn).join('')),
      );
      for (const [index, field] of marked.fields.entries()) {
        if (kinds.size === 0) break;
        // A framework may have made the same field anew.
        const likeness = JSON.stringify(field);
        const kind = elements[index]?.map((element) => kinds.get(element)).find(Boolean) ?? kinds.get(likeness);
        if (!kind) continue;
        kinds.set(likeness, kind);
        field.typed = kind;
      }
      return marked;
    },
  };
}

/** Where an event of a tree with closed roots, which names only their host, was really meant to go. */
function innermost(host: Element, shadowRootOf: ShadowRootOf): Element {
  const inner = shadowRootOf(host)?.activeElement;
  return inner ? innermost(inner, shadowRootOf) : host;
}

/** The neighbouring controls that a number is typed into piece by piece; most often the control alone. */
function boxesAround(element: Element, controls: readonly Element[]): readonly Element[] {
  const isBox = (one: Element | undefined) => one !== undefined && typedIn(one) !== '' && typedIn(one).length <= BOX;
  let from = controls.indexOf(element);
  let to = from + 1;
  if (from < 0 || !isBox(element)) return [element];
  while (isBox(controls[from - 1])) from--;
  while (isBox(controls[to])) to++;
  return controls.slice(from, to);
}

/** Digits that begin like those in a touched field are what is being typed, as the page draws it again. */
function withoutDigits(snapshot: PageSnapshot, typed: readonly string[]): PageSnapshot {
  const beginnings = typed.map((text) => text.replace(/\D/g, '').slice(0, SHOWN)).filter(({ length }) => length === SHOWN);
  if (beginnings.length === 0) return snapshot;
  const drawn = new RegExp(`(?:${beginnings.map((digits) => [...digits].join('[ -]?')).join('|')})[\\dA-Zx -]*`, 'g');
  return JSON.parse(JSON.stringify(snapshot, (_, value) => (typeof value === 'string' ? value.replace(drawn, '•') : value)));
}

/** The only place in all of this extension that looks at what a visitor typed. */
const typedIn = (element: Element): string => (element as HTMLInputElement).value ?? element.textContent ?? '';
