import { places, type Signal } from './signal.ts';

/** A brand offered for signup although its licence is gone: 瑞银信POS机免费办理. */
export const cancelledBrand = {
  id: 'cancelledBrand',
  assess: ({ page, knowledge }) => {
    const claim = page.claims.find(({ provider, how }) => how !== 'said' && knowledge.cancelled.has(provider));
    return claim && { args: [{ provider: claim.provider }], found: places([claim]) };
  },
} as const satisfies Signal;
