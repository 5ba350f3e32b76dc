import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HostVerdict, judgeHost, siteOf, siteOfHostname } from '../../../src/core/site/index.ts';
import { decodePunycode } from '../../../src/core/site/punycode.ts';
import { isClumsySlip, isOneSlip } from '../../../src/core/site/slips.ts';
import { data, index } from './index-of-assets.ts';

const seeded = { seed: 20261122, numRuns: 3_000 };
const names = data.strings.map(({ text }) => text);
const piece = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(
    'pos',
    'posji',
    'lklpos',
    'www',
    'com',
    'cn',
    'xn--',
    'xn--hlr04q06fba5367a',
    '-',
    '--',
    '',
    '.',
    '。',
    '拉卡拉',
    '銀聯',
    '官网',
    'а',
    'l\u0301',
    '\u{1F600}',
    '\ud800',
    '\udfff',
    '\u0000',
    '%6c',
    'gov.cn',
    'github.io',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const joint = fc.constantFrom('.', '-', '', '', '。');
const anyHost = fc.array(fc.tuple(piece, joint), { maxLength: 9 }).map((parts) => parts.flat().join(''));

test('any text gets a verdict of the promised shape, and every branch is taken', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anyHost, (text) => {
      const verdict: HostVerdict = judgeHost(text, index);
      seen.set(verdict.technique ?? verdict.verdict, (seen.get(verdict.technique ?? verdict.verdict) ?? 0) + 1);
      if (verdict.verdict !== 'lookalike') return verdict.level === 0;
      const { shown, start, end } = verdict.match;
      return verdict.level > 0 && 0 <= start && start < end && end <= shown.length && judgeHost(text, index).level === verdict.level;
    }),
    seeded,
  );
  for (const branch of ['clean', 'embedding', 'homoglyph', 'hanName', 'combo', 'affix', 'abbreviation'])
    expect(seen.get(branch) ?? 0, branch).toBeGreaterThan(2);
});

test('sites of any text never throw and always name a hostname without a trailing dot', () => {
  let parsed = 0;
  fc.assert(
    fc.property(anyHost, (text) => {
      siteOf(text);
      const site = siteOf(`https://${text}/`);
      if (site) parsed++;
      return !siteOfHostname(text).hostname.endsWith('.') && (site === undefined || !site.hostname.endsWith('.'));
    }),
    seeded,
  );
  expect(parsed).toBeGreaterThan(300);
});

test('a hostname is judged alike in capitals, with a trailing dot, and as the browser writes it', () => {
  let lookalikes = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom('pos', 'x', '官网', '-bj', ''),
      fc.constantFrom('com', 'cn', 'top', '中国'),
      (name, word, ending) => {
        const host = new URL(`http://${name}${word}.${ending}`).hostname;
        const { level } = judgeHost(host, index);
        if (level > 0) lookalikes++;
        return judgeHost(`${name}${word}.${ending}`.toUpperCase(), index).level === level && judgeHost(`${host}.`, index).level === level;
      },
    ),
    { seed: 7, numRuns: 1_500 },
  );
  expect(lookalikes).toBeGreaterThan(400);
});

test.each([
  ['a megabyte without a dot', 'l'.repeat(1_000_000)],
  ['a megabyte of brands', 'lakala'.repeat(170_000)],
  ['a megabyte of hyphens', '-'.repeat(1_000_000)],
  ['a megabyte of dots', '.'.repeat(1_000_000)],
  ['a megabyte of Chinese', '拉卡拉'.repeat(330_000)],
  ['a megabyte of punycode', `xn--${'9'.repeat(1_000_000)}.com`],
  ['half a million lone surrogates', '\ud800'.repeat(500_000)],
  ['a megabyte of combining marks', `l${'\u0301'.repeat(1_000_000)}akala.com`],
])('%s is judged in a moment', (_, text) => {
  const start = performance.now();
  judgeHost(text, index);
  siteOf(`http://${text}/`);
  siteOfHostname(text);
  // Quadratic time would take minutes.
  expect(performance.now() - start).toBeLessThan(3_000);
});

test('an endless name is judged by its last labels', () => {
  expect(judgeHost(`${'a.'.repeat(300)}lakalapos.com`, index)).toMatchObject({ target: 'lakala', level: 3 });
  expect(judgeHost(`${'a.'.repeat(300)}lakala.com`, index).verdict).toBe('licensed');
});

test('punycode of any text decodes to what was encoded', () => {
  let decoded = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'abz09-拉卡銀联官网а中éß'), { minLength: 1, maxLength: 20 }), (letters) => {
      const label = letters.join('').replace(/^-|-$/g, 'a');
      const { hostname } = new URL(`http://${label}a.com`);
      if (!hostname.startsWith('xn--')) return true;
      decoded++;
      return decodePunycode(hostname.slice(4, -4)) === `${label}a`;
    }),
    { seed: 3, numRuns: 1_000 },
  );
  expect(decoded).toBeGreaterThan(300);
});

test('one slip is found whichever it is, two are none', () => {
  const word = fc.stringMatching(/^[a-z]{6,12}$/);
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...'abcxyz'), (name, place, letter) => {
      const at = place % name.length;
      const slips = [
        name.slice(0, at) + name.slice(at + 1),
        name.slice(0, at) + letter + name.slice(at),
        name.slice(0, at) + letter + name.slice(at + 1),
      ];
      const doubled = name.slice(0, at + 1) + name.slice(at);
      return (
        slips.every((slip) => slip === name || isOneSlip(slip, name)) &&
        isClumsySlip(doubled, name) &&
        !isOneSlip(`qj${name}`, name) &&
        !isOneSlip(name, name)
      );
    }),
    { seed: 5, numRuns: 1_000 },
  );
  expect(isOneSlip('lalaka', 'lakala')).toBe(false);
  expect(isClumsySlip('shegnpay', 'shengpay')).toBe(true);
});
