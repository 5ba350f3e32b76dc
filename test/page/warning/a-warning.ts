import type { Warning } from '../../../src/platform/messages.ts';

/** A warning as the background would send it, about an invented page. */
export const aWarning = (over: Partial<Warning> = {}): Warning => ({
  level: 'danger',
  language: 'zh-CN',
  title: '先别填,这个网站有疑点',
  asked: '它要您的身份证号、身份证照片和银行卡号。',
  reasons: [
    '这个网址不在我们的持牌支付机构名单里。',
    '页面自称“官方办理中心”,网址却不是这家机构的。',
    '页面上写的许可证号,在登记名单里查不到。',
  ],
  official: { text: '要办拉卡拉,请去它自己的网站:lakala.com', label: '去 lakala.com', url: 'https://www.lakala.com/' },
  advice: '拿不准,就拨打您现有 POS 机上印的客服电话,或打 96110 问一问。',
  labels: { leave: '离开这里', close: '关闭', more: '了解更多' },
  ...over,
});
