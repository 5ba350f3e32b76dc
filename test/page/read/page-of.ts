import type { FieldSnapshot } from '../../../src/core/page/snapshot.ts';
import { type PageReading, readPage } from '../../../src/page/read/read-page.ts';

const closedRoots = new WeakMap<Element, ShadowRoot>();

/** What the platform does for closed roots in a browser. */
export const shadowRootOf = (element: Element): ShadowRoot | null => element.shadowRoot ?? closedRoots.get(element) ?? null;

/** Attaches a shadow root with the given content. */
export function attachRoot(element: Element, mode: ShadowRootMode, html: string): ShadowRoot {
  const root = element.attachShadow({ mode });
  root.innerHTML = html;
  closedRoots.set(element, root);
  return root;
}

/** Puts HTML into the test's document and reads it. */
export function readBody(html: string, prepare?: () => void): PageReading {
  document.body.innerHTML = html;
  prepare?.();
  return readPage(document, { shadowRootOf });
}

/** All words found for a control, one label a string. */
export const labelTexts = (field: FieldSnapshot | undefined): string[] => (field?.labels ?? []).map(({ text }) => text);
