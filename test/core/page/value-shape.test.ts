import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { shapeOfValue } from '../../../src/core/page/value-shape.ts';

/** The check digits by the tables of the standards, written out: another way to the same result than the code takes. */
const idCheck = (first17: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[[...first17].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11] ?? '';
};
const creditCheck = (first17: string) => {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = [...first17].reduce((total, letter, at) => total + letters.indexOf(letter) * (weights[at] ?? 0), 0);
  return letters[(31 - (sum % 31)) % 31] ?? '';
};
const luhnCheck = (first: string) => {
  const sum = [...first].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const days = fc.date({ min: new Date('1930-01-01T00:00Z'), max: new Date('2025-12-31T00:00Z'), noInvalidDate: true });
const idNumbers = fc
  .tuple(fc.constantFrom('110101', '350203', '810000'), days, digits(3))
  .map(([region, day, serial]) => `${region}${day.toISOString().slice(0, 10).replaceAll('-', '')}${serial}`)
  .map((first) => first + idCheck(first));
const cards = fc
  .tuple(fc.constantFrom('6222', '4392', '5187', '3568', '9558'), fc.integer({ min: 9, max: 14 }).chain(digits))
  .map(([issuer, rest]) => `${issuer}${rest}`)
  .map((first) => first + luhnCheck(first));
const creditCodes = fc
  .tuple(fc.constantFrom('91', '92', '93'), digits(6), fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/))
  .map((parts) => parts.join(''))
  .map((first) => first + creditCheck(first));
const seed = { seed: 20261122, numRuns: 300 };

describe('the shape of a typed value', () => {
  test('the identity number that the standard itself prints is one', () => {
    expect(shapeOfValue('11010519491231002X')).toBe('idNumber');
    expect(shapeOfValue('440524188001010014')).not.toBe('idNumber');
  });

  test('every identity number with a real date and the right check digit is one', () => {
    fc.assert(
      fc.property(idNumbers, (number) => shapeOfValue(number) === 'idNumber'),
      seed,
    );
  });

  test('every card number of thirteen to nineteen digits that passes Luhn is one', () => {
    fc.assert(
      fc.property(cards, (number) => shapeOfValue(number) === 'bankCard'),
      seed,
    );
  });

  test('every credit code with its check character is one', () => {
    fc.assert(
      fc.property(creditCodes, (code) => shapeOfValue(code) === 'licenceNumber'),
      seed,
    );
  });

  test('one wrong digit gives an identity number or a card away', () => {
    fc.assert(
      fc.property(fc.oneof(idNumbers, cards), fc.integer({ min: 6, max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const other = String((Number(number[at]) + by) % 10);
        return shapeOfValue(number.slice(0, at) + other + number.slice(at + 1)) !== shapeOfValue(number);
      }),
      seed,
    );
  });

  test.each([
    ['spaces', '6222 0212 3456 7890 128'],
    ['hyphens', '1101-0519-4912-3100-2x'],
    ['full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['spaces around', '  11010519491231002X\n'],
    ['a name before it', '张三11010519491231002X'],
    ['other words and numbers around', '我叫张三，手机 13800138000，身份证 11010519491231002X，谢谢'],
    ['a long text before it', `${'说明'.repeat(9_000)} 11010519491231002X`],
  ])('%s do not hide it', (_, written) => {
    const tidy = written.normalize('NFKC').replace(/[\s-]/g, '');
    const card = tidy.slice(0, 18) + luhnCheck(tidy.slice(0, 18));
    expect(shapeOfValue(tidy.startsWith('62') ? card.replace(/(\d{4})/g, '$1 ') : written)).toBe(
      tidy.startsWith('62') ? 'bankCard' : 'idNumber',
    );
  });

  test.each([
    ['a mobile number', '13800138000'],
    ['a QQ number', '1234567890'],
    ['an order number', '202611220000123456'],
    ['the thirtieth of February', `11010119900230001${idCheck('11010119900230001')}`],
    ['one digit over and over', '4444444444444444'],
    ['thirteen digits of a price tag', '6901234567892'],
    ['words', '身份证号码'],
    ['nothing', ''],
    ['a novel', '9'.repeat(100_000)],
  ])('%s has no such shape', (_, text) => {
    expect(shapeOfValue(text)).toBeUndefined();
  });

  test('it costs the guard at most 600 bytes', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: 'src/core/page/value-shape.ts', formats: ['es'], fileName: 'shape' }, minify: true },
    });
    const [output] = Array.isArray(built) ? built : [built];
    const code = output && 'output' in output ? output.output[0].code : '';
    expect(gzipSync(code).length).toBeLessThanOrEqual(600);
    expect(code).not.toMatch(/\bimport\b/);
  });
});
