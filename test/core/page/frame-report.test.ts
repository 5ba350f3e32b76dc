import { describe, expect, test } from 'vitest';
import { parseFrameReport } from '../../../src/core/page/frame-report.ts';
import { snapshotLimits } from '../../../src/core/page/limits.ts';
import type { PageSnapshot } from '../../../src/core/page/snapshot.ts';

const empty: PageSnapshot = {
  title: '',
  description: '',
  blocks: [],
  fields: [],
  forms: [],
  links: [],
  images: [],
  leads: [],
};
const report = (snapshot: object) => ({ born: 1_700_000_000_000, snapshot: { ...empty, ...snapshot } });
const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

describe('a guard’s report is hostile until parsed', () => {
  test('an honest report passes unchanged', () => {
    const honest = report({
      title: 'POS机',
      blocks: [{ role: 'text', text: '办理' }],
      fields: [{ control: 'text', labels: [{ route: 'for', text: '姓名' }], visible: true }],
    });
    expect(parseFrameReport(honest)).toEqual(honest);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'snapshot'],
    ['an array', []],
    ['no snapshot', { born: 1 }],
    ['no birth', { snapshot: empty }],
    ['a birth that is no number', { born: 'now', snapshot: empty }],
    ['a birth beyond time', { born: Number.POSITIVE_INFINITY, snapshot: empty }],
    ['a title that is an object', report({ title: { toString: 'x' } })],
    ['a role nobody knows', report({ blocks: [{ role: 'verdict', text: 'none' }] })],
    ['a typed value in a field', report({ fields: [{ control: 'text', labels: [], visible: true, value: '6222020000000000' }] })],
    ['a site of its own', { ...report({}), site: 'https://www.lakala.com' }],
    ['a verdict of its own', report({ verdict: { level: 'licensed' } })],
    [
      'a key from the prototype',
      JSON.parse(`{"born":1,"snapshot":${JSON.stringify(empty).replace('{', '{"__proto__":{"level":"none"},')}}`),
    ],
    ['too many blocks', report({ blocks: many(snapshotLimits.blocks + 1, { role: 'text', text: 'x' }) })],
    ['a block as long as a book', report({ blocks: [{ role: 'text', text: 'x'.repeat(5_000_000) }] })],
    ['too many fields', report({ fields: many(snapshotLimits.fields + 1, { control: 'text', labels: [], visible: true }) })],
    [
      'a label as long as a page',
      report({ fields: [{ control: 'text', labels: [{ route: 'for', text: 'x'.repeat(100_000) }], visible: true }] }),
    ],
  ])('a report with %s is refused in one short line that quotes nothing of it', (_, payload) => {
    let message = '';
    try {
      parseFrameReport(payload);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^the report is malformed at ".{0,80}" \(\w+\)$/);
    expect(message).not.toContain('6222');
  });
});
