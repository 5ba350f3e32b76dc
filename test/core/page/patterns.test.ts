import { describe, expect, test } from 'vitest';
import { cost, hostileTexts, pagePatterns } from './patterns.ts';

const LENGTH = 100_000;
const WORTH_A_LOOK = 20; // ms: what grows with the square takes seconds at this length
const LINEAR = 8; // four times the text costs four times as much; sixteen times where it is quadratic

const patterns = await pagePatterns();

describe('a regular expression that meets a page', () => {
  test('is found wherever it stands', () => {
    expect(patterns.length).toBeGreaterThan(80);
    expect(patterns.filter(({ where }) => where === 'fold.ts').length).toBeGreaterThan(8);
  });

  test.each(patterns.map(({ where, pattern }) => [where, String(pattern).slice(0, 90), pattern] as const))(
    'costs no more than the length of a hostile text: %s %s',
    (_where, _source, pattern) => {
      for (const text of hostileTexts(pattern, LENGTH)) {
        if (cost(pattern, text, 1) < WORTH_A_LOOK) continue;
        const [quarter, whole] = [cost(pattern, text.slice(0, LENGTH / 4), 6), cost(pattern, text, 6)];
        if (whole > WORTH_A_LOOK) expect(whole / quarter, JSON.stringify(text.slice(0, 20))).toBeLessThan(LINEAR);
      }
    },
  );

  test('would be told on if it were quadratic', () => {
    const text = 'a'.repeat(LENGTH / 2);
    const pattern = /a+b/;
    expect(cost(pattern, text, 1) / cost(pattern, text.slice(0, text.length / 4), 3)).toBeGreaterThan(LINEAR);
  });
});
