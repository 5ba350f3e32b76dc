import { readSolicitation } from '../page/solicitation.ts';
import { places, type Signal } from './signal.ts';

/** The page invites people to get a POS terminal or a merchant account: POS机免费办理, 在线申请, 代理加盟. */
export const offersTerminal = {
  id: 'offersTerminal',
  assess: ({ page, host }) => {
    const { solicits, reasons } = readSolicitation(page, host.verdict === 'lookalike' && host.level >= 2 ? host.target : undefined);
    return solicits ? { args: [], found: places(reasons) } : undefined;
  },
} as const satisfies Signal;
