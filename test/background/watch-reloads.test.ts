import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noticeDocument } from '../../src/background/watch-reloads.ts';

const page = 'https://banji.example/shenqing';
let tabId: number;
const isStopped = async () => (await fakeBrowser.tabs.get(tabId)).url?.includes('stopped.html') ?? false;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => `chrome-extension://guard${path || '/'}`);
  ({ id: tabId = -1 } = await fakeBrowser.tabs.create({ url: page }));
});

test.each([
  ['three dangerous documents in a few seconds are left', [4_000, 2_000, 0], true],
  ['two are not', [2_000, 0], false],
  ['one that is judged again and again is not', [2_000, 2_000, 2_000, 2_000], false],
  ['a visitor who loads the page again now and then is not disturbed', [25_000, 13_000, 0], false],
])('%s', async (_, ages, leaves) => {
  const now = Date.now();
  for (const age of ages) noticeDocument({ tabId, frameId: 0, topUrl: page, url: page, incognito: false }, now - age);
  await new Promise((later) => setTimeout(later, 30));
  expect(await isStopped()).toBe(leaves);
});
