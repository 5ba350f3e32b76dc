import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/core/assessment.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { serveSites } from '../../../tools/lab/sites.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { anAssessment } from '../../ui/samples.ts';
import { savedFile, seen, step, waitFor } from './visitor.ts';

const now = Date.now();
/** What pages call themselves, some so that a spreadsheet would carry it out. */
const titles = ['=HYPERLINK("http://pos-banli.example","领取")', '+86 400', '-1+1|cmd', '@SUM(A1)', '拉卡拉"官网", 办理', '刷卡机申请'];
const rows: Assessment[] = Array.from({ length: 60 }, (_, number) =>
  anAssessment({
    id: `row-${number}`,
    url: `https://pos-banli.example/apply/${number}`,
    title: titles[number % titles.length] ?? '',
    level: number % 3 ? 'danger' : 'caution',
    ...(number % 2 && { invokes: 'lakala' }),
    firstAt: now - number * 3_600_000 - 1_000,
    lastAt: now - number * 3_600_000,
    decisions: number % 5 ? [] : [{ kind: 'left', at: now - number * 3_600_000 }],
  }),
);

describe.each(['chromium', 'firefox'] as const)('the history’s files in %s', (name) => {
  const downloads = mkdtempSync(path.join(tmpdir(), 'history-files-'));
  let lab: Lab;
  let page: Tab;
  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites([]), downloadDir: downloads });
    await lab.ask('changeSettings', { language: 'zh_CN' });
    await lab.ask('importAssessments', { rows });
    page = await lab.surface('history.html');
    await page.find('.row');
    const isOpen = () => page.evaluate<boolean>(`document.querySelector('.files').open`);
    // Rows take their true height as they come into sight, and the first press may miss.
    await waitFor(async () => (await isOpen()) || (await page.click('.files summary'), isOpen()));
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  /** Hands the page a file as a visitor does who chooses it, and waits for what the page says of it. */
  async function choose(file: string, said: string): Promise<void> {
    const input = (await page.find('.files input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await waitFor(async () => (await seen(page)).includes(said));
  }

  test('are a table that every spreadsheet reads and none carries out', async () => {
    const { content } = await savedFile(downloads, '.csv', () => step(page, '存成表格'));
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const table = readTable(content.subarray(3).toString('utf8'));
    expect(table).toHaveLength(rows.length + 1);
    expect(new Set(table.map((cells) => cells.length)).size).toBe(1);
    expect(table[0]).toContain('网址');
    expect(table.flat().filter((cell) => /^\s*[=+\-@|%]/.test(cell))).toEqual([]);
    expect(table[1]).toContain(`'${titles[0]}`);
    expect(table[5]).toContain(titles[4]);
  });

  test('are a backup from which everything comes back to the last word', async () => {
    const kept = await lab.history();
    const { file, content } = await savedFile(downloads, '.json', () => step(page, '存成备份'));
    expect(JSON.parse(content.toString('utf8'))).toMatchObject({ format: 'pos-signup-guard-history', version: 1, assessments: kept });
    await lab.ask('clearHistory', {});
    await choose(file, `文件里有 ${rows.length} 条，其中 ${rows.length} 条是新的`);
    expect(await lab.history()).toEqual(kept);
    await choose(file, `文件里有 ${rows.length} 条，其中 0 条是新的`);
    expect(await lab.history()).toEqual(kept);
  });

  test.each([
    ['a picture called a backup', 'picture.json', '\x89PNG\r\n\x1A\n\0\0', '没有导入：这个文件不是 JSON 备份，或者已经损坏。'],
    ['a backup with a prototype in it', 'prototype.json', backup('{"__proto__":{"level":"danger"},'), '没有导入：文件里有危险的字段名'],
    ['a backup with a script for an address', 'script.json', backup('{"url":"javascript:alert(1)",'), '没有导入：第 2 条'],
  ])('are refused in one sentence where they are hostile, and no row is lost: %s', async (_, file, content, said) => {
    const kept = await lab.history();
    const place = path.join(downloads, file);
    writeFileSync(place, content);
    await choose(place, said);
    expect(await lab.history()).toEqual(kept);
  });
});

/** A backup whose second row begins otherwise than ours do. */
function backup(begins: string): string {
  const [first, second] = rows;
  const { url, ...rest } = { ...second };
  const row = begins.includes('"url"') ? rest : { url, ...rest };
  const hostile = begins + JSON.stringify(row).slice(1);
  return `{"format":"pos-signup-guard-history","version":1,"made":"2026-11-22T12:00:00Z","assessments":[${JSON.stringify(first)},${hostile}]}`;
}

/** The cells of a table in which every cell is quoted. */
const readTable = (text: string): string[][] =>
  text
    .split(/(?<=")\r\n/)
    .filter(Boolean)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
