import { sensitiveKinds } from '../page/data-kind.ts';
import { kindsInOrder } from '../page/kinds-in-order.ts';
import { places, type Signal } from './signal.ts';

/** Identity, bank account or business licence wanted, typed or photographed: 上传身份证正反面, 结算卡号. */
export const asksDocuments = {
  id: 'asksDocuments',
  assess: ({ page }) => {
    const asks = page.asks.filter(({ kind }) => sensitiveKinds.has(kind));
    return asks.length === 0 ? undefined : { args: [{ kinds: kindsInOrder(asks) }], found: places(asks) };
  },
} as const satisfies Signal;
