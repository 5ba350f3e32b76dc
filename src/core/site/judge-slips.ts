import { type Finding, weightier } from './finding.ts';
import type { HostIndex } from './host-index.ts';
import type { StringEntry } from './host-index-data.ts';
import type { Reading } from './reading.ts';
import { isClumsySlip, isOneSlip, slipsTaken } from './slips.ts';
import { withOneLess } from './token-filter.ts';
import { wordAt } from './vocabulary.ts';

/** Names one slip away from a brand: `lakla.com`, `lalaka.com`; also beside a word of the trade: `lakla-pos.com`, `laklapos.com`. */
export function findSlips({ skeleton: { text }, own, isTenant }: Reading, index: HostIndex): Finding | undefined {
  let best: Finding | undefined;
  const label = text.slice(own);
  const consider = (token: string, start: number, beside: boolean) => {
    for (const entry of slipsOf(token, index)) {
      if (isTenant && !beside) continue;
      best = weightier(best, finding(entry, start, token, label, beside));
    }
  };
  for (const { 0: token, index: at } of label.matchAll(/[^-]+/g)) {
    const beside = token.length < label.length && label.split('-').some((part) => index.vocabulary().words.get(part) === 'pos');
    // One word of several may be any word.
    if (beside || token === label) consider(token, own + at, beside);
    const before = wordAt(token, 'start', 'pos', index.vocabulary());
    const after = wordAt(token, 'end', 'pos', index.vocabulary());
    if (before) consider(token.slice(before.length), own + at + before.length, true);
    if (after) consider(token.slice(0, -after.length), own + at, true);
  }
  return best;
}

function finding(entry: StringEntry, start: number, token: string, label: string, beside: boolean): Finding {
  const level = beside && entry.strength === 'strong' ? 2 : 1;
  return {
    level,
    technique: 'typo',
    by: isClumsySlip(token, entry.text) ? 'clumsy' : 'typo',
    provider: entry.provider,
    official: entry.text,
    start,
    end: start + token.length,
    extra: label.replace(token, '').replace(/^-+|-+$/g, ''),
  };
}

function slipsOf(token: string, { slips, data }: HostIndex): Set<StringEntry> {
  const found = new Set<StringEntry>();
  if (token.length > 30 || data.noSlips.includes(token)) return found;
  for (const key of [token, ...withOneLess(token)]) {
    for (const entry of slips().get(key) ?? []) {
      if (isClumsySlip(token, entry.text) || (isOneSlip(token, entry.text) && slipsTaken(entry, data) === 'any')) found.add(entry);
    }
  }
  return found;
}
