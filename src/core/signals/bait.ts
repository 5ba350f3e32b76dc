import { places, type Signal } from './signal.ts';

/** Makes the signal for one group of bait words (assets/lexicons, `bait`); its sentence names the rule that the promise breaks. */
const bait = <Id extends string>(id: Id) =>
  ({
    id,
    assess: ({ page }) => {
      const words = page.context.bait[id];
      if (!words) return undefined;
      const named = words.slice(0, 3).map(({ text }) => text);
      return { args: [{ text: named.join('、') }], found: places(words) };
    },
  }) as const satisfies Signal;

/** 免费换机, 机器停用, 备案到期: no authority and no institution asks merchants to swap machines this way. */
export const replacementCall = bait('replacementCall');
/** 激活费, 刷满返还, 退押金: deposits that never come back. */
export const depositTrap = bait('depositTrap');
/** 先转账, 缴纳激活费: money before anything is delivered. */
export const moneyFirst = bait('moneyFirst');
/** 银联直营, 央行授权, 总部直签: authorities that sign no merchants. */
export const falseAuthority = bait('falseAuthority');
/** 0费率, 永不涨价: below what the card networks charge. */
export const impossibleRate = bait('impossibleRate');
/** 个人POS机, 无需营业执照: terminals are for real businesses. */
export const personalPos = bait('personalPos');
/** 跳码, 套现, 养卡: forbidden uses sold as features. */
export const codeSwitching = bait('codeSwitching');
/** 一机多商户: a terminal belongs to one merchant. */
export const manyMerchants = bait('manyMerchants');
/** 二清, 平台到账: money that passes through an unlicensed account. */
export const secondClearing = bait('secondClearing');
/** 免费领取, 0押金: how most of these sales begin. */
export const freeMachine = bait('freeMachine');
/** POS机批发, 购买: terminals may not be traded online. */
export const sellsOnline = bait('sellsOnline');
/** 代理加盟, 高分润: recruiting that pays for recruiting. */
export const agency = bait('agency');
