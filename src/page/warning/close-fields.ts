import { after } from './after.ts';
import { isDeaf, openGate } from './gate.ts';
import { emptyForm } from './hear.ts';
import { pristine } from './pristine.ts';

/** How to close, and whom to tell. */
export interface Closing {
  /** The page opened a closed field again, at most once per repair; or a frame that asks may hear its keys before us. */
  tampered?(kind: 'fields' | 'deaf'): void;
  /** Keeps what the visitor does in this window from the page altogether: a frame under an overlay that stands in another window. */
  whole?: boolean;
}

/** Fields that are closed. */
export interface ClosedFields {
  update(fields: Element[]): void;
  /** Opens them and puts every attribute back. */
  open(): void;
}

/** What each attribute says on a closed field: `disabled` also keeps it out of what its form sends. */
const closing: Record<string, string> = { disabled: '', inert: '', autocomplete: 'off' };
const editing: Record<string, string> = { contenteditable: 'false', inert: '' };
const controls = 'input, select, textarea, button, fieldset';

const closedAttributes = (field: Element) => (field.matches(controls) ? closing : editing);

/**
 * Closes fields so that nothing typed, pasted, dropped, filled in or chosen reaches them, and nothing in their forms is sent. Never looks at a value.
 * Out of reach: what a page's script read before the verdict, or reads by `value` later, it can send with `fetch`; and a script that
 * opens a field and calls `form.submit()` within one task is done before anybody hears of it.
 */
export function closeFields(fields: Element[], { tampered, whole }: Closing = {}): ClosedFields {
  const before = new Map<Element, Map<string, string | null>>();
  let forms = new Set<HTMLFormElement>();
  let repairs = 0;
  let repairing = false;
  const gate = openGate();

  const observer = new MutationObserver(() => {
    if (repairing || ![...before.keys()].some(isOpen)) return;
    repairing = true;
    tampered?.('fields');
    after(Math.min(200, 2 ** repairs++), () => {
      repairing = false;
      for (const field of before.keys()) shut(field);
    });
  });

  const close = (field: Element) => {
    if (before.has(field)) return;
    before.set(field, new Map(Object.keys(closedAttributes(field)).map((name) => [name, field.getAttribute(name)])));
    shut(field);
    observer.observe(field, { attributes: true, attributeFilter: Object.keys(closedAttributes(field)) });
  };

  const update = (next: Element[]) => {
    // In the top document the warning sees to it.
    if (whole) {
      if (next.length > 0 && isDeaf(gate)) tampered?.('deaf');
      gate.listen();
    }
    forms = new Set(next.map(formOf).filter((form) => form !== null));
    const wanted = new Set([...next, ...[...forms].flatMap(listControls)]);
    for (const field of before.keys()) if (!wanted.has(field)) reopen(field, before);
    for (const field of wanted) close(field);
  };

  const hear = (event: Event) => {
    const path = event.composedPath() as Element[];
    if (!(whole && event.isTrusted) && !path.some((element) => before.has(element) || forms.has(element as HTMLFormElement))) return;
    event.stopImmediatePropagation();
    // Chosen in a picker that was open already. Emptied, never looked at.
    if ((path[0] as HTMLInputElement).type === 'file') (path[0] as HTMLInputElement).value = '';
    if (event.type === 'formdata') emptyForm(event as FormDataEvent);
    else event.preventDefault();
  };

  gate.hearers.add(hear);
  update(fields);
  return {
    update,
    open() {
      gate.hearers.delete(hear);
      observer.disconnect();
      for (const field of before.keys()) reopen(field, before);
      forms.clear();
    },
  };
}

const isOpen = (field: Element) => Object.entries(closedAttributes(field)).some(([name, value]) => field.getAttribute(name) !== value);

function shut(field: Element): void {
  for (const [name, value] of Object.entries(closedAttributes(field))) {
    if (field.getAttribute(name) !== value) field.setAttribute(name, value);
  }
}

function reopen(field: Element, before: Map<Element, Map<string, string | null>>): void {
  for (const [name, value] of before.get(field) ?? []) {
    if (value === null) field.removeAttribute(name);
    else field.setAttribute(name, value);
  }
  before.delete(field);
}

const formOf = (field: Element): HTMLFormElement | null => (field as HTMLInputElement).form ?? field.closest<HTMLFormElement>('form');

const listControls = (form: HTMLFormElement): Element[] => Array.from(pristine<HTMLFormElement>(form, HTMLFormElement.prototype).elements);
