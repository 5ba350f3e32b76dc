// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { chooseLanguage, languages } from '../../src/platform/i18n.ts';
import type { PolicyReport } from '../../src/platform/messages.ts';
import { PolicyPage } from '../../src/ui/policy/policy-page.tsx';
import { press, show, thing } from './stage.tsx';

const report: PolicyReport = {
  version: '0.1.0',
  facts: '2026-11-01',
  raw: { mode: 'warn', largeText: 'yes' },
  keys: [
    { name: 'mode', value: 'warn', forced: true, by: 'policy' },
    { name: 'largeText', value: false, forced: false, by: 'default' },
    { name: 'language', value: 'zh_TW', forced: false, by: 'visitor' },
  ],
  rejected: [{ at: 'largeText', why: 'notBoolean' }],
  readAt: Date.UTC(2026, 10, 22, 12),
};

beforeEach(() => chooseLanguage('zh_CN'));

test('tells what holds, by whom, and what was left out and why', async () => {
  const root = await show(<PolicyPage report={report} />);
  expect(root.textContent).toContain('由贵单位管理');
  expect(root.textContent).toContain('"warn" 贵单位');
  expect(root.textContent).toContain('false 默认');
  expect(root.textContent).toContain('"zh_TW" 用户自己');
  expect(root.textContent).toContain('largeText 应为 true 或 false');
  expect(root.textContent).toContain('什么都不发送');
});

test('is copied as one text that machines can read, and says so', async () => {
  const writeText = vi.fn(async (_: string) => {});
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  const root = await show(<PolicyPage report={{ ...report, queue: { length: 3, lost: 0, sentAt: 1 } }} />);
  await press(thing(root, '复制为文字'));
  const copied = JSON.parse(String(writeText.mock.calls[0]?.[0]));
  expect(copied).toMatchObject({
    keys: { mode: { value: 'warn', forced: true } },
    readAt: '2026-11-22T12:00:00.000Z',
    queue: { length: 3 },
  });
  expect(root.textContent).toContain('已复制');
});

test.each(Object.keys(languages) as (keyof typeof languages)[])('speaks %s', async (language) => {
  chooseLanguage(language);
  const root = await show(<PolicyPage report={report} />);
  expect(root.querySelector('h1')?.textContent).toMatch(/Managed policy|单位策略|單位策略/);
});
