import { cost, hostileTexts, pagePatterns } from '../../test/core/page/patterns.ts';

const LENGTH = 100_000;
const BUDGET = 5; // ms

const rows = (await pagePatterns()).map(({ where, pattern }) => {
  const costs = hostileTexts(pattern, LENGTH).map((text) => ({ ms: cost(pattern, text, 2), begins: JSON.stringify(text.slice(0, 12)) }));
  return { where, pattern, ...costs.reduce((most, one) => (one.ms > most.ms ? one : most)) };
});
console.log(`${rows.length} regular expressions on hostile texts of ${LENGTH / 1_000} kB: the ten dearest`);
for (const { where, pattern, ms, begins } of rows.toSorted((one, other) => other.ms - one.ms).slice(0, 10))
  console.log(
    `${ms.toFixed(1).padStart(8)} ms  ${ms <= BUDGET ? '✓' : '✗'} ≤ ${BUDGET}  ${where.padEnd(18)} ${begins.padEnd(16)} ${String(pattern).slice(0, 70)}`,
  );
