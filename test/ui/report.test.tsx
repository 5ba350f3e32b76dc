// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { SignalId } from '../../src/core/signals/index.ts';
import { chooseLanguage, type Language, languages } from '../../src/platform/i18n.ts';
import type { ReportMaterial } from '../../src/platform/messages.ts';
import { mistakeText } from '../../src/ui/history/mistake.tsx';
import { tableOf } from '../../src/ui/history/table.ts';
import { Report } from '../../src/ui/report/report.tsx';
import { idsIn, reportAddress } from '../../src/ui/report/report-address.ts';
import { reportText } from '../../src/ui/report/report-text.ts';
import { anAssessment, today } from './samples.ts';
import { press, show, thing } from './stage.tsx';

vi.mock('../../src/platform/own-tab.ts', () => ({ extensionVersion: () => '9.9.9' }));

const material: ReportMaterial = {
  assessments: [
    anAssessment({
      title: '=官方办理',
      evidence: [
        { signal: 'asksDocuments' as SignalId, args: [{ kinds: ['idNumber'] }], found: [{ text: '请上传身份证', where: 'label' }] },
      ],
      decisions: [{ kind: 'proceeded', at: today }],
    }),
  ],
  recipients: [
    { id: 'antifraud', name: '国家反诈中心', role: 'antifraud', phone: '96110' },
    { id: 'pcac', name: '中国支付清算协会', role: 'association', url: 'https://www.pcac.org.cn/' },
  ],
  version: '9.9.9',
};

beforeEach(() => chooseLanguage('zh_CN'));

test.each(Object.keys(languages) as Language[])('tells in %s where, what and to whom, on the page and as text', async (language) => {
  chooseLanguage(language);
  const root = await show(<Report material={material} now={today} onPrint={vi.fn()} onReported={vi.fn(async () => undefined)} />);
  const words = reportText(material, today);
  for (const said of [root.textContent ?? '', words]) {
    for (const fact of [
      'https://pos-banli.example/apply',
      '请上传身份证',
      '96110',
      '中国支付清算协会',
      'https://www.pcac.org.cn/',
      '9.9.9',
    ])
      expect(said).toContain(fact);
    expect(said).not.toMatch(/\$\d|undefined|\[object/);
  }
});

test('prints and notes that it was reported, when the reader says so', async () => {
  const onPrint = vi.fn();
  const onReported = vi.fn(async () => undefined);
  const root = await show(<Report material={material} now={today} onPrint={onPrint} onReported={onReported} />);
  await press(thing(root, '打印'));
  expect(onPrint).toHaveBeenCalledOnce();
  expect(onReported).not.toHaveBeenCalled();
  await press(thing(root, '我已经举报'));
  await vi.waitFor(() => expect(root.textContent).toContain('已经记在提醒记录里'));
});

test('says so where the rows are gone', async () => {
  const root = await show(
    <Report material={{ ...material, assessments: [] }} now={today} onPrint={vi.fn()} onReported={vi.fn(async () => undefined)} />,
  );
  expect(root.textContent).toContain('这些记录已经不在了');
});

test('the address of a report brings its ids back, and whatever else stands there does no harm', () => {
  const ids = ['a', 'b,c', '%', '甲'];
  expect(idsIn(reportAddress(ids).replace('/report.html', ''))).toEqual(ids);
  expect(idsIn('#%E0%A4%A,,x')).toEqual(['x']);
  expect(idsIn('')).toEqual([]);
});

test('the text about a mistake holds the site and the evidence, and neither path, time nor decision', () => {
  const [assessment] = material.assessments;
  if (!assessment) throw new Error('no assessment');
  const words = mistakeText(assessment);
  expect(words).toContain('pos-banli.example');
  expect(words).toContain('[asksDocuments]');
  expect(words).not.toContain('/apply');
  expect(words).not.toMatch(/2026|继续访问/);
});

test('the table has a row for each assessment and no formula', () => {
  const table = tableOf(material.assessments);
  expect(table.startsWith('\uFEFF')).toBe(true);
  expect(table).toContain(`"'=官方办理"`);
  expect(table.match(/\r\n/g)).toHaveLength(2);
});
