import { expect, test } from 'vitest';
import { explainEvidence, quotable } from '../../src/core/explain.ts';
import { formatMessage } from '../../src/core/messages.ts';
import type { SignalId } from '../../src/core/signals/index.ts';

const catalogue = {
  list_separator: { message: '、' },
  evidence_unknown: { message: '还有一处可疑' },
  kind_idNumber: { message: '身份证号码' },
  kind_bankCard: { message: '银行卡号' },
  signal_invented: { message: '$1自称$2，要$3，$4' },
  where_title: { message: '在标题里' },
};
const name = (id: string) => `〔${id}〕`;

test('fills a sentence with page text, institution, kinds and messages', () => {
  const args = [
    { text: '网页' },
    { provider: 'some-pay' },
    { kinds: ['idNumber' as const, 'bankCard' as const] },
    { message: 'where_title' },
  ];
  expect(explainEvidence({ signal: 'invented' as SignalId, args, found: [] }, catalogue, name)).toBe(
    '网页自称〔some-pay〕，要身份证号码、银行卡号，在标题里',
  );
});

test('has a sentence for evidence of a version that knew more signals', () => {
  expect(explainEvidence({ signal: 'constructor' as SignalId, args: [], found: [] }, catalogue, name)).toBe('还有一处可疑');
});

test('does not let a page rearrange or flood our sentence', () => {
  expect(quotable('官\u202E网\u200B \n\n 办理')).toBe('官 网 办理');
  expect([...quotable('😀'.repeat(500))]).toHaveLength(121);
});

test('leaves a dollar sign and a place in page text alone', () => {
  expect(formatMessage({ price: { message: '$$$1' } }, 'price', ['$2'])).toBe('$$2');
});
