/** Characters that share a symbol pass for each other at a glance; what joins labels is transparent; the rest ends every match. */
const lookalikeGroups = [
  'a',
  'bd',
  'ce',
  'f',
  'gq96',
  'h',
  'il1',
  'j',
  'k',
  'mnr',
  'o0',
  'p',
  's5',
  't',
  'uv',
  'w',
  'x',
  'y',
  'z2',
  '38',
  '4',
  '7',
];

export const symbolBits = 5;
export const joining = 30;
export const foreign = 31;

/** Char code → symbol, for the 128 ASCII codes. Symbol 0 is free: it stands for no character. */
export const symbols: Uint8Array = (() => {
  const table = new Uint8Array(128).fill(foreign);
  for (const [group, characters] of lookalikeGroups.entries())
    for (const character of characters) table[character.charCodeAt(0)] = group + 1;
  table['-'.charCodeAt(0)] = joining;
  table['.'.charCodeAt(0)] = joining;
  return table;
})();

/** Pairs of letters that together look like one: `rn` for m. */
export const digraphs: readonly (readonly [letter: string, pair: string])[] = [
  ['m', 'rn'],
  ['m', 'nn'],
  ['w', 'vv'],
  ['d', 'cl'],
  ['d', 'dl'],
  ['b', 'lb'],
  ['h', 'lh'],
  ['k', 'lc'],
];

/** How far two characters of one group are apart: 0 the same, 1 hard to tell, 2 similar; undefined where they are not alike. */
export function distanceOf(one: string, other: string): 0 | 1 | 2 | undefined {
  if (one === other) return 0;
  const symbol = symbols[one.charCodeAt(0)];
  if (symbol === undefined || symbol === foreign || symbol !== symbols[other.charCodeAt(0)]) return undefined;
  return hardToTell.has(one < other ? one + other : other + one) ? 1 : 2;
}

const hardToTell = new Set(['0o', '1l', '1i', 'il', '5s', '2z', '9g', '9q', 'gq', 'uv', '6g']);
