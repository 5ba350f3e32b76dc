const ours = new WeakSet<Element>();

/** Remembers an element of ours in the page, by identity: a page may give its own elements our name. */
export function claim<One extends Element>(element: One): One {
  ours.add(element);
  return element;
}

/** Whether an element is one of ours. */
export const isOurs = (element: Element) => ours.has(element);
