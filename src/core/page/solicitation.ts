import type { Reason } from './context.ts';
import { leadKinds, secretKinds, sensitiveKinds } from './data-kind.ts';
import type { PageFacts } from './facts.ts';

/** Whether a page invites people to get a terminal or a merchant account, with the reasons and what spoke against. */
export interface Solicitation {
  solicits: boolean;
  score: number;
  reasons: Reason[];
}

/** A page that asks for documents is judged by what its own parts say; one that asks for nothing must invite much more clearly. */
const ENOUGH = { documents: 4, contact: 5.5, nothing: 7 } as const;
/** Kinds of page whose words weigh against an invitation even where documents are asked for: another trade's form. */
const FORM_BRAKES = new Set(['otherTrade', 'jobs', 'linguistics', 'software', 'pointOfSale']);

/** Weighs the reasons for an invitation against the signs that the page is about something else. */
export function readSolicitation(page: PageFacts): Solicitation {
  const { context } = page;
  const asksDocuments = page.asks.some(({ kind }) => sensitiveKinds.has(kind) || secretKinds.has(kind));
  const contacts = page.leads.length > 0 || page.asks.some(({ kind }) => leadKinds.has(kind));
  const reasons = [...context.solicits];
  const add = (why: string, points: number, text = why) => reasons.push({ why, text, where: 'text', points });

  if (page.misdirections.length > 0) add('misdirected', 4, page.misdirections[0]?.text);
  const baits = Object.keys(context.bait).length;
  if (baits >= 2) add('bait', Math.min(4, baits - 1), Object.values(context.bait).flat().slice(0, 4).join('、'));
  if (context.words.length > 0 && page.claims.some(({ how }) => how === 'official')) add('claim', 2.5, page.claims[0]?.text);
  if (context.words.length > 0 && asksDocuments && new Set(page.asks.map(({ kind }) => kind)).size >= 3)
    add(
      'signupForm',
      2.5,
      page.asks
        .map(({ text }) => text)
        .slice(0, 4)
        .join('、'),
    );

  const density = (1000 * context.strongCount) / Math.max(600, context.length);
  const present = context.words.length > 0 && (context.inStructure || density >= 2);
  const brakes = context.brakes.filter(({ why }) => !asksDocuments || FORM_BRAKES.has(why)).reduce((sum, { points }) => sum + points, 0);
  const score = reasons.reduce((sum, { points }) => sum + points, 0) - brakes - (context.inStructure ? 0 : 1.5);
  const enough = asksDocuments ? ENOUGH.documents : contacts ? ENOUGH.contact : ENOUGH.nothing;
  return { solicits: present && score >= enough, score, reasons };
}
