import { secretKinds } from '../page/data-kind.ts';
import { kindsInOrder } from '../page/kinds-in-order.ts';
import { places, type Signal } from './signal.ts';

/** A card's PIN, CVV or bank code wanted for a terminal: 办理POS机 请填写信用卡背面后三位. No institution asks for these at signup. */
export const asksSecrets = {
  id: 'asksSecrets',
  assess: ({ page }) => {
    const asks = page.asks.filter(({ kind }) => secretKinds.has(kind));
    return asks.length === 0 ? undefined : { args: [{ kinds: kindsInOrder(asks) }], found: places(asks) };
  },
} as const satisfies Signal;
