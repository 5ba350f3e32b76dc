import { places, type Signal } from './signal.ts';

/** A link or address given out as an official site that is not one: 拉卡拉pos机官网申请:http://www.soupos.cn. */
export const misdirectedLink = {
  id: 'misdirectedLink',
  assess: ({ page: { misdirections } }) => {
    const first = misdirections[0];
    if (!first) return undefined;
    const name = first.provider ? { provider: first.provider } : { message: 'some_institution' };
    return { args: [{ text: first.host }, name], found: places(misdirections.map(({ text }) => ({ text, where: 'link' }))) };
  },
} as const satisfies Signal;
