import { type Hint, hintOf, NO_HINT } from './hint.ts';

/** What the walk wants to know of an element's attributes. */
export interface Traits {
  bare: boolean;
  name: string | null;
  style: string | null;
  role: string | null;
  hint: Hint;
  /** Whether it has attributes that few elements have and that are worth asking for one by one. */
  rare: boolean;
}

const BARE: Traits = { bare: true, name: null, style: null, role: null, hint: NO_HINT, rare: false };
const RARE = /^(?:onclick|contenteditable|aria-current|formaction|data-clipboard)/;

/** Reads an element's attributes at once: asking for each that it may have costs more than the rest of the walk. */
export function traitsOf(element: Element): Traits {
  const names = element.getAttributeNames();
  if (names.length === 0) return BARE;
  const traits: Traits = { bare: false, name: null, style: null, role: null, hint: NO_HINT, rare: false };
  let id = null;
  for (const name of names) {
    if (name === 'class') traits.name = element.getAttribute(name);
    else if (name === 'id') id = element.getAttribute(name);
    else if (name === 'style' || name === 'role') traits[name] = element.getAttribute(name);
    else traits.rare ||= RARE.test(name);
  }
  traits.hint = hintOf(traits.name, id);
  return traits;
}
