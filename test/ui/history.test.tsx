// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { History } from '../../src/ui/history/history.tsx';
import { anAssessment, today } from './samples.ts';
import { fill, press, show, thing } from './stage.tsx';

const day = 86_400_000;
const hosts = (root: HTMLElement) => [...root.querySelectorAll('.row-host')].map((host) => host.textContent);

const confirmation = (root: HTMLElement) => root.querySelector('dialog .grave') as HTMLElement;

const three = [
  anAssessment({ id: 'old', hostname: 'old.example', lastAt: today - day, level: 'caution' }),
  anAssessment({ id: 'new', hostname: 'new.example', title: 'ＰＯＳ申请' }),
  anAssessment({ id: 'oldest', hostname: 'oldest.example', lastAt: today - 9 * day }),
];

function showHistory(assessments: Assessment[] = three) {
  const onDelete = vi.fn(async (ids: string[]) => ids.length);
  const onClear = vi.fn(async () => assessments.length);
  const part = <History assessments={assessments} now={today} onDelete={onDelete} onClear={onClear} />;
  return show(part).then((root) => ({ root, onDelete, onClear }));
}

beforeEach(() => chooseLanguage('zh_CN'));

test('lists the latest first, under today, yesterday and the date', async () => {
  const { root } = await showHistory();
  expect(hosts(root)).toEqual(['new.example', 'old.example', 'oldest.example']);
  expect([...root.querySelectorAll('h2')].map((heading) => heading.textContent?.split(' · ')[0])).toEqual([
    '今天',
    '昨天',
    '2026年11月13日星期五',
  ]);
});

test('finds by words in any width and case, and by level', async () => {
  const { root } = await showHistory();
  await fill(root.querySelector('input[type=search]') as HTMLInputElement, 'pos申请 身份证');
  expect(hosts(root)).toEqual(['new.example']);
  await fill(root.querySelector('input[type=search]') as HTMLInputElement, '');
  await fill(root.querySelector('select') as HTMLSelectElement, 'caution');
  expect(hosts(root)).toEqual(['old.example']);
});

test('deletes nothing until the reader has confirmed', async () => {
  const { root, onClear } = await showHistory();
  await press(thing(root, '全部删除'));
  await press(thing(root, '不删'));
  expect(onClear).not.toHaveBeenCalled();
  expect(hosts(root)).toHaveLength(3);
  await press(thing(root, '全部删除'));
  await press(confirmation(root));
  expect(onClear).toHaveBeenCalledOnce();
  expect(root.textContent).toContain('还没有提醒过');
});

test('deletes a selection, and never a selected row that the filter hides', async () => {
  const { root, onDelete } = await showHistory();
  for (const box of root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) await press(box);
  await fill(root.querySelector('select') as HTMLSelectElement, 'caution');
  await press(thing(root, '删除选中的'));
  await press(confirmation(root));
  expect(onDelete).toHaveBeenCalledExactlyOnceWith(['old']);
  expect(root.textContent).toContain('已删除 1 条');
});

test('keeps the rows and says why when deleting fails', async () => {
  const { root, onDelete } = await showHistory();
  onDelete.mockRejectedValueOnce(new Error('数据库打不开'));
  await press(root.querySelector('input[type=checkbox]') as HTMLElement);
  await press(thing(root, '删除选中的'));
  await press(confirmation(root));
  await vi.waitFor(() => expect(root.textContent).toContain('没有删成：数据库打不开'));
  expect(hosts(root)).toHaveLength(3);
});

test('says what will stand here while there is nothing yet', async () => {
  const { root } = await showHistory([]);
  expect(root.textContent).toContain('还没有提醒过');
  expect(root.querySelector('button')).toBeNull();
});

test('draws a hundred of five thousand rows and the next hundred on demand', async () => {
  const { root } = await showHistory(Array.from({ length: 5_000 }, (_, index) => anAssessment({ id: `${index}`, lastAt: today - index })));
  expect(hosts(root)).toHaveLength(100);
  await press(thing(root, '再显示 100 条'));
  expect(hosts(root)).toHaveLength(200);
});

test('gives no way back to the page that was warned about', async () => {
  const { root } = await showHistory();
  const details = root.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(root.textContent).toContain('https://pos-banli.example/apply'));
  expect(root.querySelector('a')).toBeNull();
});
