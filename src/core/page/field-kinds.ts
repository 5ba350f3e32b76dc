import { type DataKind, dataKinds } from './data-kind.ts';
import type { Lexicon } from './lexicon.ts';
import { kindsByShape } from './shape-words.ts';
import type { FieldSnapshot } from './snapshot.ts';

/** What one control asks for, and the words or attribute that say so. */
export interface FieldAsk {
  kind: DataKind;
  text: string;
  where: string;
}

type Label = FieldSnapshot['labels'][number];

/** Labels that a visitor reads as the control's own; the others only count where these say nothing. */
const OWN_ROUTES: ReadonlySet<Label['route']> = new Set(['aria', 'for', 'wrap', 'placeholder', 'cell', 'sibling', 'pseudo', 'image']);

const PICTURE_OF: Partial<Record<DataKind, DataKind>> = {
  idNumber: 'idPhotoFront',
  bankCard: 'cardPhoto',
  settlementAccount: 'cardPhoto',
  licenceNumber: 'licencePhoto',
};
const NUMBER_OF: Partial<Record<DataKind, DataKind>> = { idPhotoFront: 'idNumber', cardPhoto: 'bankCard', licencePhoto: 'licenceNumber' };
const PICTURES: ReadonlySet<DataKind> = new Set<DataKind>([
  'idPhotoFront',
  'idPhotoBack',
  'idPhotoHeld',
  'face',
  'licencePhoto',
  'cardPhoto',
  'shopPhoto',
]);

/** What a camera or a box for files takes where the words say this; nothing for what no picture shows. */
export function pictureOf(kind: DataKind): DataKind | undefined {
  const picture = PICTURE_OF[kind] ?? kind;
  return PICTURES.has(picture) ? picture : undefined;
}

/** 请勿填写身份证号、银行卡号; 无需营业执照; do not enter your card number. */
const NOT_WANTED =
  /(?:勿|不要|不得|不必|不用|无需|无须|不需要?|禁止|切忌)[^。;；!！?？,，]{0,12}$|(?:do not|don't|never|no need)[^.,;!?]{0,13}$/;

const LABEL_LENGTH: Record<Label['route'], number> = {
  aria: 60,
  for: 60,
  wrap: 60,
  placeholder: 60,
  cell: 24,
  sibling: 20,
  legend: 40,
  title: 60,
  image: 60,
  pseudo: 40,
  near: 30,
  step: 30,
};

const HAN = /[\u3400-\u9fff]/;

/** What a control asks for by its labels, and by its attributes where the labels say nothing. */
export function kindsOfField(field: FieldSnapshot, lexicon: Lexicon): FieldAsk[] {
  if (field.control === 'choice' || field.control === 'date') return [];
  const own = field.labels.filter(({ route }) => OWN_ROUTES.has(route));
  const borrowed = field.labels.filter(({ route }) => !OWN_ROUTES.has(route));
  const asks = asksOfLabels(own, lexicon);
  if (asks.length === 0) asks.push(...asksOfAttributes(field, lexicon));
  if (asks.length === 0) asks.push(...asksByShape(own, lexicon));
  if (asks.length === 0) asks.push(...asksOfLabels(borrowed.slice(0, 2), lexicon));
  const fitting = asks.map((ask) => fitControl(ask, field)).filter((ask) => ask !== undefined);
  // A field is what is typed into it, whatever it is called.
  return unique(
    field.typed ? [{ kind: field.typed, text: field.labels[0]?.text ?? field.name ?? '', where: 'typed' }, ...fitting] : fitting,
  );
}

function asksByShape(labels: readonly Label[], lexicon: Lexicon): FieldAsk[] {
  for (const { route, text } of labels) {
    const kinds = text.length > LONGEST_SHAPE ? [] : kindsByShape(lexicon.fold(text));
    if (kinds.length > 0) return kinds.map((kind) => ({ kind, text, where: route }));
  }
  return [];
}
const LONGEST_SHAPE = 50;

/** The kinds that a label's words name; a longer word hides the shorter ones in it, and 会员卡号 hides 卡号. */
export function kindsOfText(text: string, lexicon: Lexicon): { kind: DataKind; word: string }[] {
  const folded = lexicon.fold(text);
  const kinds: { kind: DataKind; word: string }[] = [];
  let covered = 0;
  for (const { word, start, end } of lexicon.index.find(folded)) {
    if (start < covered) continue;
    const entry = lexicon.entries[word];
    if (!entry) continue;
    const excepted = [...entry.tags].some((tag) => tag.startsWith('except:'));
    const named = dataKinds.filter((kind) => entry.tags.has(`kind:${kind}`));
    if (!excepted && named.length === 0) continue;
    covered = end;
    if (!excepted && NOT_WANTED.test(folded.slice(Math.max(0, start - 14), start))) continue;
    if (!excepted) kinds.push(...named.map((kind) => ({ kind, word: folded.slice(start, end) })));
  }
  return kinds;
}

/** A paragraph beside a control is not its label, unless it begins by asking: 请输入该卡6位取款密码,校验通过后恢复限额. */
function requestIn(text: string, length: number): string | undefined {
  const [clause = ''] = text.split(/[,，。;；:：!！]/, 1);
  return clause.length <= length && /^(?:请|請|输入|輸入|填写|填寫|上传|上傳|拍[摄攝照]|提供)/.test(clause) ? clause : undefined;
}

function asksOfLabels(labels: readonly Label[], lexicon: Lexicon): FieldAsk[] {
  for (const { route, text } of labels) {
    // Latin words take more letters to say the same.
    const most = HAN.test(text) ? LABEL_LENGTH[route] : LABEL_LENGTH[route] * 2;
    const words = text.length > most ? requestIn(text, most) : text;
    if (words === undefined) continue;
    const kinds = kindsOfText(words, lexicon);
    if (kinds.length > 0) return kinds.map(({ kind, word }) => ({ kind, text: word, where: route }));
  }
  return [];
}

function asksOfAttributes({ name, id, autocomplete, maxLength, pattern }: FieldSnapshot, lexicon: Lexicon): FieldAsk[] {
  if (autocomplete) {
    const kind = kindOfAutocomplete(autocomplete);
    if (kind) return [{ kind, text: autocomplete, where: 'autocomplete' }];
  }
  for (const [where, value] of [
    ['name', name],
    ['id', id],
  ] as const) {
    const kind = value === undefined ? undefined : kindOfAttribute(value, lexicon);
    if (kind && value) return [{ kind, text: value, where }];
  }
  // The exact length and the closing X are an ID number's own; a credit code has other letters too.
  if (maxLength === 18 && pattern && /[xX]/.test(pattern) && /17|\{15\}/.test(pattern))
    return [{ kind: 'idNumber', text: pattern, where: 'pattern' }];
  return [];
}

function kindOfAutocomplete(value: string): DataKind | undefined {
  const token = value.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (token === 'cc-number') return 'bankCard';
  if (token === 'cc-csc') return 'cardCvv';
  if (token.startsWith('cc-exp')) return 'cardExpiry';
  if (token.startsWith('tel')) return 'phone';
  return undefined;
}

function kindOfAttribute(value: string, { attributes }: Lexicon): DataKind | undefined {
  const tokens = value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const whole = tokens.join('');
  const exact = attributes.get(whole) ?? tokens.map((token) => attributes.get(token)).find(Boolean);
  if (exact) return exact;
  for (let at = 0; at + 1 < tokens.length; at++) {
    const pair = attributes.get(`${tokens[at]}${tokens[at + 1]}`);
    if (pair) return pair;
  }
  for (const [name, kind] of attributes) if (name.length >= 6 && whole.includes(name)) return kind;
  return undefined;
}

/** A file control takes pictures and a text box takes numbers, whatever the words say. */
function fitControl(ask: FieldAsk, { control, maxLength }: FieldSnapshot): FieldAsk | undefined {
  const takesPicture = control === 'file' || control === 'drop' || control === 'camera';
  if (takesPicture) {
    const kind = pictureOf(ask.kind);
    return kind && { ...ask, kind };
  }
  if (control === 'password' && ask.kind === 'bankCard') return { ...ask, kind: 'cardPin' };
  const kind = NUMBER_OF[ask.kind] ?? ask.kind;
  if (PICTURES.has(kind) && kind !== 'face') return undefined;
  // Four to six characters are no card number.
  if (kind === 'bankCard' && maxLength !== undefined && maxLength > 0 && maxLength < 12) return undefined;
  return { ...ask, kind };
}

function unique(asks: readonly FieldAsk[]): FieldAsk[] {
  return asks.filter(({ kind }, at) => asks.findIndex((other) => other.kind === kind) === at);
}
