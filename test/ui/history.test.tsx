// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { type Assessment, everything, type HistoryNotice, type HistoryQuery } from '../../src/core/assessment.ts';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { History } from '../../src/ui/history/history.tsx';
import type { HistoryMeans } from '../../src/ui/history/means.ts';
import { anAssessment, today } from './samples.ts';
import { fill, press, show, thing } from './stage.tsx';

const day = 86_400_000;
const hosts = (root: HTMLElement) => [...root.querySelectorAll('.row-host')].map((host) => host.textContent);
const confirmation = (root: HTMLElement) => root.querySelector('dialog .grave') as HTMLElement;
const boxes = (root: HTMLElement) => [...root.querySelectorAll<HTMLInputElement>('.pick input')];
const selectWith = (root: HTMLElement, option: string) =>
  [...root.querySelectorAll('select')].find((select) => select.querySelector(`option[value="${option}"]`)) as HTMLSelectElement;

const three = [
  anAssessment({ id: 'new', hostname: 'new.example', invokes: 'lakala' }),
  anAssessment({ id: 'old', hostname: 'old.example', lastAt: today - day, level: 'caution' }),
  anAssessment({ id: 'oldest', hostname: 'oldest.example', lastAt: today - 9 * day }),
];

/** A background that keeps its rows in a list. */
class Background implements HistoryMeans {
  rows: Assessment[];
  asked: HistoryQuery[] = [];
  constructor(rows: Assessment[]) {
    this.rows = [...rows];
  }
  browse: HistoryMeans['browse'] = async ({ query, limit, after }) => {
    this.asked.push(query);
    const found = this.rows.filter(
      ({ level, hostname }) => (query.level === '' || level === query.level) && hostname.includes(query.words),
    );
    const from = Number(after?.[0] ?? 0);
    const next = from + limit < found.length ? { next: [from + limit] } : {};
    return {
      rows: found.slice(from, from + limit),
      ...next,
      ...(!after && { count: { found: found.length, total: this.rows.length } }),
    };
  };
  draw: HistoryMeans['draw'] = async (edges) => ({
    spans: edges.slice(0, -1).map((from, index) => ({ from, danger: index === 12 ? 2 : 0, caution: index === 11 ? 1 : 0 })),
    institutions: [{ id: 'lakala', count: 1 }],
  });
  remove = vi.fn(async (ids: string[]) => {
    this.rows = this.rows.filter(({ id }) => !ids.includes(id));
    return ids.length;
  });
  clear = vi.fn(async () => 0);
  take = vi.fn(async (rows: Assessment[]) => {
    this.rows.push(...rows);
    return rows.length;
  });
  dismissNotices = vi.fn(async () => undefined);
}

async function showHistory(rows: Assessment[] = three, notices: HistoryNotice[] = []) {
  const means = new Background(rows);
  const page = await means.browse({ query: everything, limit: 100 });
  const root = await show(<History start={{ page, notices }} now={today} means={means} />);
  if (rows.length > 0) await vi.waitFor(() => expect(root.querySelector('.tally')).toBeTruthy());
  return { root, means };
}

beforeEach(() => chooseLanguage('zh_CN'));

test('lists the latest first, under today, yesterday and the date', async () => {
  const { root } = await showHistory();
  expect(hosts(root)).toEqual(['new.example', 'old.example', 'oldest.example']);
  expect([...root.querySelectorAll('.day h2')].map((heading) => heading.textContent?.split(' · ')[0])).toEqual([
    '今天',
    '昨天',
    '2026年11月13日星期五',
  ]);
});

test('asks the background for what the reader looks for, and of two answers shows the later question’s', async () => {
  const { root, means } = await showHistory();
  const answer = means.browse;
  let release: () => void = () => undefined;
  means.browse = async (request) => {
    if (request.query.level === 'danger') await new Promise<void>((done) => (release = done));
    return answer(request);
  };
  await fill(selectWith(root, 'caution'), 'danger');
  await fill(selectWith(root, 'caution'), 'caution');
  await vi.waitFor(() => expect(hosts(root)).toEqual(['old.example']));
  release();
  await new Promise((done) => setTimeout(done, 20));
  expect(hosts(root)).toEqual(['old.example']);
});

test('searches after a pause in typing, and says where there is nothing', async () => {
  const { root } = await showHistory();
  await fill(root.querySelector('input[type=search]') as HTMLInputElement, 'oldest');
  await vi.waitFor(() => expect(hosts(root)).toEqual(['oldest.example']));
  await fill(root.querySelector('input[type=search]') as HTMLInputElement, 'nowhere');
  await vi.waitFor(() => expect(root.textContent).toContain('没有符合的记录'));
  await press(thing(root, '清除筛选'));
  await vi.waitFor(() => expect(hosts(root)).toHaveLength(3));
});

test('stands without days where the order is not by time', async () => {
  const { root } = await showHistory();
  await fill(selectWith(root, 'visits'), 'visits');
  await vi.waitFor(() => expect(root.querySelector('.day h2')).toBeNull());
  expect(hosts(root)).toHaveLength(3);
});

test('deletes a selection at once and gives it back for ten seconds', async () => {
  const { root, means } = await showHistory();
  const [first, second] = boxes(root);
  await press(first as HTMLElement);
  await press(second as HTMLElement);
  await press(thing(root, '删除选中的'));
  await vi.waitFor(() => expect(hosts(root)).toEqual(['oldest.example']));
  expect(means.remove).toHaveBeenCalledExactlyOnceWith(['new', 'old']);
  expect(root.textContent).toContain('已删除 2 条');
  expect(document.activeElement).toBe(thing(root, '撤销'));
  await press(thing(root, '撤销'));
  await vi.waitFor(() => expect(hosts(root)).toHaveLength(3));
  expect(document.activeElement).toBe(root.querySelector('.rows'));
  expect(means.rows.find(({ id }) => id === 'new')).toEqual(three[0]);
});

test('never deletes a row that the filter hides, though it was ticked before', async () => {
  const { root } = await showHistory();
  for (const box of boxes(root)) await press(box);
  await fill(selectWith(root, 'caution'), 'caution');
  await vi.waitFor(() => expect(hosts(root)).toEqual(['old.example']));
  expect(thing(root, '删除选中的')).toHaveProperty('disabled', true);
  expect(boxes(root).some(({ checked }) => checked)).toBe(false);
});

test('deletes everything only after a question, and gives everything back', async () => {
  const { root, means } = await showHistory();
  await press(thing(root, '全部删除'));
  await press(thing(root, '不删'));
  expect(means.remove).not.toHaveBeenCalled();
  await press(thing(root, '全部删除'));
  await press(confirmation(root));
  await vi.waitFor(() => expect(root.textContent).toContain('还没有提醒过'));
  await press(thing(root, '撤销'));
  await vi.waitFor(() => expect(hosts(root)).toHaveLength(3));
});

test('keeps the rows and says why when deleting fails', async () => {
  const { root, means } = await showHistory();
  means.remove.mockRejectedValueOnce(new Error('数据库打不开'));
  await press(boxes(root)[0] as HTMLElement);
  await press(thing(root, '删除选中的'));
  await vi.waitFor(() => expect(root.textContent).toContain('没有删成：数据库打不开'));
  expect(hosts(root)).toHaveLength(3);
});

test('says what will stand here while there is nothing yet, and still takes a backup', async () => {
  const { root } = await showHistory([]);
  expect(root.textContent).toContain('还没有提醒过');
  expect(thing(root, '导入备份')).toBeTruthy();
});

test('draws the picture with words for those who do not see it', async () => {
  const { root } = await showHistory();
  const picture = root.querySelector('.picture svg[role=img]');
  expect(picture?.getAttribute('aria-label')).toMatch(/高风险 0 次，要小心 1 次.*高风险 2 次，要小心 0 次/);
  expect(root.querySelector('.tally')?.textContent).toBe('拉卡拉1');
});

test('says what happened to the history until the reader has put it away', async () => {
  const { root, means } = await showHistory(three, [
    { kind: 'full', at: today, count: 20 },
    { kind: 'setAside', at: today },
  ]);
  expect(root.textContent).toContain('最早的 20 条记录已经删掉');
  expect(root.textContent).toContain('原来的记录损坏');
  await press(thing(root, '知道了'));
  await vi.waitFor(() => expect(root.textContent).not.toContain('原来的记录损坏'));
  expect(means.dismissNotices).toHaveBeenCalledOnce();
});

test('gives no way back to the page that was warned about', async () => {
  const { root } = await showHistory();
  const details = root.querySelector('.row details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(root.textContent).toContain('https://pos-banli.example/apply'));
  expect([...root.querySelectorAll('a')].every((link) => !link.href.includes('pos-banli'))).toBe(true);
});
