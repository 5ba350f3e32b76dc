import type { Assessment } from '../../src/core/assessment.ts';
import type { SignalId } from '../../src/core/signals/index.ts';
import type { ProviderCard, Warning } from '../../src/platform/messages.ts';

const now = new Date(2026, 10, 22, 15).getTime();

/** An assessment of an invented page, as a test wants it. */
export const anAssessment = (changes: Partial<Assessment> = {}): Assessment => ({
  id: 'one',
  hostname: 'pos-banli.example',
  registrableDomain: 'pos-banli.example',
  url: 'https://pos-banli.example/apply',
  title: '免费办理',
  level: 'danger',
  asks: ['idNumber', 'bankCard'],
  evidence: [{ signal: 'longForgotten' as SignalId, args: [], found: [{ text: '请上传身份证', where: 'label' }] }],
  firstAt: now - 60_000,
  lastAt: now,
  visits: 2,
  decisions: [],
  ...changes,
});

/** An institution that does not exist. */
export const aProvider = (changes: Partial<ProviderCard> = {}): ProviderCard => ({
  id: 'invented-pay',
  kind: 'acquirer',
  name: '虚构支付有限公司',
  brands: ['虚构付'],
  domains: ['invented-pay.example'],
  licence: 'Z0000000000000',
  status: 'valid',
  checked: '2026-11-22',
  hotline: '00000',
  ...changes,
});

export const aWarning: Warning = {
  level: 'danger',
  language: 'zh-CN',
  title: '先停下',
  asked: '这个网页向您要：身份证号码。',
  reasons: [],
  advice: '打电话问清楚。',
  labels: { leave: '', close: '', more: '' },
};

export const today = now;
