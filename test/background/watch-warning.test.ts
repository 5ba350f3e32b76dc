import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchWarning } from '../../src/background/watch-warning.ts';
import type { LineHearer } from '../../src/platform/serve-lines.ts';
import { writeTab } from '../../src/platform/tab-store.ts';

const page = 'https://banji.example/shenqing';
const danger = { level: 'danger', evidence: [], asks: ['idNumber'] } as const;
let tabId: number;
let watch: LineHearer;

const sender = (frameId = 0) => ({ tabId, frameId, topUrl: page, url: page, incognito: false });
const isStopped = async () => (await fakeBrowser.tabs.get(tabId)).url?.includes('stopped.html') ?? false;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => `chrome-extension://guard${path || '/'}`);
  vi.useFakeTimers();
  ({ id: tabId = -1 } = await fakeBrowser.tabs.create({ url: page }));
  await writeTab(tabId, { url: page, verdict: { ...danger, evidence: [], asks: ['idNumber'] }, frames: {}, assessmentId: 'a1' });
  watch = watchWarning(sender());
});
afterEach(async () => {
  watch.gone();
  // An attempt to leave that is under way belongs to this test.
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function standFor(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 500) {
    watch.word('alive');
    await vi.advanceTimersByTimeAsync(500);
  }
}

test('a warning that stands is left alone for as long as it says so', async () => {
  await standFor(60_000);
  expect(await isStopped()).toBe(false);
});

test('a tab that froze is left within three seconds', async () => {
  await standFor(2_000);
  await vi.advanceTimersByTimeAsync(1_800);
  expect(await isStopped()).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await isStopped()).toBe(true);
});

test.each([
  ['a page that holds its breath three times in a row is left', 1_600, 300, true],
  ['a page that is slow now and then is not', 1_600, 4_000, false],
  ['nor is one that is a little slow all the time', 900, 300, false],
] as const)('%s', async (_, silence, talk, leaves) => {
  for (let times = 0; times < 4; times += 1) {
    watch.word('alive');
    await vi.advanceTimersByTimeAsync(silence);
    watch.word('alive');
    await standFor(talk);
  }
  expect(await isStopped()).toBe(leaves);
});

test('silence of a tab behind another one proves nothing', async () => {
  watch.word('alive');
  watch.word('asleep');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(await isStopped()).toBe(false);
});

test('a machine that slept for an hour wakes to the page where it was', async () => {
  watch.word('alive');
  await vi.advanceTimersByTimeAsync(1_000);
  const now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now + 3_600_000);
  await vi.advanceTimersByTimeAsync(300);
  watch.word('alive');
  await vi.advanceTimersByTimeAsync(300);
  expect(await isStopped()).toBe(false);
});

test('a document that is gone is not waited for', async () => {
  watch.word('alive');
  watch.gone();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await isStopped()).toBe(false);
});

test.each([
  ['three touches within eight seconds are a fight', ['removed', 'covered', 'removed'], 1_000, true],
  ['three touches far apart are none', ['removed', 'covered', 'removed'], 5_000, false],
  ['a fullscreen page is left at once', ['fullscreen'], 0, true],
  ['a page that may hear the keys before us is left at once', ['deaf'], 0, true],
  ['printing is no fight where the warning is printed too', ['print'], 0, false],
  ['fields that the page draws anew now and then are no fight', Array(8).fill('fields'), 400, false],
  ['fields that it opens again and again are', Array(10).fill('fields'), 400, true],
] as const)('%s', async (_, words, apart, leaves) => {
  for (const word of words) {
    watch.word('alive');
    watch.word(word);
    await standFor(apart);
  }
  await vi.advanceTimersByTimeAsync(10);
  expect(await isStopped()).toBe(leaves);
});

test('a frame that asks and may hear its keys before us is reason enough to leave', async () => {
  const frame = watchWarning(sender(3));
  frame.word('deaf');
  await vi.advanceTimersByTimeAsync(10);
  expect(await isStopped()).toBe(true);
  frame.gone();
});

test('a page that is trusted by now is not left, whatever an old warning still says', async () => {
  await writeTab(tabId, { url: page, verdict: { level: 'none', because: 'trusted', evidence: [] }, frames: {} });
  watch.word('alive');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await isStopped()).toBe(false);
});

test('a tab that does not go gets our page in front of it, once', async () => {
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation(() => new Promise(() => {}) as never);
  watch.word('alive');
  await vi.advanceTimersByTimeAsync(30_000);
  const ours = (await fakeBrowser.tabs.query({})).filter(({ url }) => url?.includes('stopped.html'));
  expect(ours).toHaveLength(1);
  expect(ours[0]?.url).toContain('assessment=a1');
});
