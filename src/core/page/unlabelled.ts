import type { DataKind } from './data-kind.ts';
import { type FieldAsk, pictureOf } from './field-kinds.ts';
import type { ReadText } from './hits.ts';
import { kindsByShape, secretsByShape } from './shape-words.ts';
import type { PageSnapshot } from './snapshot.ts';
import { findLabels, findNumbered, findTiles } from './text-asks.ts';

/** What a page asks for where its fields say nothing, or where it has none: in the words around them, on tiles, over keys of its own. */
export function asksBesideFields(
  snapshot: PageSnapshot,
  texts: readonly ReadText[],
  asksByField: readonly FieldAsk[][],
  textAsks: readonly FieldAsk[],
  inChat: boolean,
): FieldAsk[] {
  const pictures = hasBlankCamera(snapshot, asksByField) ? textAsks.flatMap(asPicture) : [];
  if (hasBlankForm(snapshot, asksByField)) return [...textAsks, ...findNumbered(texts), ...pictures];
  if (inChat) return [...textAsks, ...describedIn(texts, textAsks), ...pictures];
  return [...(hasOwnKeys(snapshot) ? findLabels(texts) : findTiles(texts)), ...pictures];
}

/** 正面那一大串数也发来: what messages describe and want typed; a card's secrets once a card is among it. */
function describedIn(texts: readonly ReadText[], known: readonly FieldAsk[]): FieldAsk[] {
  const messages = texts.filter(({ place, text }) => place !== 'hidden' && text.length <= MESSAGE && /[发打报念填输]/.test(text));
  const asksIn = (read: (text: string) => DataKind[]) =>
    messages.flatMap(({ text }) => read(text).map((kind): FieldAsk => ({ kind, text: text.slice(0, 40), where: 'text' })));
  const asks = asksIn(kindsByShape);
  return [...known, ...asks].some(({ kind }) => kind === 'bankCard') ? [...asks, ...asksIn(secretsByShape)] : asks;
}
const MESSAGE = 160;

/** A form whose labels are painted, or drawn elsewhere: what it wants, only the text around it says. */
const hasBlankForm = ({ fields }: PageSnapshot, asksByField: readonly FieldAsk[][]) =>
  fields.filter(
    ({ control, labels, visible }, at) =>
      visible && (control === 'text' || control === 'tel') && asksByField[at]?.length === 0 && labels.every(saysNothing),
  ).length >= 3;
const saysNothing = ({ route, text }: PageSnapshot['fields'][number]['labels'][number]) =>
  route === 'step' || route === 'near' || route === 'legend' || (route === 'sibling' && text.length > 40) || GENERIC.test(text);
const GENERIC = /^(?:请|必填|点击)?(?:输入|填写|选择|必填)?[.…*]*$/;

/** A camera that says nothing: what it wants stands in the words around it. A box for files may be for anything. */
const hasBlankCamera = ({ fields }: PageSnapshot, asksByField: readonly FieldAsk[][]) =>
  fields.some(({ control }, at) => control === 'camera' && asksByField[at]?.length === 0);
const asPicture = (ask: FieldAsk): FieldAsk[] => {
  const kind = pictureOf(ask.kind);
  return kind ? [{ ...ask, kind }] : [];
};

/** A page that draws its own keys to type on has no fields: what its boxes want stands over them. */
const hasOwnKeys = ({ blocks, fields }: PageSnapshot) => fields.length < 3 && KEYS.test(`\n${blocks.map(({ text }) => text).join('\n')}`);
/** From the beginning of a box, or after its name, to the nought; page numbers go on with 10. */
const KEYS = /(?:\n|键盘[:：]?\s?)1\s?2\s?3\s?4\s?5\s?6\s?7\s?8\s?9\s?[^\d\s]{0,3}\s?0/;

/** The word that sends, where the page is a conversation: one box to answer in, few words, and whatever the messages ask for is typed there. */
export function isChat({ fields, blocks }: PageSnapshot, asksByField: readonly FieldAsk[][]): string | undefined {
  const boxes = fields.flatMap(({ control, visible }, at) => (visible && ANSWER.has(control) ? [asksByField[at]] : []));
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (boxes.length !== 1 || boxes[0]?.length !== 0 || length > CONVERSATION) return undefined;
  const said = fields
    .flatMap(({ control, labels, visible }) => (visible && ANSWER.has(control) ? labels : []))
    .find(({ text }) => ANSWER_HERE.test(text));
  if (said) return said.text;
  return blocks.find(({ text }) => /^[^\p{L}]*\p{L}{0,2}(?:发送|發送|发 送|发过去|发出去|send)(?:图片|照片|文件)?$/iu.test(text))?.text;
}
/** Not 说点什么 or 输入回复: a reader's comment goes there. */
const ANSWER_HERE = /^(?:请?在这里|在此)?(?:打字|说话|回话|输入(?:您的)?消息|发(?:条)?消息)[.…]*$/;
const ANSWER: ReadonlySet<string> = new Set(['text', 'editable', 'textarea']);
const CONVERSATION = 1_500;
