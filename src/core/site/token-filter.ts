/** Says of a token's hash whether it is that of a known word, or of one with a character left out. No more false alarms than hashes collide. */
export interface TokenFilter {
  words: HashSet;
  neighbours: HashSet;
  /** Lengths between which a token can be one slip away from a word. */
  shortest: number;
  longest: number;
}

/** Open addressing over a power of two, an eighth full: nearly every question is answered by one look. */
export interface HashSet {
  slots: Int32Array;
  shift: number;
}

export const hashBase = 0x01000193;
const spread = 0x9e3779b1;
const sparseness = 8;

/** The powers of the hash base, for tokens up to the longest label. */
export const powers: Int32Array = (() => {
  const table = new Int32Array(65);
  table[0] = 1;
  for (let at = 1; at < table.length; at++) table[at] = Math.imul(table[at - 1] as number, hashBase);
  return table;
})();

/** Prepares a filter for words (exact) and slippable words (also with one character inserted, dropped, replaced or swapped). */
export function buildTokenFilter(words: readonly string[], slippable: readonly string[]): TokenFilter {
  return {
    words: buildHashSet(words.map(hashOf)),
    neighbours: buildHashSet(slippable.flatMap(hashesOfNeighbours)),
    shortest: Math.min(...slippable.map(({ length }) => length - 1), 64),
    longest: Math.max(...slippable.map(({ length }) => length + 1), 0),
  };
}

/** Every text that results from leaving out one character. */
export const withOneLess = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));

/** Whether the hash is in the set. */
export function hasHash({ slots, shift }: HashSet, hash: number): boolean {
  for (let slot = Math.imul(hash, spread) >>> shift; ; slot = (slot + 1) & (slots.length - 1)) {
    const kept = slots[slot];
    if (kept === 0) return false;
    if (kept === hash) return true;
  }
}

function buildHashSet(hashes: readonly number[]): HashSet {
  const bits = Math.ceil(Math.log2(Math.max(hashes.length, 8) * sparseness));
  const set: HashSet = { slots: new Int32Array(1 << bits), shift: 32 - bits };
  for (const hash of hashes) {
    let slot = Math.imul(hash, spread) >>> set.shift;
    while (set.slots[slot] !== 0 && set.slots[slot] !== hash) slot = (slot + 1) & (set.slots.length - 1);
    set.slots[slot] = hash;
  }
  return set;
}

/** The hash of a word and of all that is left of it without one character, from the hashes of its beginnings. */
function hashesOfNeighbours(word: string): number[] {
  const whole = hashOf(word);
  const hashes = [whole];
  let before = 0;
  for (let at = 0; at < word.length; at++) {
    const after = (Math.imul(before, hashBase) + word.charCodeAt(at)) | 0;
    hashes.push((whole + Math.imul(before - after, powers[word.length - 1 - at] as number)) | 0);
    before = after;
  }
  return hashes;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, hashBase) + text.charCodeAt(at)) | 0;
  return hash;
}
