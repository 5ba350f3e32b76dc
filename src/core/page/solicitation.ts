import type { Reason } from './context.ts';
import { leadKinds, secretKinds, sensitiveKinds } from './data-kind.ts';
import type { PageFacts } from './facts.ts';
import { isWordedSo, oddsOf } from './wording.ts';

/** Whether a page invites people to get a terminal or a merchant account, with the reasons and what spoke against. */
export interface Solicitation {
  solicits: boolean;
  score: number;
  reasons: Reason[];
}

/** A page that asks for documents is judged by what its own parts say; one that asks for nothing must invite much more clearly. */
const ENOUGH = { documents: 3.5, contact: 4, nothing: 6.5 } as const;

/** Characters of a page that is a single thought. */
const SHORT = 300;

/** Kinds of page that speak about the trade; a page with a button of its own to get a terminal, or with an institution's name over its door, is not one of them, whatever it quotes. */
const TALK = new Set(['news', 'warningAdvice', 'reference', 'hardware', 'stock', 'forum', 'complaint']);

/** Weighs the reasons for an invitation against the signs that the page is about something else. `imitated` is whom the host imitates. */
export function readSolicitation(page: PageFacts, imitated?: string): Solicitation {
  const { context } = page;
  const documents = new Set(page.asks.filter(({ kind }) => sensitiveKinds.has(kind) || secretKinds.has(kind)).map(({ kind }) => kind));
  const contactFields = page.asks.some(({ kind }) => leadKinds.has(kind));
  const reasons = [...context.solicits, ...furtherReasons(page, documents.size, contactFields, imitated)];
  // Where a host imitates an institution, several documents asked for leave little doubt what the account is.
  const worded = isWordedSo(context.leaning);
  const present =
    (worded && !isHeadedOtherwise(page) && (documents.size > 0 || page.leads.length > 0 || contactFields)) ||
    (imitated !== undefined && documents.size >= 2) ||
    ((page.leads.length > 0 || contactFields) && speaksInBait(context)) ||
    (context.words.length > 0 &&
      (context.inStructure ||
        densityOf(context) >= 2 ||
        context.solicits.some(({ why }) => why === 'advert') ||
        imitated !== undefined ||
        page.asks.some(isNeverTold) ||
        speaksAsInstitution(page, documents.size)));
  const itself = speaksForItself(page, reasons, documents.size);
  const recruits = (context.bait.agency?.length ?? 0) >= 3;
  const brakes = context.brakes.reduce(
    (sum, { why, points }) =>
      sum + (itself && TALK.has(why) ? points * (documents.size > 0 ? 0 : 0.2) : why === 'jobs' && recruits ? 0 : points),
    0,
  );
  const score =
    reasons.reduce((sum, { points }) => sum + points, 0) - brakes - (context.inStructure || worded ? 0 : 1.5) - wordedOtherwise(context);
  const enough =
    documents.size > 0
      ? ENOUGH.documents
      : page.leads.length > 0 || contactFields || context.solicits.some(({ why }) => why === 'buy') || speaksAsInstitution(page, 0)
        ? ENOUGH.contact
        : ENOUGH.nothing;
  // A form and a word are no invitation: something must offer, demand or imitate.
  const invites =
    reasons.some(({ why }) => !NO_INVITATION.has(why)) ||
    page.claims.some(({ how }) => how !== 'said') ||
    (context.isHeadline && page.asks.some(({ kind }) => secretKinds.has(kind)));
  return { solicits: present && invites && score >= enough, score, reasons };
}

/** What stands on pages that offer nothing too. */
const NO_INVITATION: ReadonlySet<string> = new Set(['signupForm', 'contactForm', 'buy']);

/** Odds from which a page's wording adds to the reasons. */
const LEANS = 0.5;
const MOST_OF_WORDING = 7;
/** Odds from which a page's wording leaves little doubt. */
const TOLD_WELL = 2.5;
/** Runs too few to say how a page is worded. */
const TOLD_LITTLE = 60;

/** How the page is worded, as pages that solicit are: what no list of words has; the more, the more the page says. */
function wordingOf({ leaning }: PageFacts['context']): Reason[] {
  const over = oddsOf(leaning) - LEANS;
  if (over <= 0 || !leaning.telling) return [];
  return [{ why: 'wording', ...leaning.telling, points: Math.min(MOST_OF_WORDING, leaning.count / 7, 2.5 * over) }];
}

/** Whether a page that never names the trade nor anybody in it has another trade's name over its door, which only wording beyond doubt outweighs. */
const isHeadedOtherwise = ({ claims, context: { words, brakes, leaning } }: PageFacts) =>
  words.length === 0 &&
  claims.length === 0 &&
  oddsOf(leaning) < BEYOND_DOUBT &&
  brakes.some(({ why, where }) => why === 'otherTrade' && where === 'title');
const BEYOND_DOUBT = 4;

/** How much a page is worded like one that offers nothing; never much, as sellers too write what reads like advice. */
const wordedOtherwise = ({ leaning }: PageFacts['context']) => Math.min(4, Math.max(0, 1.5 * (-oddsOf(leaning) - 1.5)));

/** What only a bank's own machine or message asks for, with which a word of the trade is enough; 支付密码, 动态口令 and 查询密码 are other trades' too. */
const isNeverTold = ({ kind, text }: PageFacts['asks'][number]) =>
  (kind === 'cardPin' || kind === 'bankSmsCode') && /取款|提款|取现|银行/.test(text);

/** Strong words of the trade in a thousand characters; a few lines are not taken for less than 600. */
const densityOf = ({ strongCount, length }: PageFacts['context']) => (1000 * strongCount) / Math.max(600, length);

/** 自选商户、养卡、免押、秒到: who lures in so many ways speaks of terminals without naming them. */
function speaksInBait({ bait }: PageFacts['context']): boolean {
  const groups = Object.keys(bait).length;
  const words = Object.values(bait).flat().length;
  const own = Object.entries(bait).filter(([group]) => OWN_BAIT.has(group));
  if (own.length < 2 && !own.some(([, found]) => found.length >= 3)) return false;
  return (groups >= 3 && words >= 4) || (groups >= 2 && words >= 6);
}

/** Promises that only cards and their terminals make sense of; free machines and commissions are other trades' too. */
const OWN_BAIT = new Set(['codeSwitching', 'manyMerchants', 'personalPos', 'secondClearing']);

/** Whether the page wants the signup itself: a button of its own to get a terminal, wares in its title, an institution's name over its door. */
function speaksForItself({ claims, context }: PageFacts, reasons: readonly Reason[], documents: number): boolean {
  const ownButton = reasons.some(
    ({ why, where }) => where === 'button' && why !== 'buy' && (why !== 'call' || (documents > 0 && context.inStructure)),
  );
  const ownWares = reasons.some(({ why, where }) => why === 'act:offer' && where === 'title');
  return ownButton || ownWares || speaksAsInstitution({ claims }, documents);
}

/** A few lines that are about nothing but terminals and getting one: a chat, a card. */
const isShortOffer = ({ length, isHeadline, solicits }: PageFacts['context']) =>
  length <= SHORT && isHeadline && solicits.some(({ why }) => why === 'offers' || why === 'act:apply');

const speaksAsInstitution = ({ claims }: Pick<PageFacts, 'claims'>, documents: number) =>
  claims.some(
    ({ how, where }) =>
      (how === 'official' && (where === 'title' || (where === 'heading' && documents > 0))) ||
      ((how === 'said' || how === 'official') && documents >= 2),
  );

/** What the page as a whole adds to the reasons in its texts. */
function furtherReasons(page: PageFacts, documents: number, contactFields: boolean, imitated: string | undefined): Reason[] {
  const { context, claims, misdirections, asks } = page;
  const reasons: Reason[] = [...wordingOf(context)];
  const add = (why: string, points: number, text: string) => reasons.push({ why, text, where: 'text', points });
  if (misdirections[0]) add('misdirected', 4, misdirections[0].text);
  // 长按识别，加小叶（免押金）: a contact that lures.
  const lure = page.leads.find(
    ({ kind, text }) => kind !== 'call' && Object.values(context.bait).some((found) => found.some((bait) => text.includes(bait.text))),
  );
  if (lure && (context.isHeadline || speaksInBait(context))) add('lure', 2.5, lure.text);
  const baits = Object.values(context.bait).map((found) => found.map(({ text }) => text));
  const recruits = context.bait.agency ?? [];
  if (
    (documents > 0 && recruits.length >= 2 && context.strongCount >= 3 && densityOf(context) >= 3) ||
    (contactFields && recruits.length >= 3 && context.strongCount >= 2)
  )
    add('recruits', 2, recruits.map(({ text }) => text).join('、'));
  const crowded = baits.find((words) => words.length >= 3);
  if (baits.length === 1 && crowded) add('bait', 1, crowded.slice(0, 4).join('、'));
  // A journal quotes the promises that a seller makes.
  const weight = isWordedSo(context.leaning) || context.leaning.count < TOLD_LITTLE ? 1 : 0.5;
  if (baits.length >= 2)
    add('bait', weight * Math.min(4, baits.length - 1 + (speaksInBait(context) ? 2 : 0)), baits.flat().slice(0, 4).join('、'));
  const official = claims.find(({ how }) => how === 'official');
  if (context.words.length > 0 && official)
    add('claim', official.where === 'title' ? 4.5 : official.where === 'heading' ? 3.5 : 2, official.text);
  const offers = context.solicits.some(({ why }) => why === 'offers');
  // What is worded so much like an offer and wants so much needs no word of the trade over its form.
  const isTold = documents >= 2 && oddsOf(context.leaning) >= TOLD_WELL;
  const isDense = documents >= 2 && context.strongCount >= (documents >= 3 && offers ? 2 : 3) && densityOf(context) >= 3;
  if ((context.inStructure || isDense || isTold || (context.words.length > 0 && speaksAsInstitution(page, documents))) && documents > 0)
    add(
      'signupForm',
      documents >= 4 ? 4 : documents >= 2 ? 3.5 : 2,
      asks
        .map(({ text }) => text)
        .slice(0, 4)
        .join('、'),
    );
  if (context.inStructure && contactFields)
    add(
      'contactForm',
      context.solicits.some(({ why, where }) => where === 'button' && why !== 'call') || isShortOffer(context) ? 2.5 : 1.5,
      asks
        .map(({ text }) => text)
        .slice(0, 4)
        .join('、'),
    );
  const order = context.solicits.find(({ why }) => why === 'buy');
  if (order && context.isHeadline) add('shop', 3, order.text);
  // No terminal needs a card's secrets: beside words of getting or keeping one they speak for themselves.
  const secret = asks.find(({ kind }) => kind === 'cardPin' || kind === 'cardCvv' || kind === 'bankSmsCode' || kind === 'bankLogin');
  const renewal = context.solicits.some(
    ({ why }) => why === 'offers' || why === 'act:replace' || why === 'act:verify' || why === 'act:refund',
  );
  if (
    secret &&
    context.words.length > 0 &&
    (renewal ||
      asks.some(isNeverTold) ||
      speaksAsInstitution(page, documents) ||
      (secret.text.includes('查询') && context.strongCount >= 3 && densityOf(context) >= 3))
  )
    add('secretForm', 4.5, secret.text);
  if (imitated !== undefined && documents > 0) add('host', documents >= 2 ? 6 : 3, imitated);
  return reasons;
}
