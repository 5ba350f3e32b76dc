import type { Knowledge } from '../knowledge/knowledge.ts';
import { checkLicenceNumber, findLicenceNumbers, type LicenceCheck } from '../knowledge/licence-register.ts';
import { type Site, siteOf } from '../site/index.ts';
import { type Claim, findClaims } from './claims.ts';
import { addWord, bestOf, type Reason, readContext, type TradeContext } from './context.ts';
import { leadKinds, secretKinds, sensitiveKinds } from './data-kind.ts';
import { type FieldAsk, kindsOfField, pictureOf } from './field-kinds.ts';
import { brandsOf, type ReadText, readTexts } from './hits.ts';
import { findLeads, type Lead } from './leads.ts';
import { findMisdirections, type Misdirection } from './misdirection.ts';
import type { PageSnapshot } from './snapshot.ts';
import { findLabels, findNumbered, findRequests, findTextAsks, findTiles } from './text-asks.ts';
import { addLeanings, isWordedSo, oddsOf } from './wording.ts';

/** What one document says and asks for: the small, plain extract of a snapshot that verdicts are made of. */
export interface PageFacts {
  title: string;
  asks: FieldAsk[];
  /** Data asked for in words, to be sent by chat or mail. */
  textAsks: FieldAsk[];
  leads: Lead[];
  context: TradeContext;
  claims: Claim[];
  misdirections: Misdirection[];
  /** Licence numbers on the page; `named` says whether their holder is named anywhere on it. */
  licences: { number: string; check: LicenceCheck; named: boolean }[];
  /** Hosts of another registrable domain to which a form with sensitive fields sends. */
  foreignForms: string[];
  /** Whether such a form sends over plain http. */
  insecureForm: boolean;
}

/** Extracts the facts of one document, names the fields that a warning must close and the links that are not the official sites they promise. `url` is the document's own. */
export function readFacts(
  snapshot: PageSnapshot,
  { site, url }: { site: Site; url: string },
  knowledge: Knowledge,
): { facts: PageFacts; guarded: number[]; misled: number[] } {
  const texts = readTexts(snapshot, knowledge.lexicon);
  const asksByField = withCardDetails(
    snapshot.fields.map((field) => withoutInvoiceDetails(kindsOfField(field, knowledge.lexicon), field)),
    snapshot,
  );
  const guarded = asksByField.flatMap((asks, index) =>
    asks.some(({ kind }) => sensitiveKinds.has(kind) || secretKinds.has(kind)) ? [index] : [],
  );
  const { misdirections, links: misled } = findMisdirections(snapshot, texts, site, knowledge);
  const textAsks = fewOfEach(findTextAsks(texts));
  const context = readContext(texts, knowledge.wording);
  const chat = isChat(snapshot, asksByField);
  const facts: PageFacts = {
    title: snapshot.title.slice(0, 120),
    asks: fewOfEach([
      ...asksByField.flat(),
      ...findRequests(texts),
      ...(hasBlankForm(snapshot, asksByField)
        ? [...textAsks, ...findNumbered(texts)]
        : chat
          ? textAsks
          : hasOwnKeys(snapshot)
            ? findLabels(texts)
            : findTiles(texts)),
      ...(hasBlankCamera(snapshot, asksByField) ? textAsks.flatMap(asPicture) : []),
    ]),
    textAsks,
    leads: findLeads(
      chat ? { ...snapshot, leads: [...snapshot.leads, { kind: 'chat', near: chat }] } : snapshot,
      texts,
      asksByField.flat().filter(({ kind }) => leadKinds.has(kind)),
    ),
    context,
    claims: findClaims(texts, snapshot.title, knowledge, isWordedSo(context.leaning)).slice(0, 60),
    misdirections,
    licences: findLicences(texts, knowledge),
    ...readForms(snapshot, guarded, { site, url }),
  };
  return { facts, guarded, misled };
}

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
function isChat({ fields, blocks }: PageSnapshot, asksByField: readonly FieldAsk[][]): string | undefined {
  const boxes = fields.flatMap(({ control, visible }, at) => (visible && ANSWER.has(control) ? [asksByField[at]] : []));
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (boxes.length !== 1 || boxes[0]?.length !== 0 || length > CONVERSATION) return undefined;
  return blocks.find(({ text }) => /^[^\p{L}]*\p{L}{0,2}(?:发送|發送|发 送|send)$/iu.test(text))?.text;
}
const ANSWER: ReadonlySet<string> = new Set(['text', 'editable', 'textarea']);
const CONVERSATION = 1_500;

const VALIDITY = /^(?:请输入|请填写)?(?:(?:卡片?)?有效(?:期限?|日期|年月)(?:\(.{1,8}\))?|.{0,8}月 ?\/ ?年)[:：*]?$/;
const LAST_THREE =
  /^(?:请输入|请填写)?(?:卡片?|签名栏|信用卡)?(?:背面?|反面)?的?(?:签名[条栏])?[后末][三3]位(?:数字?|码)?[:：*]?$|(?:签名[条栏]|背面|反面|卡背)[^。]{0,8}[三3] ?(?:位|个数|码)/;
const SENT_BY_BANK = /(?:银行|发卡行)[^。，,]{0,12}(?:下发|发来|发了|发送|发给|刚发)[^。]{0,16}(?:码|数字|[六6] ?位)/;

/** 有效期, 后三位 and a code that the bank sends mean nothing alone, after a card number they are the card's. */
function withCardDetails(asksByField: FieldAsk[][], { fields }: PageSnapshot): FieldAsk[][] {
  const isCard = (at: number) =>
    asksByField[at]?.some(({ kind }) => kind === 'bankCard' || kind === 'cardCvv' || kind === 'cardExpiry') === true;
  const known = asksByField.some((_, at) => isCard(at));
  for (const [at, asks] of asksByField.entries()) {
    const sent = known && fields[at]?.labels.find(({ text }) => SENT_BY_BANK.test(text));
    if (sent && asks.every(({ kind }) => leadKinds.has(kind)))
      asks.splice(0, 1, { kind: 'bankSmsCode', text: sent.text.slice(0, 40), where: sent.route });
    if (asks.length > 0 || !(isCard(at - 1) || isCard(at - 2))) continue;
    for (const { text, route } of fields[at]?.labels.slice(0, 2) ?? []) {
      if (VALIDITY.test(text)) asks.push({ kind: 'cardExpiry', text, where: route });
      else if (LAST_THREE.test(text)) asks.push({ kind: 'cardCvv', text, where: route });
    }
  }
  return asksByField;
}

/** 开票资料: every company tells its number and its bank to whoever writes it an invoice. */
const withoutInvoiceDetails = (asks: FieldAsk[], { labels }: PageSnapshot['fields'][number]): FieldAsk[] =>
  labels.some(({ text }) => /税号|稅號|专票|專票|[开開]票|发票抬头|發票抬頭/.test(text))
    ? asks.filter(({ kind }) => !ON_INVOICES.has(kind))
    : asks;
const ON_INVOICES: ReadonlySet<FieldAsk['kind']> = new Set<FieldAsk['kind']>(['licenceNumber', 'licencePhoto', 'settlementAccount']);

function fewOfEach(asks: readonly FieldAsk[]): FieldAsk[] {
  const counts = new Map<string, number>();
  return asks.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= 2;
  });
}

function findLicences(texts: readonly ReadText[], { register, providers, lexicon }: Knowledge): PageFacts['licences'] {
  const numbers = new Set(texts.flatMap(({ text }) => (text.includes('z') ? findLicenceNumbers(text).map(({ number }) => number) : [])));
  return [...numbers].slice(0, 20).map((number) => {
    const check = checkLicenceNumber(number, register, providers);
    return { number, check, named: 'holder' in check && names(texts, lexicon.fold(check.holder), check.provider) };
  });
}

const names = (texts: readonly ReadText[], holder: string, provider: string | undefined) =>
  texts.some(({ text, hits }) => text.includes(holder) || (provider !== undefined && hits.some((hit) => brandsOf(hit).includes(provider))));

function readForms(
  snapshot: PageSnapshot,
  guarded: readonly number[],
  { site, url }: { site: Site; url: string },
): Pick<PageFacts, 'foreignForms' | 'insecureForm'> {
  const used = new Set(guarded.map((index) => snapshot.fields[index]?.form));
  const targets = snapshot.forms.filter((form, index) => used.has(index) && form.action !== '').map(({ action }) => action);
  const foreign = targets
    .map(siteOf)
    .flatMap((target) => (target && target.registrableDomain !== site.registrableDomain ? [target.unicodeHostname] : []));
  const insecure = guarded.length > 0 && [url, ...targets].some((target) => target.startsWith('http:'));
  return { foreignForms: [...new Set(foreign)].slice(0, 5), insecureForm: insecure };
}

/** Whether a form of the page asks for identity, account, licence or card secrets. */
export const asksForDocuments = ({ asks }: PageFacts) => asks.some(({ kind }) => sensitiveKinds.has(kind) || secretKinds.has(kind));

/** Adds up the frames of a tab; the first is the top document. */
export function mergeFacts(frames: readonly PageFacts[]): PageFacts | undefined {
  const [top, ...rest] = frames;
  if (!top) return undefined;
  return rest.reduce<PageFacts>(
    (sum, frame) => ({
      title: sum.title || frame.title,
      asks: fewOfEach([...sum.asks, ...frame.asks]),
      textAsks: fewOfEach([...sum.textAsks, ...frame.textAsks]),
      leads: [...sum.leads, ...frame.leads].slice(0, 12),
      context: mergeContexts(sum.context, frame.context),
      claims: [...sum.claims, ...frame.claims].slice(0, 80),
      misdirections: [...sum.misdirections, ...frame.misdirections].slice(0, 10),
      licences: [...sum.licences, ...frame.licences].slice(0, 20),
      foreignForms: [...new Set([...sum.foreignForms, ...frame.foreignForms])].slice(0, 5),
      insecureForm: sum.insecureForm || frame.insecureForm,
    }),
    top,
  );
}

/** What a document has said so far: a wizard's later steps are read beside its earlier ones. */
export function addToEarlier(earlier: PageFacts, now: PageFacts): PageFacts {
  const distinct = <Item>(items: readonly Item[]) => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  const { context: before } = earlier;
  const { context } = now;
  const strongest = distinct([...context.brakes, ...before.brakes]).toSorted((one, other) => other.points - one.points);
  return {
    ...now,
    asks: fewOfEach([...now.asks, ...earlier.asks]),
    textAsks: fewOfEach([...now.textAsks, ...earlier.textAsks]),
    leads: distinct([...now.leads, ...earlier.leads]).slice(0, 12),
    claims: distinct([...now.claims, ...earlier.claims]).slice(0, 60),
    misdirections: distinct([...now.misdirections, ...earlier.misdirections]).slice(0, 6),
    licences: distinct([...now.licences, ...earlier.licences]).slice(0, 20),
    foreignForms: [...new Set([...now.foreignForms, ...earlier.foreignForms])].slice(0, 5),
    insecureForm: now.insecureForm || earlier.insecureForm,
    context: {
      ...mergeContexts(context, before),
      strongCount: Math.max(context.strongCount, before.strongCount),
      length: Math.max(context.length, before.length),
      solicits: bestOf([...context.solicits, ...before.solicits.filter((reason) => !isAmong(reason, context.solicits))]),
      // What the page said in its boldest moment; most of its words are the same as before.
      leaning: oddsOf(context.leaning) >= oddsOf(before.leaning) ? context.leaning : before.leaning,
      brakes: strongest.filter(({ why }, at) => strongest.findIndex((other) => other.why === why) === at),
    },
  };
}

const isAmong = (reason: Reason, reasons: readonly Reason[]) =>
  reasons.some(({ why, text, where }) => why === reason.why && text === reason.text && where === reason.where);

function mergeContexts(one: TradeContext, other: TradeContext): TradeContext {
  const bait = { ...one.bait };
  for (const [group, words] of Object.entries(other.bait)) for (const word of words) bait[group] = addWord(bait[group], word);
  return {
    words: [...new Set([...one.words, ...other.words])].slice(0, 12),
    inStructure: one.inStructure || other.inStructure,
    isHeadline: one.isHeadline || other.isHeadline,
    strongCount: one.strongCount + other.strongCount,
    solicits: [...one.solicits, ...other.solicits].toSorted((a, b) => b.points - a.points).slice(0, 40),
    brakes: [...one.brakes, ...other.brakes],
    bait,
    leaning: addLeanings(one.leaning, other.leaning),
    length: one.length + other.length,
  };
}
