import type { Finding } from './finding.ts';
import { type Hit, isVerbatim } from './hits.ts';
import type { HostIndex } from './host-index.ts';
import type { Switch, Technique } from './host-index-data.ts';
import { judgeStrong, judgeWeak } from './judge-beside.ts';
import { isBoundary, type Reading } from './reading.ts';
import { holdsWord, type Parts, takeApart } from './vocabulary.ts';

/** A hit in its surroundings. */
export interface Surroundings {
  hit: Hit;
  reading: Reading;
  index: HostIndex;
  text: string;
  /** What stands before and after it in its label. */
  left: string;
  right: string;
  /** The same taken apart, where it consists of known words only. */
  parts: Parts | undefined;
  /** Whether a word of the terminal trade is among it. */
  besidePos: boolean;
  /** Whether the hit begins and ends at a hyphen, a dot or an end. */
  whole: boolean;
  manyDomains: boolean;
  bystander: boolean;
  acquirer: boolean;
}

export type Judgement = { level: 1 | 2 | 3; technique: Technique; by?: Switch } | undefined;

/** What a brand string in this place, written this way, means. */
export function judgeHit(hit: Hit, reading: Reading, index: HostIndex): Finding | undefined {
  const around = surround(hit, reading, index);
  const judgement = judgeEmbedding(around) ?? (isVerbatim(hit) ? (judgeSplit(around) ?? judgeVerbatim(around)) : judgeLookalike(around));
  const { start, end, entry } = hit;
  if (!judgement || (judgement.by && entry.off?.includes(judgement.by))) return undefined;
  return { ...judgement, provider: entry.provider, official: entry.text, start, end, extra: joinExtra(around.left, around.right) };
}

function surround(hit: Hit, reading: Reading, index: HostIndex): Surroundings {
  const { text } = reading.skeleton;
  const provider = index.data.providers[hit.entry.provider];
  const dot = text.indexOf('.', hit.end);
  const left = text.slice(text.lastIndexOf('.', hit.start - 1) + 1, hit.start);
  const right = text.slice(hit.end, dot < 0 ? text.length : dot);
  return {
    hit,
    reading,
    index,
    text,
    left,
    right,
    parts: takeApart(`${left}-${right}`, index.vocabulary()),
    besidePos: holdsWord(left, 'pos', index.vocabulary()) || holdsWord(right, 'pos', index.vocabulary()),
    whole: isBoundary(text, hit.start) && isBoundary(text, hit.end),
    manyDomains: provider?.manyDomains === true,
    bystander: provider?.bystander === true,
    acquirer: provider?.acquirer === true,
  };
}

const joinExtra = (left: string, right: string) =>
  [left, right]
    .map((part) => part.replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .join('…');

/** What a reader takes for the end of an official address, whichever it really has. */
const usualEndings = ['com', 'cn', 'com.cn'];

/** `lakala.com.x.cn`, `lakala-com.x.cn`, `lakalacom.cn`: the official domain, ending included, as part of another host. */
function judgeEmbedding({ hit, text, left }: Surroundings): Judgement {
  const { entry, dots, hyphens, start, end } = hit;
  const endings = entry.strength === 'strong' ? [...(entry.endings ?? []), ...usualEndings] : entry.endings;
  if (!endings || dots > 0 || (hyphens > 0 && entry.strength !== 'strong')) return undefined;
  if (!isVerbatim(hit) && entry.strength !== 'strong') return undefined;
  if (!isBoundary(text, start) && left !== 'www') return undefined;
  const joint = { strong: '[.-]?', weak: '[.-]', short: '\\.' }[entry.strength];
  const rest = text.slice(end);
  const embedded = endings.some((ending) => new RegExp(`^${joint}${ending.replaceAll('.', joint)}(?=[.-]|$)`).test(rest));
  return embedded ? { level: 3, technique: isVerbatim(hit) ? 'embedding' : 'homoglyph' } : undefined;
}

/** `1akala.com`, `chinaurns.com`, `lаkala.com` with a Cyrillic letter. */
function judgeLookalike({ hit, whole, besidePos, manyDomains, bystander, acquirer }: Surroundings): Judgement {
  const { entry, hard, similar, foreign, pairs, dots, hyphens, digits } = hit;
  const technique = 'homoglyph';
  const by = 'glyph';
  if (dots > 0 || similar + pairs > 2) return undefined;
  if (foreign > 0) return entry.strength === 'strong' || (whole && similar + pairs === 0) ? { level: 3, technique } : undefined;
  if (bystander && !besidePos) return undefined;
  if (!whole && !besidePos)
    return similar + pairs === 0 && digits === hard && entry.strength === 'strong' ? { level: 2, technique, by } : undefined;
  if (entry.strength !== 'strong') return weakLookalike(hit, besidePos, manyDomains);
  if (similar === 0 && hyphens === 0) return { level: 3, technique, by };
  // Similar letters make other words, too: heepay, hcepay. Three changes are too many to be meant.
  if (similar + pairs + hard > 2 || hyphens > 0 || (entry.text.length < 7 && !besidePos && !acquirer)) return undefined;
  return { level: besidePos ? 3 : entry.text.length > 6 && similar + pairs === 1 ? 2 : 1, technique, by: 'similar' };
}

function weakLookalike({ hard, similar, pairs, digits, hyphens }: Hit, besidePos: boolean, manyDomains: boolean): Judgement {
  if (similar + pairs > 0 || hyphens > 0) return undefined;
  const level = besidePos ? 2 : digits === hard && !manyDomains ? 2 : 1;
  return { level, technique: 'homoglyph', by: 'glyph' };
}

/** `la-ka-la.com`, `lak.ala.com`. */
function judgeSplit({ hit, text, index, reading, besidePos, whole, manyDomains, bystander }: Surroundings): Judgement {
  const { entry, start, end, dots, hyphens } = hit;
  if (dots + hyphens === 0 || end <= reading.own || entry.strength !== 'strong') return undefined;
  if (bystander && !besidePos) return undefined;
  const technique = 'split';
  const pieces = text.slice(start, end).split(/[.-]/);
  // pay.bill.com and union-pay.com may be what they say.
  const natural = manyDomains || pieces.some((piece) => piece.length > 2 && index.vocabulary().words.has(piece));
  if (dots === 0) {
    if (besidePos) return { level: whole ? 3 : 2, technique };
    return whole ? { level: natural ? 1 : 2, technique, by: 'split' } : undefined;
  }
  if (!isBoundary(text, start) || end < text.length) return undefined;
  return { level: natural ? 1 : 2, technique, by: 'split' };
}

function judgeVerbatim(around: Surroundings): Judgement {
  const { hit, reading } = around;
  if (hit.dots + hit.hyphens > 0) return undefined;
  if (around.bystander) return around.besidePos && around.parts && hit.start >= reading.own ? { level: 2, technique: 'combo' } : undefined;
  if (hit.start < reading.own) return judgeInSubdomain(around);
  if (reading.isTenant) return judgeTenant(around);
  switch (hit.entry.strength) {
    case 'strong':
      return judgeStrong(around);
    case 'weak':
      return judgeWeak(around);
    case 'short':
      return judgeShort(around);
  }
}

/** Abbreviations: nothing but the abbreviation, a word of the terminal trade and perhaps a place. */
function judgeShort({ left, right, hit, parts, manyDomains }: Surroundings): Judgement {
  const { endings, text } = hit.entry;
  if (left === '' && right === '')
    return endings && text.length >= 4 && !manyDomains ? { level: 1, technique: 'tldSwap', by: 'exact' } : undefined;
  return parts?.kinds.has('pos') && !parts.kinds.has('letter') ? { level: 2, technique: 'abbreviation' } : undefined;
}

/** A brand as a customer's name on a platform; preview builds carry project names that mean nothing. */
function judgeTenant({ hit, left, right, parts, besidePos, manyDomains, whole }: Surroundings): Judgement {
  const technique = 'tenant';
  if (hit.entry.strength !== 'strong') return besidePos && parts ? { level: 2, technique } : undefined;
  if (besidePos) return { level: 3, technique };
  if (manyDomains || (left + right).split('-').length > 3) return undefined;
  if (parts) return { level: 2, technique };
  return whole ? { level: 1, technique } : undefined;
}

/** A brand in a subdomain of somebody else's domain: often the payment page of a real shop. */
function judgeInSubdomain({ hit, parts, manyDomains }: Surroundings): Judgement {
  if (hit.entry.strength !== 'strong' || !parts) return undefined;
  if (parts.kinds.has('pos')) return { level: 2, technique: 'subdomain' };
  return manyDomains ? undefined : { level: 1, technique: 'subdomain', by: 'subdomain' };
}
