import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeAssessments } from '../../../src/background/take-assessments.ts';
import type { Assessment } from '../../../src/core/assessment.ts';
import { type Refusal, readBundle, writeBundle } from '../../../src/core/exchange/bundle.ts';
import { writeCsv } from '../../../src/core/exchange/csv.ts';
import { dataKinds } from '../../../src/core/page/data-kind.ts';
import type { SignalId } from '../../../src/core/signals/index.ts';
import { clearHistory, importAssessments, listAssessments } from '../../../src/platform/history-store.ts';
import { chooseLanguage, type Language, languages } from '../../../src/platform/i18n.ts';
import { sentenceFor } from '../../../src/ui/history/history-files.tsx';
import { anAssessment } from '../../ui/samples.ts';

const now = Date.UTC(2026, 10, 22, 12);
const row = anAssessment({ firstAt: now - 1, lastAt: now });
const file = (changes: object) =>
  JSON.stringify({ format: 'pos-signup-guard-history', version: 1, made: '2026-11-22T12:00:00Z', assessments: [row], ...changes });
const withRow = (changes: object) => file({ assessments: [{ ...row, ...changes }] });
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

const hostile: [string, string, Refusal['why']][] = [
  ['an empty file', '', 'empty'],
  ['blanks alone', '\uFEFF \n\t', 'empty'],
  ['a picture', '\x89PNG\r\n\x1A\n\0\0', 'notJson'],
  ['a zip archive', 'PK\x03\x04\x14\0\b\b\b\0', 'notJson'],
  ['a program', 'MZ\x90\0\x03\0\0\0\x04\0\0\0\uFFFD\uFFFD', 'notJson'],
  ['a good file written in UTF-16', new TextDecoder().decode(Buffer.from(`\uFEFF${file({})}`, 'utf16le')), 'notJson'],
  ['comments among the rows', file({}).replace('{', '{ /* a comment */'), 'notJson'],
  ['two files in one', file({}) + file({}), 'notJson'],
  ['zeros alone', '\0'.repeat(10_000), 'notJson'],
  ['a table with a formula', '"time","host"\r\n"=HYPERLINK(""http://x"")","b"', 'notJson'],
  ['half a file', file({}).slice(0, -20), 'notJson'],
  ['NaN as a time', file({}).replace(`"lastAt":${now}`, '"lastAt":NaN'), 'notJson'],
  ['Infinity as a count', file({}).replace('"visits":2', '"visits":Infinity'), 'notJson'],
  ['a script', '(()=>{while(1);})()', 'notJson'],
  ['a million brackets', nested(1_000_000), 'tooDeep'],
  ['a deep argument', withRow({ evidence: [{ signal: 'a', args: [JSON.parse(nested(50))], found: [] }] }), 'tooDeep'],
  ['a prototype at the top', file({}).replace('{', '{"__proto__":{"polluted":1},'), 'dangerousNames'],
  ['a prototype in a row', file({}).replace('"hostname"', '"__proto__":{"level":"danger"},"hostname"'), 'dangerousNames'],
  ['a constructor', file({ constructor: { prototype: { polluted: 1 } } }), 'dangerousNames'],
  ['a prototype written with escapes', file({}).replace('"hostname"', '"\\u005f_proto__":1,"hostname"'), 'dangerousNames'],
  ['null', 'null', 'notOurs'],
  ['a number', '42', 'notOurs'],
  ['a list', '[]', 'notOurs'],
  ['another program’s file', '{"format":"bookmarks","version":1}', 'notOurs'],
  ['a future version', file({ version: 2 }), 'newer'],
  ['a version that is no number', file({ version: '1' }), 'wrongFile'],
  ['version zero', file({ version: 0 }), 'wrongFile'],
  ['a version beyond every number', file({}).replace('"version":1', '"version":1e999'), 'wrongFile'],
  ['a moment of making that is a tree', file({ made: { at: now } }), 'wrongFile'],
  ['no moment of making', file({ made: undefined }), 'wrongFile'],
  ['rows that are no list', file({ assessments: { 0: row, length: 1 } }), 'wrongFile'],
  ['something extra beside the rows', file({ settings: { language: 'en' } }), 'wrongFile'],
  ['too many rows', file({ assessments: Array.from({ length: 100_001 }, () => 0) }), 'tooMany'],
  ['the same id twice', file({ assessments: [row, { ...row, title: '另一个' }] }), 'sameId'],
  ['a row from the future', withRow({ firstAt: now, lastAt: now + 400 * 86_400_000 }), 'future'],
  ['a row that is null', file({ assessments: [row, null] }), 'badRow'],
  ['a row without an id', withRow({ id: undefined }), 'badRow'],
  ['an id that is a path', withRow({ id: '../../etc' }), 'badRow'],
  ['an id that is an object', withRow({ id: { toString: 'one' } }), 'badRow'],
  ['an id of a thousand letters', withRow({ id: 'a'.repeat(1_000) }), 'badRow'],
  ['half a letter as the id', file({}).replace('"id":"one"', '"id":"\\ud800"'), 'badRow'],
  ['a zero letter in the host', withRow({ hostname: 'pos-banli\0.example' }), 'badRow'],
  ['an address that turns its letters round', withRow({ url: 'https://pos-banli.example/\u202Egpj.exe' }), 'badRow'],
  ['an address with a line break', withRow({ url: 'https://pos-banli.example/a\nb' }), 'badRow'],
  ['an address of three thousand letters', withRow({ url: `https://pos-banli.example/${'a'.repeat(3_000)}` }), 'badRow'],
  ['a time beyond every calendar', withRow({ lastAt: 1e300 }), 'badRow'],
  ['a decision before time began', withRow({ decisions: [{ kind: 'left', at: -5 }] }), 'badRow'],
  ['a billion visits', withRow({ visits: 1e9 }), 'badRow'],
  ['evidence that is no list', withRow({ evidence: { length: 1, 0: {} } }), 'badRow'],
  ['an argument of two kinds', withRow({ evidence: [{ signal: 'a', args: [{ text: 'x', provider: 'y' }], found: [] }] }), 'badRow'],
  [
    'a thousand pieces of evidence',
    withRow({ evidence: Array.from({ length: 1_000 }, () => ({ signal: 'a', args: [], found: [] })) }),
    'badRow',
  ],
  ['an unknown level', withRow({ level: 'licensed' }), 'badRow'],
  ['a formula as the host', withRow({ hostname: '=cmd|calc!A1' }), 'badRow'],
  ['a script as the address', withRow({ url: 'javascript:alert(1)' }), 'badRow'],
  ['an address of another host', withRow({ url: 'https://elsewhere.example/apply' }), 'badRow'],
  ['an address with a query', withRow({ url: 'https://pos-banli.example/apply?id=110101' }), 'badRow'],
  ['an address with a password', withRow({ url: 'https://me:secret@pos-banli.example/apply' }), 'badRow'],
  ['a title of a megabyte', withRow({ title: '甲'.repeat(1_000_000) }), 'badRow'],
  ['a negative time', withRow({ firstAt: -1 }), 'badRow'],
  ['a time as text', withRow({ lastAt: '2026-11-22' }), 'badRow'],
  ['a fraction of a visit', withRow({ visits: 1.5 }), 'badRow'],
  ['no visit at all', withRow({ visits: 0 }), 'badRow'],
  ['an end before the beginning', withRow({ firstAt: now + 5 }), 'badRow'],
  ['data nobody asks for', withRow({ asks: ['password'] }), 'badRow'],
  ['a decision nobody takes', withRow({ decisions: [{ kind: 'paid', at: now }] }), 'badRow'],
  ['thousands of decisions', withRow({ decisions: Array.from({ length: 5_000 }, () => ({ kind: 'left', at: now })) }), 'badRow'],
  ['evidence that names markup', withRow({ evidence: [{ signal: '<img src=x>', args: [], found: [] }] }), 'badRow'],
  ['a field of its own', withRow({ typed: '6222020000000000000' }), 'badRow'],
];

beforeEach(clearHistory);

describe('a hostile file', () => {
  test('comes in at least sixty kinds here, each its own', () => {
    expect(new Set(hostile.map(([, content]) => content)).size).toBeGreaterThanOrEqual(60);
  });

  test.each(hostile)('%s is refused, in one sentence, and no row is lost', async (_, content, why) => {
    await importAssessments([row]);
    const result = readBundle(content, now);
    expect(result).toMatchObject({ refused: { why } });
    if (!('refused' in result)) return;
    for (const language of Object.keys(languages) as Language[]) {
      chooseLanguage(language);
      expect(sentenceFor(result.refused)).toMatch(/^(没有导入|沒有匯入|Nothing was imported).{5,}[。.?]$/);
      expect(sentenceFor(result.refused)).not.toMatch(/\$\d|undefined/);
    }
    expect(await listAssessments()).toEqual([row]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('handed to the background past the page is refused there too, with every good row beside it', async () => {
    expect(() => takeAssessments({ rows: [row, { ...row, id: 'two', level: 'licensed' as never }] })).toThrow('row 2');
    expect(await listAssessments()).toEqual([]);
  });
});

const words = fc.string({ unit: 'grapheme', maxLength: 60 });
const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const argument = fc.oneof(
  fc.record({ text: words }),
  fc.record({ kinds: fc.uniqueArray(fc.constantFrom(...dataKinds)) }),
  fc.record({ provider: name }),
  fc.record({ message: name, args: fc.array(fc.record({ text: words }), { maxLength: 3 }) }),
);
const anyRow = fc
  .record({
    path: fc.webPath(),
    title: words,
    level: fc.constantFrom('caution' as const, 'danger' as const),
    asks: fc.uniqueArray(fc.constantFrom(...dataKinds)),
    evidence: fc.array(
      fc.record({
        signal: name,
        args: fc.array(argument, { maxLength: 4 }),
        found: fc.array(fc.record({ text: words, where: fc.constant('title') })),
      }),
      { maxLength: 4 },
    ),
    ago: fc.nat(1e9),
    visits: fc.integer({ min: 1, max: 999 }),
    decisions: fc.uniqueArray(fc.record({ kind: fc.constantFrom('left' as const, 'proceeded' as const), at: fc.nat(now) }), {
      selector: ({ at }) => at,
      maxLength: 5,
    }),
    invokes: fc.option(name, { nil: undefined }),
  })
  .map(({ path, ago, invokes, evidence, ...rest }, index?: unknown): Assessment => {
    void index;
    return {
      ...rest,
      id: 'to be given',
      hostname: 'pos-banli.example',
      registrableDomain: 'pos-banli.example',
      url: `https://pos-banli.example${path}`,
      firstAt: now - ago - 5,
      lastAt: now - ago,
      evidence: evidence.map(({ signal, ...piece }) => ({ ...piece, signal: signal as SignalId })),
      ...(invokes !== undefined && { invokes }),
    };
  });

test('what was exported comes back to the last word, and a second time doubles nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 12 }), async (drawn) => {
      await clearHistory();
      const rows = drawn.map((one, index) => ({ ...one, id: `row-${index}` }));
      const read = readBundle(writeBundle(rows, '2026-11-22T12:00:00Z'), now);
      if (!('rows' in read)) throw new Error(`refused: ${JSON.stringify(read.refused)}`);
      expect(read.rows).toEqual(rows);
      expect(await takeAssessments({ rows: read.rows })).toBe(rows.length);
      const kept = await listAssessments();
      expect(kept.toSorted(byId)).toEqual(rows.toSorted(byId));
      expect(await takeAssessments({ rows: read.rows })).toBe(0);
      expect(await listAssessments()).toEqual(kept);
    }),
    { seed: 20_261_122, numRuns: 100 },
  );
});

const byId = (one: Assessment, other: Assessment) => (one.id < other.id ? -1 : 1);

describe('a table', () => {
  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '＋1', '\u200B=1', '\n=1', '\u{FEFF}@x', '|calc', '%0A'])(
    'never hands %j to a spreadsheet as a formula',
    (cell) => expect(writeCsv([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`),
  );

  test('keeps quotes, commas, lines and Chinese, and numbers as numbers', () => {
    expect(writeCsv([['他说"好",\n走', 12, '拉卡拉']])).toBe('\uFEFF"他说""好"",\n走","12","拉卡拉"\r\n');
  });
});
