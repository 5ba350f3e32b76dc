import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from './build-extension.ts';
import { fight, type Outcome, takeReference, tricks } from './fight.ts';
import { type HostileLab, openLab, sleep } from './lab.ts';
import type { Picture } from './pixels.ts';

const MOST = 7 * 1024; // bytes, gzipped, of overlay, bar, style sheet and field closing

test('the warning with its style sheet fits its budget', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'warning-size-'));
  await bundle(join(import.meta.dirname, 'extension', 'warning-alone.ts'), outDir);
  const guard = await readFile(join(outDir, 'warning-alone.js'));
  const size = gzipSync(guard, { level: 9 }).length;
  console.log(`warning, gzipped: ${size} bytes`);
  expect(size).toBeLessThanOrEqual(MOST);
}, 30_000);

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let lab: HostileLab;
  let reference: Picture;
  const outcomes: Outcome[] = [];
  beforeAll(async () => {
    lab = await openLab(name);
    reference = await takeReference(lab);
  }, 60_000);
  afterAll(async () => {
    for (const { trick, end, share, reports } of outcomes)
      console.log(trick.padEnd(36), end.padEnd(8), share.toFixed(3), reports.join(', ').slice(0, 90));
    const held = outcomes.filter(({ end }) => end !== 'lost').length;
    const stopped = outcomes.filter(({ end }) => end === 'stopped').length;
    console.log(`${name}: the warning held against ${held} of ${outcomes.length} tricks, ${stopped} of them by leaving the page`);
    await lab.close();
  });

  test.each(tricks)(
    'the warning holds against %s, and no keystroke gets out',
    async (trick) => {
      const outcome = await fight(lab, trick, reference);
      outcomes.push(outcome);
      expect(outcome.end, outcome.reports.join()).not.toBe('lost');
      expect(outcome.leaks).toEqual([]);
    },
    40_000,
  );

  test('a page that does not fight is never reported', async () => {
    const url = `${lab.origin}/00-peaceful.html`;
    const page = await lab.open(url);
    await sleep(4000);
    expect(lab.log(url).filter((report) => report !== 'leave')).toEqual([]);
    await page.close();
  }, 20_000);

  test('the keyboard alone goes round the buttons and leaves', async () => {
    const url = `${lab.origin}/00-peaceful.html?keyboard`;
    const page = await lab.open(url);
    await sleep(1500);
    for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Enter', 'Escape'] as const) await page.keyboard.press(key);
    await sleep(400);
    expect(lab.log(url)).toEqual(['more', 'leave', 'leave']);
    expect(lab.leaks(url)).toEqual([]);
    await page.close();
  }, 20_000);

  test('the bar leaves the page usable, and a dialog of the page beside it in peace', async () => {
    const url = `${lab.origin}/10-modal-covers.html?level=caution`;
    const page = await lab.open(url);
    await sleep(1500);
    await page.keyboard.type('12');
    await sleep(1000);
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('dialog input')?.value)).toBe('12');
    expect(lab.log(url)).not.toContain('stopped');
    await page.close();
  }, 20_000);
});

test('Chromium’s accessibility tree reads the overlay in order, with the focus on leaving', async () => {
  const lab = await openLab('chromium');
  const page = await lab.open(`${lab.origin}/00-peaceful.html`);
  await sleep(1500);
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const seen = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value}: ${name?.value}`);
  const order = ['alertdialog: 先别填', 'heading: 先别填', 'button: 离开这里', 'button: 去 lakala.com', 'button: 了解更多'];
  const places = order.map((start) => seen.findIndex((line) => line.startsWith(start)));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  const focused = nodes.filter(({ properties }) => properties?.some(({ name, value }) => name === 'focused' && value.value));
  expect(focused.at(-1)?.name?.value).toBe('离开这里');
  await lab.close();
}, 30_000);
