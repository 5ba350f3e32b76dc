import type { TextBlock } from '../../core/page/snapshot.ts';
import { type Kind, NO_MARKS, type StyleMarks } from './style-marks.ts';
import { type Traits, traitsOf } from './traits.ts';

export type Role = TextBlock['role'];

/** Where the reader stands: an open element and what it inherited. */
export interface Place {
  element: Element;
  /** The same, to ask things of. */
  seen: Element;
  tag: string;
  up: Place | null;
  /** The nearest place that opens a box of its own. */
  box: Place;
  role: Role;
  link: boolean;
  /** Index of the form, -1 outside. */
  form: number;
  label: Element | null;
  traits: Traits;
  /** Filled in when the style reader is first asked. */
  kind: Kind | undefined;
  /** Computed when first asked for. */
  shown: boolean | undefined;
  noise: boolean | undefined;
  marks: StyleMarks;
  /** The pieces of text in it: from the first, up to but without the last; -1 until the walk has left it. */
  from: number;
  to: number;
}

/** Which role wins when one stands inside another. */
const RANK: Partial<Record<Role, number>> = { link: 1, label: 2, heading: 3, nav: 4, footer: 5, button: 6 };

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb ruby s samp small span strike strong sub sup ' +
    'time tt u var wbr slot text tspan img picture svg path g use'
  ).split(' '),
);

/** Opens a place inside another. */
export function openPlace(element: Element, seen: Element, tag: string, up: Place | null, from: number): Place {
  const traits = traitsOf(seen);
  const own = roleOf(tag, traits);
  const inherited = up ? up.role : 'text';
  // Written out: copying one place into the next is several times slower.
  const place: Place = {
    element,
    seen,
    tag,
    up,
    box: up?.box as Place,
    role: (RANK[own] ?? 0) > (RANK[inherited] ?? 0) ? own : inherited,
    link: tag === 'a' || up?.link === true,
    form: up ? up.form : -1,
    label: up ? up.label : null,
    traits,
    kind: undefined,
    shown: undefined,
    noise: undefined,
    marks: NO_MARKS,
    from,
    to: -1,
  };
  if (!up || !INLINE.has(tag)) place.box = place;
  return place;
}

function roleOf(tag: string, { role, hint }: Traits): Role {
  switch (tag) {
    case 'a':
      return role === 'button' ? 'button' : 'link';
    case 'button':
    case 'label':
    case 'nav':
    case 'footer':
      return tag;
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
    case 'legend':
    case 'caption':
      return 'heading';
  }
  if (role === 'heading' || role === 'button') return role;
  if (role === 'navigation') return 'nav';
  if (role === 'contentinfo') return 'footer';
  if (hint.footer) return 'footer';
  return hint.heading ? 'heading' : 'text';
}
