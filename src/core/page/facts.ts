import type { Knowledge } from '../knowledge/knowledge.ts';
import { checkLicenceNumber, findLicenceNumbers, type LicenceCheck } from '../knowledge/licence-register.ts';
import { type Site, siteOf } from '../site/index.ts';
import { type Claim, findClaims } from './claims.ts';
import { addWord, bestOf, type Reason, readContext, type TradeContext } from './context.ts';
import { leadKinds, secretKinds, sensitiveKinds } from './data-kind.ts';
import { type FieldAsk, kindsOfField } from './field-kinds.ts';
import { withCardDetails, withoutInvoiceDetails } from './field-neighbours.ts';
import { brandsOf, type ReadText, readTexts } from './hits.ts';
import { findLeads, type Lead } from './leads.ts';
import { findMisdirections, type Misdirection } from './misdirection.ts';
import type { PageSnapshot } from './snapshot.ts';
import { findRequests, findTextAsks } from './text-asks.ts';
import { asksBesideFields, isChat } from './unlabelled.ts';
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
    knowledge.lexicon,
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
      ...asksBesideFields(snapshot, texts, asksByField, textAsks, chat !== undefined),
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
