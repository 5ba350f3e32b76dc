import { kindsInOrder } from '../page/kinds-in-order.ts';
import { places, type Signal } from './signal.ts';

/** Documents to be sent past any form: 请把身份证正反面拍照发给客服微信. */
export const asksInWords = {
  id: 'asksInWords',
  assess: ({ page: { textAsks } }) =>
    textAsks.length === 0 ? undefined : { args: [{ kinds: kindsInOrder(textAsks) }], found: places(textAsks) },
} as const satisfies Signal;
