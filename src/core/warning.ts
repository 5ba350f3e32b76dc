import { explainEvidence } from './explain.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { officialUrl } from './knowledge/official-url.ts';
import type { Provider } from './knowledge/provider.ts';
import { type Catalogue, formatMessage, joinList } from './messages.ts';
import { secretKinds } from './page/data-kind.ts';
import type { SignalId } from './signals/index.ts';
import type { Site } from './site/index.ts';
import type { Verdict } from './verdict.ts';

/** What a page's warning says: finished sentences in the reader's language. */
export interface Warning {
  level: 'caution' | 'danger';
  /** BCP 47, for `lang` and the voice. */
  language: string;
  title: string;
  /** What the page asked for. */
  asked: string;
  /** Why we doubt it, the strongest first, at most three. */
  reasons: string[];
  /** The institution invoked and its official site, the way out. */
  official?: { text: string; label: string; url: string };
  /** One next step. */
  advice: string;
  /** Whom to call first, and the number where there is one. */
  helper?: { text: string; phone: string };
  /** For weak eyes. */
  large?: boolean;
  labels: { leave: string; close: string; more: string };
}

/** Says the same as the warning's first lines, so they would only be repeated. */
const TOLD_ELSEWHERE: ReadonlySet<SignalId> = new Set<SignalId>(['asksDocuments', 'offersTerminal']);

/** Who reads the warning: in which words and size, and whom they may call. */
export interface WarningReader {
  catalogue: Catalogue;
  language: string;
  helper?: Warning['helper'] | undefined;
  large?: boolean;
}

/** Puts a verdict into words: what was asked for, why we doubt it, where the real institution is, one next step. */
export function composeWarning(
  verdict: Extract<Verdict, { asks: unknown }>,
  site: Site,
  { catalogue, language, ...reader }: WarningReader,
  knowledge: Knowledge,
): Warning {
  const say = (key: string, ...args: string[]) => formatMessage(catalogue, key, args);
  const provider = verdict.invokes === undefined ? undefined : knowledge.byId.get(verdict.invokes);
  const name = provider && displayName(provider);
  const official = provider && name ? officialWay(provider, name, say) : undefined;
  const blocked = verdict.evidence.some(({ signal }) => signal === 'blockedByPolicy');
  const secret = verdict.asks.some((kind) => secretKinds.has(kind));
  const wanted = verdict.asks.filter((kind) => verdict.level === 'caution' || kind !== 'phone').map((kind) => say(`kind_${kind}`));
  return {
    level: verdict.level,
    language,
    title: blocked
      ? say('warning_title_blocked')
      : say(verdict.level === 'caution' ? 'warning_title_caution' : secret ? 'warning_title_secret' : 'warning_title_danger'),
    asked: wanted.length === 0 ? say('warning_askedNothing') : say('warning_asked', joinList(catalogue, wanted.slice(0, 4))),
    reasons: reasonsOf(verdict, site, catalogue, knowledge),
    ...(official && { official }),
    advice: adviceOf(verdict, secret, provider, name, say),
    ...(reader.helper && { helper: reader.helper }),
    ...(reader.large && { large: true }),
    labels: { leave: say('warning_leave'), close: say('warning_close'), more: say('warning_more') },
  };
}

function reasonsOf(
  { evidence, level }: Extract<Verdict, { asks: unknown }>,
  site: Site,
  catalogue: Catalogue,
  knowledge: Knowledge,
): string[] {
  const nameOf = (id: string) => displayName(knowledge.byId.get(id)) ?? id;
  const [first, ...rest] = evidence
    .filter(({ signal }) => !TOLD_ELSEWHERE.has(signal))
    .map((piece) => explainEvidence(piece, catalogue, nameOf));
  const unlisted = formatMessage(catalogue, 'warning_unlisted', [site.unicodeHostname]);
  if (evidence.some(({ signal }) => signal === 'blockedByPolicy') && first !== undefined) return [first, ...rest].slice(0, 3);
  // A bar has room for less than an overlay.
  return (first === undefined ? [unlisted] : [first, unlisted, ...rest]).slice(0, level === 'caution' ? 2 : 3);
}

function officialWay(provider: Provider, name: string, say: (key: string, ...args: string[]) => string): Warning['official'] | undefined {
  const site = officialUrl(provider);
  return site && { text: say('warning_official', name, site.host), label: say('warning_officialOpen', name), url: site.url };
}

function adviceOf(
  verdict: Extract<Verdict, { asks: unknown }>,
  secret: boolean,
  provider: Provider | undefined,
  name: string | undefined,
  say: (key: string, ...args: string[]) => string,
): string {
  if (secret) return say('warning_advice_secret');
  if (verdict.evidence.some(({ signal }) => signal === 'replacementCall')) return say('warning_advice_machine');
  if (provider?.hotline && name) return say('warning_advice_hotline', name, provider.hotline);
  return say('warning_advice_unionpay');
}

/** The name under which people know an institution. */
export const displayName = (provider: Provider | undefined): string | undefined => provider && (provider.brands[0] ?? provider.legalName);
