import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkLicenceNumber,
  findLicenceNumbers,
  hasLicenceChecksum,
  maxLicenceNumbers,
} from '../../../src/core/knowledge/licence-register.ts';
import { providers, register } from './facts.ts';

const check = (number: string) => checkLicenceNumber(number, register, providers);
const numbersIn = (text: string) => findLicenceNumbers(text.normalize('NFKC')).map(({ number }) => number);
const lakala = 'Z2002511000017';

describe('a licence number', () => {
  test('that is printed truly leads to its holder, so that a page of somebody else is found out', () => {
    expect(check(lakala)).toEqual({ status: 'issued', holder: '拉卡拉支付股份有限公司', provider: 'lakala' });
    expect(check('z2002 5110-00017')).toEqual(check(lakala));
  });

  test('of a company that we have no entry for leads to the name in the register', () => {
    expect(check('Z2020332000016')).toEqual({ status: 'issued', holder: '江苏飞银商务智能科技有限公司' });
  });

  test('that was cancelled is cancelled, in the list of 2022 or since, or by a merger', () => {
    expect(check('Z2019353000012')).toMatchObject({ status: 'cancelled', provider: 'lefu' });
    expect(check('Z2025444000010')).toMatchObject({ status: 'cancelled', provider: 'ruiyinxin' });
    expect(check('Z2022435000018')).toEqual({ status: 'cancelled', holder: '厦门夏商电子商务有限公司' });
    expect(check('Z2001611000018')).toMatchObject({ status: 'cancelled', provider: 'ums-beijing' });
  });

  test('is cancelled as soon as its institution is, even if the register lags behind', () => {
    const ended = providers.map((provider) => (provider.id === 'lakala' ? { ...provider, status: 'cancelled' as const } : provider));
    expect(checkLicenceNumber(lakala, register, ended).status).toBe('cancelled');
  });

  test('with a digit mistyped fails its checksum', () => {
    expect(check('Z2002511000018')).toEqual({ status: 'wrongChecksum' });
    for (const { number } of register) {
      for (let place = 1; place < number.length; place += 1) {
        const mistyped = `${number.slice(0, place)}${(Number(number[place]) + 1) % 10}${number.slice(place + 1)}`;
        expect(hasLicenceChecksum(mistyped), mistyped).toBe(false);
      }
    }
  });

  test('with a good checksum that nobody was given was not issued', () => {
    const invented = Array.from({ length: 10 }, (_, digit) => `Z20999440000${'1'}${digit}`).filter(hasLicenceChecksum);
    expect(invented).toHaveLength(1);
    expect(check(invented[0] ?? '')).toEqual({ status: 'notIssued' });
  });

  test('of another shape is malformed', () => {
    for (const number of ['', 'Z', 'Z200251100001', 'Z20025110000170', 'B2002511000017', '__proto__', 'Z２００２５１１０００017'])
      expect(check(number), number).toEqual({ status: 'malformed' });
  });
});

describe('in running text', () => {
  test('a number is found where it stands', () => {
    const text = `支付业务许可证:${lakala}，有效期`;
    expect(findLicenceNumbers(text)).toEqual([{ number: lakala, start: 8, end: 22 }]);
  });

  test.each([
    ['spaces', 'Z2 0025 1100 0017'],
    ['hyphens and a small z', 'z-2002-511-00001-7'],
    ['a line break with indentation', 'Z2002511\r\n    000017'],
    ['zero-width characters', 'Z2002\u200b511\u200d000017'],
    ['full-width letters and digits', 'Ｚ２００２５１１０００　０１７'],
  ])('a number is found through %s', (_, written) => {
    expect(numbersIn(`编号（${written}）号`)).toEqual([lakala]);
  });

  test('letters and other numbers after it do not hide it', () => {
    expect(numbersIn(`${lakala}ICP备`)).toEqual([lakala]);
    expect(numbersIn(`${lakala} 95016`)).toEqual([lakala]);
  });

  test('longer numbers and order numbers hold none', () => {
    for (const text of [`${lakala}0`, `1${lakala}`, `H${lakala}`, 'Z200251100001', 'Z2002511/000017', `Z2002${' '.repeat(9)}511000017`])
      expect(numbersIn(text), text).toEqual([]);
  });

  test('repetition cannot crowd another number out, and the list stays short', () => {
    expect(numbersIn(`${`${lakala} `.repeat(500)}Z2000231000010`)).toEqual([lakala, 'Z2000231000010']);
    expect(numbersIn(register.map(({ number }) => number).join('，'))).toHaveLength(maxLicenceNumbers);
  });

  test('a megabyte made to be slow is read to its end', () => {
    const hostile = ['Z', 'Z ', 'Z1', 'Z 1 ', '1', ' ', 'Z200251100001 ', 'Z-\n-\n-\n', 'Z2002511000017'];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(numbersIn(`${text}|${lakala}`), piece).toEqual([lakala]);
    }
  });

  test('every number that is found has the shape, and stands where it says', () => {
    const pieces = fc.constantFrom('Z', 'z', ' ', '-', '\n', '1', '20', lakala, lakala.slice(0, 9), lakala.slice(9), '许可证', 'A');
    let seen = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { number, start, end } of findLicenceNumbers(text)) {
          seen += 1;
          expect(text.slice(start, end).replace(/[\s-]/g, '').toUpperCase()).toBe(number);
          expect(number).toMatch(/^Z\d{13}$/);
          expect(text[end] ?? '').not.toMatch(/\d/);
        }
      }),
      { seed: 20261122, numRuns: 3_000 },
    );
    expect(seen, 'the interesting branch was reached').toBeGreaterThan(200);
  });
});
