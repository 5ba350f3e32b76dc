/** One invented lookalike: which technique made it, of which string. */
export interface Vector {
  technique: string;
  string: string;
  host: string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const endings = ['com', 'cn', 'com.cn', 'net', 'top', 'xyz', 'cc', 'vip', 'shop', 'ltd'];
const keyboard: Record<string, string> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'serfc',
  f: 'drtgv',
  g: 'ftyhb',
  h: 'gyujn',
  j: 'huikm',
  k: 'jiolm',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};
const latinGlyphs: Record<string, string[]> = {
  0: ['o'],
  1: ['l', 'i'],
  3: ['8'],
  6: ['9'],
  8: ['3'],
  9: ['6'],
  b: ['d', 'lb'],
  c: ['e'],
  d: ['b', 'cl', 'dl'],
  e: ['c'],
  g: ['q'],
  h: ['lh'],
  i: ['1', 'l'],
  k: ['lc'],
  l: ['1', 'i'],
  m: ['n', 'nn', 'rn'],
  n: ['m', 'r'],
  o: ['0'],
  q: ['g'],
  s: ['5'],
  u: ['v'],
  v: ['u'],
  w: ['vv'],
  z: ['2'],
};
const foreignGlyphs: Record<string, string> = {
  a: 'àáảãạăắâấäåąāаɑα',
  b: 'ḃḅḇƅьɓ',
  c: 'ćĉċčçс',
  d: 'ďḍḏđԁɗ',
  e: 'éèêëēėęěẹеєҽ',
  f: 'ƒḟ',
  g: 'ĝğġģɡցǵ',
  h: 'ĥḥħһհ',
  i: 'íìîïīįıіỉị',
  j: 'ĵјʝ',
  k: 'ķḱƙкḳ',
  l: 'ĺļľłḷӏḻ',
  m: 'ḿṁṃм',
  n: 'ńņňñṅṇոпη',
  o: 'óòôöõøōőоοօơọ',
  p: 'ṕṗрρ',
  q: 'ɋԛʠ',
  r: 'ŕŗřṙṛгɾ',
  s: 'śŝşšṣѕș',
  t: 'ţťṭŧтț',
  u: 'úùûüūůűųụυսư',
  v: 'ṽṿνѵ',
  w: 'ŵẁẃẅԝẉ',
  x: 'ẋẍх×',
  y: 'ýÿŷỳуỵү',
  z: 'źżžẓʐ',
};
const dictionary = [
  'pos',
  'posji',
  'shuaka',
  'dianqian',
  'feilv',
  'banli',
  'guanwang',
  'daili',
  'shenqing',
  'kefu',
  'mini',
  'bao',
  'app',
  'vip',
  'pay',
  'online',
  'login',
  'secure',
  'service',
  'official',
];
const places = ['bj', 'sh', 'gd', 'sz', 'nj', 'cq', 'hz', 'zj', 'beijing', 'shenzhen'];

/** A small seeded generator: the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Generate = (name: string) => string[];
const at = (name: string) => Array.from(name, (_, index) => index);
const replace = (name: string, index: number, by: string) => name.slice(0, index) + by + name.slice(index + 1);

/** Per technique, every variant of a name (labels only, without ending). */
const generators: Record<string, Generate> = {
  addition: (name) => [...letters, ...digits].map((letter) => name + letter),
  prefixLetter: (name) => [...letters].map((letter) => letter + name),
  omission: (name) => at(name).map((index) => replace(name, index, '')),
  repetition: (name) => at(name).map((index) => replace(name, index, `${name[index]}${name[index]}`)),
  transposition: (name) =>
    at(name)
      .slice(1)
      .map((index) => name.slice(0, index - 1) + name[index] + name[index - 1] + name.slice(index + 1)),
  replacement: (name) =>
    at(name).flatMap((index) => [...(keyboard[name[index] as string] ?? '')].map((other) => replace(name, index, other))),
  insertion: (name) =>
    at(name)
      .slice(1)
      .flatMap((index) => [...(keyboard[name[index] as string] ?? '')].map((other) => name.slice(0, index) + other + name.slice(index))),
  vowel: (name) =>
    at(name).flatMap((index) => ('aeiou'.includes(name[index] as string) ? [...'aeiou'].map((vowel) => replace(name, index, vowel)) : [])),
  bitsquat: (name) =>
    at(name)
      .flatMap((index) => [1, 2, 4, 8, 16].map((bit) => replace(name, index, String.fromCharCode(name.charCodeAt(index) ^ bit))))
      .filter((label) => /^[a-z0-9-]+$/.test(label)),
  plural: (name) =>
    at(name)
      .slice(1)
      .map((index) => `${name.slice(0, index)}s${name.slice(index)}`),
  hyphenation: (name) =>
    at(name)
      .slice(1)
      .map((index) => `${name.slice(0, index)}-${name.slice(index)}`),
  subdomain: (name) =>
    at(name)
      .slice(1)
      .map((index) => `${name.slice(0, index)}.${name.slice(index)}`),
  dictionary: (name) => dictionary.flatMap((word) => [name + word, `${name}-${word}`, word + name, `${word}-${name}`]),
  place: (name) => places.flatMap((place) => [name + place, place + name, `${name}-${place}`]),
  latinHomoglyph: (name) => glyphs(name, (letter) => latinGlyphs[letter] ?? []),
  foreignHomoglyph: (name) => glyphs(name, (letter) => [...(foreignGlyphs[letter] ?? '')]),
  cyrillic: (name) => [
    [...name]
      .map(
        (letter) =>
          ({
            a: 'а',
            c: 'с',
            e: 'е',
            i: 'і',
            j: 'ј',
            k: 'к',
            o: 'о',
            p: 'р',
            s: 'ѕ',
            t: 'т',
            u: 'υ',
            x: 'х',
            y: 'у',
            h: 'һ',
            n: 'п',
            b: 'ь',
            l: 'ӏ',
            m: 'м',
            d: 'ԁ',
            q: 'ԛ',
            w: 'ԝ',
            g: 'ց',
            v: 'ѵ',
            f: 'ƒ',
            r: 'г',
            z: 'ʐ',
          })[letter] ?? letter,
      )
      .join(''),
  ],
  various: (name) => [`www${name}`, `www-${name}`, `${name}com`, `${name}-com`, `com-${name}`, `${name}cn`],
  tldSwap: (name) => [name],
  embedding: (name) => [`${name}.com.x9k`, `${name}-com.x9k`, `www.${name}.com.q7-m`, `a.${name}.com.z5`],
};

function glyphs(name: string, of: (letter: string) => string[]): string[] {
  const once = at(name).flatMap((index) =>
    of(name[index] as string).map((glyph) => ({ form: replace(name, index, glyph), next: index + glyph.length })),
  );
  const twice = once.flatMap(({ form, next }) =>
    at(form)
      .slice(next)
      .flatMap((index) => of(form[index] as string).map((glyph) => replace(form, index, glyph))),
  );
  return [...once.map(({ form }) => form), ...twice];
}

/** Seeded variants of every name, at most `most` per name and technique; `half` picks what tuning may see (0) or never sees (1). */
export function makeVectors(
  names: readonly string[],
  { seed, half, most = 400, own = [] }: { seed: number; half: 0 | 1; most?: number; own?: readonly string[] },
): Vector[] {
  const random = seededRandom(seed);
  const owned = new Set(own);
  return names.flatMap((string) =>
    Object.entries(generators).flatMap(([technique, generate]) => {
      const labels = [...new Set(generate(string))].filter((label) => technique === 'tldSwap' || label !== string);
      const hosts = labels.flatMap((label) => pickEndings(technique, random).map((ending) => `${label}.${ending}`));
      const mine = hosts.filter((host) => !owned.has(host)).filter(() => random() < 0.5 === (half === 0));
      return sample(mine, most, random).map((host) => ({ technique, string, host }));
    }),
  );
}

const pickEndings = (technique: string, random: () => number) =>
  technique === 'tldSwap' ? endings : [endings[Math.floor(random() * endings.length)] as string];

function sample<T>(items: readonly T[], most: number, random: () => number): T[] {
  return items.length <= most ? [...items] : items.filter(() => random() < most / items.length);
}
