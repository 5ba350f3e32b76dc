import { snapshotLimits } from '../../core/page/limits.ts';
import type { FieldSnapshot } from '../../core/page/snapshot.ts';
import type { Block } from './blocks.ts';
import { type Found, isSettled, type Label, labelsOf, type Surroundings } from './labels.ts';
import { createNearReader } from './near.ts';
import { composedParent, isOutOfSight, isShown } from './shown.ts';
import type { Sliceable } from './slice.ts';
import { asked } from './unclobbered.ts';

const ONE_LINE = new Set(['text', 'tel', 'number', 'password']);
const LONGEST_BOX = 6; // a card number comes in boxes of four, an ID number at times in boxes of six

interface Field {
  snapshot: FieldSnapshot;
  elements: Element[];
}

/** Describes the controls found, in order; beyond the limit those that say something new come first. */
export function* readFields(
  found: Found[],
  labelsFor: Surroundings['labelsFor'],
  blocks: readonly Block[],
  tools: Pick<Surroundings, 'textOf' | 'styles' | 'hasPictures' | 'hasRoots'>,
  measures: boolean,
): Sliceable<Field[]> {
  const groups = mergeBoxes(mergeChoices(found), blocks);
  const nearestTo = createNearReader(blocks);
  const fields: Field[] = [];
  for (const [index, group] of groups.entries()) {
    if (index % 2 === 1) yield;
    const carrier = carrierOf(group, labelsFor);
    // A later step's controls are hidden with their labels, and what they will ask for counts now.
    const around: Surroundings = { labelsFor, previous: groups[index - 1], next: groups[index + 1], ...tools };
    if (!carrier) around.textOf = (element) => tools.textOf(element) || asked(element).textContent || '';
    const labels = labelsOf(group, around);
    if (measures && carrier && !isSettled(labels)) insertNear(labels, nearestTo(carrier, group.at));
    fields.push({ elements: group.elements, snapshot: describe(group, labels, carrier !== undefined) });
  }
  return fields.length > snapshotLimits.fields ? chooseFields(fields) : fields;
}

function describe({ attributes, control, form, boxes }: Found, labels: Label[], visible: boolean): FieldSnapshot {
  const field: FieldSnapshot = { control, labels: labels.slice(0, snapshotLimits.labels), visible };
  const read = (key: 'name' | 'id' | 'autocomplete' | 'pattern', names: string[] = [key]) => {
    const written = attributes.get(names.find((name) => attributes.get(name)) ?? '');
    if (written) field[key] = written.slice(0, snapshotLimits.label);
  };
  read('name', ['name', 'formcontrolname', 'data-name', 'data-field', 'ng-model']);
  read('id');
  read('autocomplete');
  read('pattern');
  const longest = boxes ?? maxLengthOf(attributes);
  if (longest !== undefined) field.maxLength = longest;
  if (form >= 0 && form < snapshotLimits.forms) field.form = form;
  return field;
}

function maxLengthOf(attributes: ReadonlyMap<string, string>): number | undefined {
  const length = Number.parseInt(attributes.get('maxlength') ?? '', 10);
  return length >= 0 ? length : undefined;
}

/** Radio buttons and checkboxes of one name are one question. */
function mergeChoices(found: readonly Found[]): Found[] {
  const groups = new Map<string, Found>();
  const roots = new Map<Node, number>();
  return found.filter((one) => {
    if (one.control !== 'choice') return true;
    const [element] = one.elements;
    const name = one.attributes.get('name');
    if (!name) return true;
    const root = element.getRootNode();
    if (!roots.has(root)) roots.set(root, roots.size);
    const key = `${roots.get(root)}|${one.form}|${one.attributes.get('type')}|${name}`;
    const group = groups.get(key);
    if (!group) groups.set(key, one);
    else group.elements.push(element);
    return !group;
  });
}

/** Neighbouring short boxes are one number, unless words part them; its length is the sum of theirs. */
function mergeBoxes(found: readonly Found[], blocks: readonly Block[]): Found[] {
  const isParted = (last: Found, next: Found) => blocks.slice(last.at, next.at).some(({ text }) => /[A-Za-z\u3041-\u9fff]{3}/.test(text));
  const merged: Found[] = [];
  let from = 0;
  while (from < found.length) {
    const first = found[from] as Found;
    const size = boxSize(first);
    let to = from + 1;
    while (
      size > 0 &&
      to < found.length &&
      isNextBox(found[to - 1] as Found, found[to] as Found, size) &&
      !isParted(found[to - 1] as Found, found[to] as Found)
    )
      to++;
    const count = to - from;
    if (count >= (size === 1 ? 3 : 4)) {
      const boxes = found.slice(from, to);
      merged.push({ ...first, elements: boxes.flatMap(({ elements }) => elements) as Found['elements'], boxes: count * size });
      from = to;
    } else {
      merged.push(first);
      from++;
    }
  }
  return merged;
}

function boxSize({ attributes, control }: Found): number {
  if (!ONE_LINE.has(control)) return 0;
  const size = maxLengthOf(attributes) ?? (attributes.get('size') === '1' ? 1 : 0);
  return size <= LONGEST_BOX ? size : 0;
}

function isNextBox(last: Found, next: Found, size: number): boolean {
  if (boxSize(next) !== size || next.form !== last.form) return false;
  const [a, b] = [composedParent(last.elements[0]), composedParent(next.elements[0])];
  return a !== null && b !== null && (a === b || composedParent(a) === composedParent(b));
}

/** The element by which a visitor uses the control: itself, or what stands for it where the page draws its own. */
function carrierOf(found: Found, labelsFor: Surroundings['labelsFor']): Element | undefined {
  const reach = found.control === 'file' || found.control === 'camera' || found.control === 'choice';
  for (const element of found.elements.slice(0, 4)) {
    if (isUsable(element)) return element;
    if (!reach) continue;
    const id = element.getAttribute('id');
    const labels = (id && labelsFor.get(element.getRootNode())?.get(id)) || [];
    let at = composedParent(element);
    const proxies = [found.label, ...labels];
    for (let level = 0; at && level < 3 && !/^(?:body|html|form)$/.test(asked(at).localName); level++, at = composedParent(at))
      proxies.push(at);
    const proxy = proxies.find((one) => one && isShown(one) && !isOutOfSight(one));
    if (proxy) return proxy;
  }
  return undefined;
}

/** A transparent control over a drawn one takes data like any other. */
const isUsable = (element: Element) => isShown(element, false) && !isOutOfSight(element);

/** Puts labels found by distance where their certainty belongs: before the step's title. */
function insertNear(labels: Label[], texts: readonly string[]): void {
  const end = labels.findIndex(({ route }) => route === 'step');
  const near = texts.map((text): Label => ({ route: 'near', text: text.slice(0, snapshotLimits.label) }));
  labels.splice(end < 0 ? labels.length : end, 0, ...near);
}

/** Keeps order; drops controls without words and those whose words were already there. */
function chooseFields(fields: readonly Field[]): Field[] {
  const seen = new Set<string>();
  const telling = new Set<Field>();
  for (const field of fields) {
    const words = `${field.snapshot.name}|${field.snapshot.labels.map(({ text }) => text).join('|')}`;
    if (field.snapshot.labels.length > 0 && !seen.has(words)) telling.add(field);
    seen.add(words);
  }
  let left = snapshotLimits.fields - Math.min(telling.size, snapshotLimits.fields);
  let told = snapshotLimits.fields - left;
  return fields.filter((field) => (telling.has(field) ? told-- > 0 : left-- > 0));
}
