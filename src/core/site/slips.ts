import type { HostIndexData, StringEntry } from './host-index-data.ts';

/** Which slips of the pen are taken for an imitation: any, only the clumsy ones that make no other word, or none. */
export type SlipsTaken = 'any' | 'clumsy' | 'none';

/** Letters beyond the words that half the trade has in its names: below, ordinary names are one slip away. */
const fewestTelling = 5;
const fewestTellingOfOthers = 8;
const fewestLetters = 7;
const fewestOfSyllables = 8;
/** So long a name has no neighbours, whatever it consists of. */
const longName = 9;

/** What calibration and the string itself allow. */
export function slipsTaken({ text, strength, source, plain, slips, off, provider }: StringEntry, { providers }: HostIndexData): SlipsTaken {
  const { manyDomains, bystander, acquirer } = providers[provider] ?? {};
  if (strength !== 'strong' || source === 'pinyin' || manyDomains || bystander || off?.includes('clumsy')) return 'none';
  const telling = text.replace(/china|union|pay|zf$/g, '').length;
  if (slips && !off?.includes('typo')) return 'any';
  // heibao is a panther and no slip of helibao.
  if (text.length < (plain ? fewestOfSyllables : fewestLetters)) return 'clumsy';
  const isTelling = telling >= (acquirer ? fewestTelling : fewestTellingOfOthers) || text.length >= longName;
  return isTelling && !off?.includes('typo') ? 'any' : 'clumsy';
}

/** Whether two texts differ by exactly one inserted, dropped or replaced character or one swap of neighbours. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const [oneRest, otherRest] = differenceOf(one, other);
  if (oneRest.length <= 1 && otherRest.length <= 1) return true;
  return isSwap(oneRest, otherRest);
}

/** Whether a name came out with two letters swapped or one doubled. */
export function isClumsySlip(slip: string, name: string): boolean {
  const [slipRest, nameRest] = differenceOf(slip, name);
  if (isSwap(slipRest, nameRest)) return true;
  return (
    nameRest === '' &&
    slipRest.length === 1 &&
    [...slip].some((letter, at) => letter === slip[at - 1] && slip.slice(0, at) + slip.slice(at + 1) === name)
  );
}

const isSwap = (one: string, other: string) => one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];

function differenceOf(one: string, other: string): [string, string] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (oneEnd > start && otherEnd > start && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd--;
    otherEnd--;
  }
  return [one.slice(start, oneEnd), other.slice(start, otherEnd)];
}
