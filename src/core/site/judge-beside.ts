import type { Judgement, Surroundings } from './judge-hit.ts';
import { type Parts, wordAt } from './vocabulary.ts';

/** Endings that the owner of a great name has registered before anybody else could. */
const ownersEnding = /^(?:com|net|org|info|biz|cn|[a-z]{2}|(?:com|net|org|co)\.[a-z]{2})$/;

/** A strong brand string in a registered name: whatever stands beside it, it is no accident. */
export function judgeStrong(around: Surroundings): Judgement {
  const { left, right, parts, besidePos, hit } = around;
  if (left === '' && right === '') {
    // A group with dozens of domains owns most endings of its names itself.
    return around.manyDomains && !around.acquirer && ownersEnding.test(around.reading.publicSuffix)
      ? undefined
      : graded(around, 2, hit.entry.endings ? 'tldSwap' : 'bareBrand', 'exact');
  }
  if (besidePos) return { level: 3, technique: 'combo' };
  if (parts?.kinds.has('trade') || isBesideTrade(around)) return graded(around, 3, 'combo', 'trade');
  if (parts) return judgeAffix(around, parts);
  if (around.manyDomains) return undefined;
  const onLeft = left.replace(/-$/, '') !== '';
  const onRight = right.replace(/^-/, '') !== '';
  return { level: 2, technique: 'affix', by: onLeft && onRight ? 'middle' : onLeft ? 'end' : 'start' };
}

function judgeAffix(around: Surroundings, { kinds }: Parts): Judgement {
  if (around.left === 'www' && around.right === '') return { level: 2, technique: 'affix' };
  if (around.manyDomains && !isUsualAffix(around) && (kinds.has('soft') || !around.acquirer)) return undefined;
  // Owners name their infrastructure like this, agents don't.
  if (kinds.has('plumbing')) return undefined;
  if (kinds.has('place')) return graded(around, 2, 'place', 'place');
  if (kinds.has('letter')) return graded(around, 2, 'letter', 'letter');
  return graded(around, 2, 'affix', kinds.has('digits') ? 'digits' : 'soft');
}

// Owners of many domains add words to their own name all the time; where calibration met one, an acquirer's brand still earns a notice.
function graded(
  { manyDomains, hit }: Surroundings,
  level: 2 | 3,
  technique: NonNullable<Judgement>['technique'],
  by: NonNullable<NonNullable<Judgement>['by']>,
): Judgement {
  if (manyDomains) return { level: 1, technique, by };
  return hit.entry.off?.includes(by) && by !== 'exact' ? { level: 1, technique } : { level, technique, by };
}

function isBesideTrade({ left, right, index }: Surroundings): boolean {
  return Boolean(
    wordAt(right.replace(/^-/, ''), 'start', 'trade', index.vocabulary()) ||
      wordAt(left.replace(/-$/, ''), 'end', 'trade', index.vocabulary()),
  );
}

/** A weak string: many others use it, so that it takes a word of the trade, or a form that nobody else was seen with. */
export function judgeWeak(around: Surroundings): Judgement {
  const { left, right, hit, parts, index } = around;
  const { entry } = hit;
  const combo = entry.source === 'pinyin' ? 'pinyin' : 'combo';
  if (left === '' && right === '') return judgeBareWeak(around);
  if (parts?.kinds.has('pos')) return { level: 2, technique: combo };
  if (parts) return judgeWeakAffix(around, parts, combo);
  const vocabulary = index.vocabulary();
  const besidePos =
    (left === '' && wordAt(right.replace(/^-/, ''), 'start', 'pos', vocabulary)) ||
    (right === '' && wordAt(left.replace(/-$/, ''), 'end', 'pos', vocabulary));
  return besidePos ? { level: 2, technique: combo } : undefined;
}

function judgeBareWeak({ hit: { entry }, manyDomains, acquirer }: Surroundings): Judgement {
  if (manyDomains || (!acquirer && entry.plain)) return undefined;
  if (entry.endings) return { level: entry.plain ? 1 : 2, technique: 'tldSwap', by: 'exact' };
  return entry.distinct && !entry.plain ? { level: 1, technique: 'bareBrand', by: 'exact' } : undefined;
}

// What agents add, and nothing else: yeepay-mini, lakalabao.
function isUsualAffix({ left, right, hit, index: { affixes } }: Surroundings): boolean {
  if (left === '') return affixes.has(right.replace(/^-/, ''));
  return right === '' && !hit.entry.plain && affixes.has(left.replace(/-$/, ''));
}

function judgeWeakAffix(around: Surroundings, { kinds, pieces }: Parts, combo: 'combo' | 'pinyin'): Judgement {
  if (kinds.has('trade')) return kinds.has('letter') ? undefined : { level: 1, technique: combo, by: 'trade' };
  if (pieces > 1) return undefined;
  if (isUsualAffix(around)) return around.acquirer || around.hit.entry.distinct ? { level: 1, technique: 'affix', by: 'soft' } : undefined;
  if (!around.hit.entry.distinct) return undefined;
  if (kinds.has('place')) return { level: 1, technique: 'place', by: 'place' };
  if (kinds.has('letter')) return { level: 1, technique: 'letter', by: 'letter' };
  return kinds.has('digits') && !around.hit.entry.plain ? { level: 1, technique: 'affix', by: 'digits' } : undefined;
}
