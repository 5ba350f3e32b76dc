import type { Judgement, Surroundings } from './judge-hit.ts';
import { type Parts, wordAt } from './vocabulary.ts';

/** A strong brand string in a registered name: whatever stands beside it, it is no accident. */
export function judgeStrong(around: Surroundings): Judgement {
  const { left, right, parts, besidePos, hit } = around;
  if (left === '' && right === '') return graded(around, 2, hit.entry.endings ? 'tldSwap' : 'bareBrand', 'exact');
  if (besidePos) return { level: 3, technique: 'combo' };
  if (parts?.kinds.has('trade') || isBesideTrade(around)) return graded(around, 3, 'combo', 'trade');
  if (parts) return judgeAffix(around, parts);
  if (around.manyDomains) return undefined;
  const onLeft = left.replace(/-$/, '') !== '';
  const onRight = right.replace(/^-/, '') !== '';
  return { level: 2, technique: 'affix', by: onLeft && onRight ? 'middle' : onLeft ? 'end' : 'start' };
}

function judgeAffix(around: Surroundings, { kinds }: Parts): Judgement {
  if (kinds.has('plumbing')) return { level: 1, technique: 'affix', by: 'plumbing' };
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

function isBesideTrade({ left, right, index: { vocabulary } }: Surroundings): boolean {
  return Boolean(
    wordAt(right.replace(/^-/, ''), 'start', 'trade', vocabulary) || wordAt(left.replace(/-$/, ''), 'end', 'trade', vocabulary),
  );
}

/** A weak string: many others use it, so that it takes a word of the trade, or a form that nobody else was seen with. */
export function judgeWeak(around: Surroundings): Judgement {
  const { left, right, hit, manyDomains, parts, index } = around;
  const { entry } = hit;
  const combo = entry.source === 'pinyin' ? 'pinyin' : 'combo';
  if (left === '' && right === '') return manyDomains ? undefined : judgeBareWeak(around);
  if (parts?.kinds.has('pos')) return { level: 2, technique: combo };
  if (parts) return manyDomains ? undefined : judgeWeakAffix(around, parts, combo);
  const { vocabulary } = index;
  const besidePos =
    (left === '' && wordAt(right.replace(/^-/, ''), 'start', 'pos', vocabulary)) ||
    (right === '' && wordAt(left.replace(/-$/, ''), 'end', 'pos', vocabulary));
  return besidePos ? { level: 2, technique: combo } : undefined;
}

function judgeBareWeak({ hit: { entry } }: Surroundings): Judgement {
  if (entry.endings) return { level: entry.source === 'domain' || !entry.plain ? 2 : 1, technique: 'tldSwap', by: 'exact' };
  return entry.source === 'pinyin' ? undefined : { level: 1, technique: 'bareBrand', by: 'exact' };
}

function judgeWeakAffix({ hit }: Surroundings, { kinds, pieces }: Parts, combo: 'combo' | 'pinyin'): Judgement {
  if (kinds.has('trade')) return kinds.has('letter') ? undefined : { level: 1, technique: combo, by: 'trade' };
  if (kinds.has('plumbing') || pieces > 1 || hit.entry.source === 'pinyin') return undefined;
  if (kinds.has('place')) return { level: 1, technique: 'place', by: 'place' };
  if (kinds.has('letter')) return { level: 1, technique: 'letter', by: 'letter' };
  return { level: 1, technique: 'affix', by: kinds.has('digits') ? 'digits' : 'soft' };
}
