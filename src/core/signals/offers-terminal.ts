import { readSolicitation } from '../page/solicitation.ts';
import { places, type Signal } from './signal.ts';

/** The page invites people to get a POS terminal or a merchant account: POS机免费办理, 在线申请, 代理加盟. */
export const offersTerminal = {
  id: 'offersTerminal',
  assess: ({ page }) => {
    const { solicits, reasons } = readSolicitation(page);
    return solicits ? { args: [], found: places(reasons) } : undefined;
  },
} as const satisfies Signal;
