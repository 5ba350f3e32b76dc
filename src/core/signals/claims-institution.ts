import { claimedProviders } from '../page/claims.ts';
import { asksForDocuments } from '../page/facts.ts';
import { places, type Signal } from './signal.ts';

/** The page says it is an institution, or its 官网, 客服 or 办理中心: title 拉卡拉POS机办理中心官网 on a host that is not its own. */
export const claimsInstitution = {
  id: 'claimsInstitution',
  assess: ({ page }) => {
    const claimed = claimedProviders(page.claims, asksForDocuments(page))[0];
    return claimed && { args: [{ provider: claimed.provider }, { text: claimed.claims[0]?.text ?? '' }], found: places(claimed.claims) };
  },
} as const satisfies Signal;
