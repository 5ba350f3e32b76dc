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
  kept: true,
  mayExport: true,
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

const picture = { png: `data:image/png;base64,${btoa('picture')}`, at: today };
const shown = (changes: Partial<ReportMaterial>, taken?: typeof picture | 'late') =>
  show(
    <Report
      material={{ ...material, ...changes }}
      picture={taken}
      now={today}
      onPrint={vi.fn()}
      onReported={vi.fn(async () => undefined)}
    />,
  );

test('shows the picture of the page with what it may contain, and forgets it when it is left out', async () => {
  const root = await shown({}, picture);
  expect(root.querySelector<HTMLImageElement>('.picture-sheet img')?.src).toBe(picture.png);
  expect(root.querySelector('.picture-sheet')?.textContent).toMatch(/可能有您填过的姓名、号码.*https:\/\/pos-banli\.example\/apply/);
  await press(thing(root, '不要这张图'));
  expect(root.querySelector('.picture-sheet')).toBeNull();
  expect(root.innerHTML).not.toContain('data:image');
  expect(root.textContent).toContain('图已经去掉了');
});

test('says so where the picture was lost on its way', async () => {
  expect((await shown({}, 'late')).textContent).toContain('没有收到网页的图');
});

test('makes no file of the history where the organisation forbids it, and no note where there is nothing to note it in', async () => {
  const root = await shown({ mayExport: false, kept: false });
  expect(root.textContent).toContain('没有进提醒记录');
  expect(root.textContent).not.toMatch(/存成 JSON|我已经举报/);
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
