/** An element's attributes by name, read at once: asking for every one that a control may have costs several times as much. */
export const attributesOf = (element: Element): ReadonlyMap<string, string> =>
  new Map(element.getAttributeNames().map((name) => [name, element.getAttribute(name) ?? '']));
