import { expect, test } from 'vitest';
import { toProvider, toRegister } from '../../../tools/import-facts.ts';
import { anOfficialDomain, aProvider } from './facts.ts';

test('an imported institution has its domains sorted and led, and doubts out of its names', () => {
  const { checked: _, ...later } = anOfficialDomain({ domain: 'zz-pay.example' });
  const { checked: __, ...earlier } = anOfficialDomain({ domain: 'aa-pay.example' });
  const imported = toProvider({
    ...aProvider({ legalName: '虚构支付有限公司 (own knowledge)', formerNames: ['旧名有限公司', '某某公司 (reported)'], statusNote: '' }),
    latinBrands: ['e-pay', 'inventedpay'],
    officialDomains: [later, earlier],
  });
  expect(imported.officialDomains.map(({ domain, main, checked }) => ({ domain, main, checked }))).toEqual([
    { domain: 'aa-pay.example', main: undefined, checked: '2026-11-22' },
    { domain: 'zz-pay.example', main: true, checked: '2026-11-22' },
  ]);
  expect(imported).toMatchObject({ legalName: '虚构支付有限公司', formerNames: ['旧名有限公司'], statusNote: null, latinShort: ['epay'] });
  expect(imported.caveat).toContain('某某公司 (reported)');
});

test('a cancellation that does not fit the register by number and name is refused', () => {
  expect(() => toRegister('licence,legal_name,status,cancelled_on\nZ2002511000017,拉卡拉支付股份有限公司,listed-2022,')).toThrow(
    /register has no/,
  );
});
