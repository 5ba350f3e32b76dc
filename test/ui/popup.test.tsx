// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { SignalId } from '../../src/core/signals/index.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { aProvider } from './samples.ts';
import { press, show, thing } from './stage.tsx';

const means = { pause: async () => {}, resume: async () => {}, trust: async () => {}, grant: async () => {}, picture: async () => {} };

beforeEach(() => chooseLanguage('zh_CN'));

test('names the institution, its licence, hotline and the date of the facts where the address is licensed', async () => {
  const verdict = { level: 'licensed', provider: 'invented-pay' } as const;
  const root = await show(
    <Popup means={means} report={{ hostname: 'invented-pay.example', verdict, provider: aProvider(), trusted: false }} />,
  );
  for (const words of ['虚构支付有限公司', 'Z0000000000000', '00000', '2026年11月22日', '公开资料里没有见到注销']) {
    expect(root.textContent).toContain(words);
  }
});

test('gives no licence row of a payment institution to a bank', async () => {
  const verdict = { level: 'licensed', provider: 'invented-bank' } as const;
  const bank = aProvider({ kind: 'bank', licence: null });
  const root = await show(<Popup means={means} report={{ hostname: 'invented-bank.example', verdict, provider: bank, trusted: false }} />);
  expect(root.textContent).toContain('银行凭金融许可证经营');
  expect(root.textContent).not.toContain('没有查到许可证编号');
});

test('says what a page asks for and why it is doubted', async () => {
  const evidence = [{ signal: 'longForgotten' as SignalId, args: [], found: [{ text: '拉卡拉官网\u202E', where: 'title' }] }];
  const verdict: Verdict = { level: 'danger', evidence, asks: ['idNumber', 'cardPin'] };
  const root = await show(<Popup means={means} report={{ hostname: 'pos-banli.example', verdict, trusted: false }} />);
  expect([...root.querySelectorAll('.chips li')].map((chip) => chip.textContent)).toEqual(['身份证号码', '银行卡密码']);
  expect(root.querySelector('q')?.textContent).toBe('拉卡拉官网');
});

test('says plainly that it cannot see a page of the browser', async () => {
  const root = await show(<Popup means={means} report={{ trusted: false }} />);
  expect(root.querySelector('h1')?.textContent).toBe('这个页面看不到');
});

test('says first that it may see no page, and asks for it with one press', async () => {
  const grant = vi.fn(async () => {});
  const root = await show(<Popup means={{ ...means, grant }} report={{ trusted: false, sees: false }} />);
  expect(root.textContent).not.toContain('这个页面看不到');
  await press(thing(root, '允许它看网页'));
  expect(grant).toHaveBeenCalledOnce();
});

test('offers no link to an institution whose site is not proven', async () => {
  const verdict: Verdict = { level: 'caution', evidence: [], asks: [], invokes: 'invented-pay' };
  const report = { hostname: 'x.example', verdict, provider: aProvider({ domains: [] }), trusted: false };
  const root = await show(<Popup means={means} report={report} />);
  expect(root.querySelectorAll('.institution a')).toHaveLength(0);
  expect(root.textContent).toContain('还没有核实到它的官方网址');
});

test('offers no pause and no trust where the organisation allows none, and says whose wish that is', async () => {
  const verdict: Verdict = { level: 'danger', evidence: [], asks: ['idNumber'] };
  const report = { hostname: 'pos-banli.example', verdict, trusted: false };
  const free = await show(<Popup means={means} report={{ ...report, may: { pause: true, trust: true } }} />);
  const trust = (root: ParentNode) =>
    [...root.querySelectorAll('summary')].filter((line) => line.textContent?.includes('以后不用提醒')).length;
  expect([trust(free), free.textContent?.includes('由贵单位管理')]).toEqual([1, false]);
  const locked = await show(<Popup means={means} report={{ ...report, may: { pause: false, trust: false } }} />);
  expect(trust(locked)).toBe(0);
  expect([...locked.querySelectorAll('.managed')].map(({ textContent }) => textContent)).toEqual([
    '暂停提醒 · 由贵单位管理',
    '信任的网址 · 由贵单位管理',
  ]);
});

test('offers a report about a page that is kept, with a picture of it at a press, and says why where there is none', async () => {
  const verdict: Verdict = { level: 'danger', evidence: [], asks: ['idNumber'] };
  const asked: string[] = [];
  const picture = async (address: string) => {
    asked.push(address);
    throw new Error('拍不了');
  };
  const report = { hostname: 'pos-banli.example', verdict, trusted: false };
  const without = await show(<Popup means={means} report={report} />);
  expect(without.textContent).not.toContain('举报这个网页');
  const root = await show(<Popup means={{ ...means, picture }} report={{ ...report, assessmentId: 'one' }} />);
  expect(root.querySelector('a[href="/report.html#one"]')).toBeTruthy();
  expect(asked).toEqual([]);
  await press(thing(root, '拍下网页'));
  await vi.waitFor(() => expect(root.textContent).toContain('拍不了'));
  expect(asked).toEqual(['/report.html#one']);
});
