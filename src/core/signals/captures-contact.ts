import { places, type Signal } from './signal.ts';

/** The page fishes for a call back: a phone field, a QR code, a WeChat account to copy. */
export const capturesContact = {
  id: 'capturesContact',
  assess: ({ page: { leads } }) =>
    leads.length === 0 ? undefined : { args: [{ message: `lead_${leads[0]?.kind}` }], found: places(leads) },
} as const satisfies Signal;
