import * as z from 'zod/mini';
import { snapshotLimits } from './limits.ts';

export { snapshotLimits };

const short = (length: number) => z.string().check(z.maxLength(length));
const label = short(snapshotLimits.label);

/** How a control takes data. */
export const controls = [
  'text',
  'password',
  'tel',
  'number',
  'email',
  'date',
  'file',
  'select',
  'choice',
  'textarea',
  'editable',
  'drop',
  'camera',
] as const;

/** By which route a label was found, the most certain first; `near` is distance on screen, `step` a step's or section's title. */
export const labelRoutes = [
  'aria',
  'for',
  'wrap',
  'placeholder',
  'cell',
  'sibling',
  'legend',
  'title',
  'image',
  'pseudo',
  'near',
  'step',
] as const;

/** One way for the page to take data from the visitor. Never carries what was typed. */
const fieldSchema = z.strictObject({
  control: z.enum(controls),
  /** The attributes that say what is wanted, as written, only those that are present. */
  name: z.optional(label),
  id: z.optional(label),
  autocomplete: z.optional(label),
  pattern: z.optional(label),
  /** Of adjacent boxes read as one field, all together. */
  maxLength: z.optional(z.int()),
  labels: z.array(z.strictObject({ route: z.enum(labelRoutes), text: label })).check(z.maxLength(snapshotLimits.labels)),
  /** Index into `forms`, absent outside of a form. */
  form: z.optional(z.int()),
  visible: z.boolean(),
  /** What was typed into it has this shape by its check digit; the value itself stays in the page. */
  typed: z.optional(z.enum(['idNumber', 'bankCard', 'licenceNumber'])),
});

/** What part a piece of text plays on the page. `hidden` is text that is in the document and not shown. */
export const blockRoles = ['heading', 'nav', 'button', 'link', 'label', 'text', 'footer', 'image', 'pseudo', 'hidden'] as const;

/** What one document of a tab shows and asks for: plain data, bounded, without typed values. */
export const snapshotSchema = z.strictObject({
  title: short(400),
  description: short(600),
  /** Texts in reading order, one for each block-level box, inline elements joined. */
  blocks: z
    .array(z.strictObject({ role: z.enum(blockRoles), text: short(snapshotLimits.blockLength) }))
    .check(z.maxLength(snapshotLimits.blocks)),
  fields: z.array(fieldSchema).check(z.maxLength(snapshotLimits.fields)),
  /** Where forms send: absolute URL without query and fragment, '' for the page itself. */
  forms: z.array(z.strictObject({ action: short(500) })).check(z.maxLength(snapshotLimits.forms)),
  /** Links that leave the host; `near` is the text around them. Without query and fragment. */
  links: z.array(z.strictObject({ text: label, href: short(500), near: label })).check(z.maxLength(snapshotLimits.links)),
  /** Pictures that speak: `alt`, title or file name, and whether the shape and place suggest a QR code or a logo. */
  images: z
    .array(z.strictObject({ text: label, kind: z.enum(['qr', 'logo', 'other']), near: label }))
    .check(z.maxLength(snapshotLimits.images)),
  /** Ways to get in touch that need no form: copy-to-clipboard widgets, tel:, sms: and weixin: links. */
  leads: z
    .array(z.strictObject({ kind: z.enum(['copy', 'tel', 'sms', 'weixin', 'qq', 'chat']), near: label }))
    .check(z.maxLength(snapshotLimits.leads)),
});
export type PageSnapshot = z.infer<typeof snapshotSchema>;
export type FieldSnapshot = z.infer<typeof fieldSchema>;
export type TextBlock = PageSnapshot['blocks'][number];
