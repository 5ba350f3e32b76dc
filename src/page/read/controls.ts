import type { FieldSnapshot } from '../../core/page/snapshot.ts';
import { nameOf } from './hint.ts';
import { styleOf } from './shown.ts';
import type { Traits } from './traits.ts';
import { asked } from './unclobbered.ts';

export type Control = FieldSnapshot['control'];

/** Everything that takes data by itself, for native searches. */
export const CONTROLS =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=combobox],[role=searchbox]';

const OF_TYPE: Record<string, Control> = {
  password: 'password',
  tel: 'tel',
  number: 'number',
  email: 'email',
  file: 'file',
  radio: 'choice',
  checkbox: 'choice',
};
const NO_CONTROL = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'range', 'color']);

const UPLOAD_HINT = /drop-?(?:zone|area)|drag|upload|shangchuan|filepond|uppy/i;
const UPLOAD_WORD =
  /上[传傳]|[像徽正反背]面|手持|拖|拍[照摄攝]|[点點]我拍|相[机機]|选择[文照图]|upload|(?:drop|take) .{0,5}(?:file|photo|image)/i;
const CAMERA_WORD = /[脸臉]|拍[照摄攝]|[摄攝]像|[识識][别別]|自拍|face|camera|selfie|photo/i;

/** What kind of control an element is by its tag and attributes. */
export function controlOf(element: Element, tag: string, { rare, role }: Traits): Control | undefined {
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    if (NO_CONTROL.has(type)) return undefined;
    if (type === 'file' && element.hasAttribute('capture')) return 'camera';
    if (/^(?:date|month|week|time)/.test(type)) return 'date';
    return Object.hasOwn(OF_TYPE, type) ? OF_TYPE[type] : 'text';
  }
  if (tag === 'textarea' || tag === 'select') return tag;
  const editable = rare ? element.getAttribute('contenteditable') : null;
  if (editable !== null && editable !== 'false' && tag !== 'body' && tag !== 'html') return 'editable';
  if (role === 'textbox' || role === 'searchbox') return 'editable';
  return role === 'combobox' ? 'select' : undefined;
}

/** An element that offers to take a file by its look and words alone; its file input is made by script when it is clicked. */
export function isUploadTile(one: Element, text: string): boolean {
  const element = asked(one);
  if (text.length > 60 || !UPLOAD_WORD.test(text)) return false;
  return UPLOAD_HINT.test(nameOf(element)) || isClickable(element, one);
}

/** A cheap sign that `isUploadTile` is worth asking. */
export const speaksOfUpload = (text: string) => UPLOAD_WORD.test(text);

/** A live picture of the visitor rather than a film to watch. */
export function isCameraView(element: Element, wordsNear: string): boolean {
  return (
    !element.hasAttribute('src') && !element.hasAttribute('controls') && !element.querySelector('source') && CAMERA_WORD.test(wordsNear)
  );
}

/** A custom element that looks like a control and hides how it works. */
export function isOpaqueControl(element: Element, tag: string): boolean {
  if (!tag.includes('-') || element.firstElementChild) return false;
  return (
    /input|field|textbox|upload|picker/.test(tag) &&
    ['label', 'placeholder', 'name', 'aria-label'].some((attribute) => element.hasAttribute(attribute))
  );
}

function isClickable(element: Element, one: Element): boolean {
  const tag = element.localName;
  if (tag === 'button' || element.getAttribute('role') === 'button' || ['onclick', 'ondrop'].some((name) => element.hasAttribute(name)))
    return true;
  if (tag === 'a') return !/^(?!#|javascript:)./i.test(element.getAttribute('href') ?? '');
  return element.hasAttribute('tabindex') || styleOf(one)?.cursor === 'pointer';
}
