import { claimedProviders } from '../page/claims.ts';
import { asksForDocuments } from '../page/facts.ts';
import type { Argument } from '../verdict.ts';
import type { Case, Signal } from './signal.ts';

/** A licence number that cannot be the page's: wrong check digit, never issued, cancelled, or somebody else's. */
export const falseLicence = {
  id: 'falseLicence',
  assess: (subject) => {
    for (const licence of subject.page.licences) {
      const why = faultOf(licence, subject);
      const { number } = licence;
      if (why) return { args: [{ text: number }, why], found: [{ text: number, where: 'text' }] };
    }
    return undefined;
  },
} as const satisfies Signal;

function faultOf({ check, named }: Case['page']['licences'][number], { page }: Case): Argument | undefined {
  switch (check.status) {
    case 'wrongChecksum':
    case 'notIssued':
      return { message: `licence_${check.status}` };
    case 'cancelled':
      return { message: 'licence_cancelled', args: [{ text: check.holder }] };
    case 'issued': {
      const claimed = claimedProviders(page.claims, asksForDocuments(page)).map(({ provider }) => provider);
      const borrowed = !named || (claimed.length > 0 && check.provider !== undefined && !claimed.includes(check.provider));
      return borrowed ? { message: 'licence_somebodyElses', args: [{ text: check.holder }] } : undefined;
    }
    case 'malformed':
      return undefined;
  }
}
