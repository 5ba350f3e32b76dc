import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { attributesOf } from './attributes.ts';
import { type Block, createBlocks } from './blocks.ts';
import { type Control, controlOf, isOpaqueControl } from './controls.ts';
import { NO_HINT } from './hint.ts';
import type { Found } from './labels.ts';
import { createLeads } from './leads.ts';
import { openPlace, type Place } from './place.ts';
import { SKIPPED } from './skipped.ts';
import type { StyleReader } from './style-marks.ts';
import { asked } from './unclobbered.ts';
import type { Visitor } from './walk.ts';
import { createTextReader } from './words-of.ts';

/** What one walk over a page gathers. */
export function createCollector(document: Document, styles: StyleReader) {
  const blocks = createBlocks(styles);
  const places = new Map<Element, Place>();
  const textOf = createTextReader(styles, places, blocks.said);
  const leads = createLeads(document.location?.hostname ?? '', document.baseURI);
  const found: Found[] = [];
  const forms: PageSnapshot['forms'] = [];
  const labelsFor = new Map<Node, Map<string, Element[]>>();
  const videos: { element: Element; at: number; place: Place }[] = [];
  let step: Element | undefined;
  let pictures = 0;

  function addControl(control: Control, element: Element, place: Place): void {
    blocks.end();
    const heading = latestHeading(blocks.blocks);
    found.push({
      control,
      elements: [element],
      attributes: attributesOf(asked(element)),
      form: formOf(element, place),
      label: place.label,
      step: step ?? heading,
      at: blocks.blocks.length,
    });
  }

  function formOf(element: Element, place: Place): number {
    const id = element.getAttribute('form');
    const other = id ? document.getElementById(id) : null;
    return other ? (formIndex.get(other) ?? -1) : place.form;
  }

  const addAction = (raw: string | null) => forms.push({ action: actionOf(raw, document) });

  const formIndex = new Map<Element, number>();
  function addForm(element: Element, place: Place): void {
    place.form = forms.length;
    formIndex.set(element, forms.length);
    addAction(asked(element).getAttribute('action'));
  }

  function rememberLabel(element: Element): void {
    const id = element.getAttribute('for');
    if (!id) return;
    const root = element.getRootNode();
    const inRoot = labelsFor.get(root) ?? new Map<string, Element[]>();
    labelsFor.set(root, inRoot);
    inRoot.set(id, [...(inRoot.get(id) ?? []), element].slice(0, 4));
  }

  /** Elements that need more than a place; answers whether to look inside. */
  function enterSpecial(element: Element, tag: string, place: Place): boolean {
    const at = blocks.blocks.length;
    switch (tag) {
      case 'br':
      case 'hr':
        blocks.end();
        return false;
      case 'img':
        pictures++;
        leads.addPicture(element, tag, at);
        blocks.putAside('image', element.getAttribute('alt') || element.getAttribute('title') || '', element);
        return false;
      case 'a':
      case 'area':
        leads.addLink(element, at);
        if (blocks.endsLink()) blocks.end();
        return true;
      case 'form':
        addForm(element, place);
        return true;
      case 'label':
        rememberLabel(element);
        place.label = element;
        return true;
      case 'canvas':
      case 'svg':
        if (place.traits.hint.qr) leads.addPicture(element, tag, at);
        place.role = 'image';
        return true;
      case 'video':
        videos.push({ element, at, place });
        return false;
      case 'input':
        addButtonText(element, place);
        return false;
    }
    return true;
  }

  function addButtonText(element: Element, place: Place): void {
    const type = element.getAttribute('type')?.toLowerCase();
    const action = element.getAttribute('formaction');
    if (action) addAction(action);
    if (type === 'image') blocks.put('button', element.getAttribute('alt') ?? '', element);
    else if (type !== 'hidden') blocks.put('button', element.getAttribute('value') ?? '', place.element);
  }

  function enterMarked({ element, seen, tag, traits: { hint, rare } }: Place): void {
    const at = blocks.blocks.length;
    if (rare) leads.addElement(element, at);
    if (hint.copies) leads.addCopier(element, at);
    if (tag === 'div' && hint.qr && !seen.querySelector('img')) leads.addPicture(element, tag, at);
    if (hint.currentStep || (rare && seen.getAttribute('aria-current') === 'step')) step = element;
    if (rare && tag === 'button' && seen.hasAttribute('formaction')) addAction(seen.getAttribute('formaction'));
  }

  const visitor: Visitor = {
    enter(element, seen, tag, up) {
      if (SKIPPED.has(tag)) return null;
      const place = openPlace(element, seen, tag, up, blocks.said.length);
      const { traits } = place;
      if (place.box === place) blocks.end();
      // A form's fields may bear the names of what a control is asked.
      const control = tag === 'form' ? undefined : (controlOf(seen, tag, traits) ?? (isOpaqueControl(seen, tag) ? 'text' : undefined));
      if (control) {
        addControl(control, element, place);
        // an editable region with controls in it is a page, not a text box
        return control === 'editable' && seen.querySelector('input,select') ? place : null;
      }
      if (traits.rare || traits.hint !== NO_HINT) enterMarked(place);
      if (!enterSpecial(element, tag, place)) return null;
      place.marks = styles.marksOf(place);
      if (place.marks.before) blocks.add(place.marks.before, place, true);
      return place;
    },
    text: blocks.add,
    leave(place) {
      place.to = blocks.said.length;
      if (place.to > place.from) places.set(place.element, place);
      if (place.marks.after) blocks.add(place.marks.after, place, true);
      if (place.box === place) blocks.end();
    },
  };
  return { visitor, textOf, blocks, leads, found, forms, labelsFor, videos, hasPictures: () => pictures > 0 };
}
export type Collector = ReturnType<typeof createCollector>;

/** The heading that a control stands under; far ones don't count. */
function latestHeading(blocks: readonly Block[]): string {
  for (let at = blocks.length - 1; at >= 0 && at > blocks.length - 40; at--) {
    const block = blocks[at];
    if (block?.role === 'heading' && block.text.length > 1) return block.text;
  }
  return '';
}

/** Where a form sends, without query and fragment; empty for the page itself and for scripts. */
function actionOf(raw: string | null, document: Document): string {
  if (!raw || !URL.canParse(raw, document.baseURI)) return '';
  const url = new URL(raw, document.baseURI);
  return /^https?:$/.test(url.protocol) ? (url.origin + url.pathname).slice(0, 500) : '';
}
