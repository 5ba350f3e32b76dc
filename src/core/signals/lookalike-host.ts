import type { Signal } from './signal.ts';

/** A host made to resemble an institution's: lakala.com.pos-cn.top, lakalanj.com, 拉卡拉官网.com. */
export const lookalikeHost = {
  id: 'lookalikeHost',
  assess: ({ host, site }) => {
    if (host.verdict !== 'lookalike') return undefined;
    const { officialDomain, extra } = host.match;
    const args = [{ text: site.unicodeHostname }, { provider: host.target }, { text: officialDomain ?? '' }, { text: extra }];
    return { args: [{ message: `technique_${host.technique}`, args }], found: [{ text: site.unicodeHostname, where: 'host' }] };
  },
} as const satisfies Signal;
