import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answer } from '../../src/platform/messages.ts';
import { type PageHandlers, type PageSender, type SurfaceHandlers, serveRequests } from '../../src/platform/serve-requests.ts';

const page = {
  id: 'test-extension-id',
  url: 'https://banji.example/a?b=c',
  frameId: 0,
  tab: { id: 7, url: 'https://banji.example/a?b=c', incognito: false },
};
const ours = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/history.html' };

let heard: [string, PageSender | undefined][];

beforeEach(() => {
  fakeBrowser.reset();
  heard = [];
  fakeBrowser.runtime.getURL = (path: string) => `chrome-extension://test-extension-id${path || '/'}`;
  const hear = (name: string) => async (_payload: unknown, sender?: PageSender) => {
    heard.push([name, sender]);
    return null as never;
  };
  const pages = { triagePage: hear('triagePage'), judgePage: hear('judgePage'), decide: hear('decide') } as PageHandlers;
  const names = ['clearHistory', 'listAssessments', 'unlock', 'removeHelperPin'];
  const surfaces = Object.fromEntries(names.map((name) => [name, hear(name)])) as unknown as SurfaceHandlers;
  serveRequests(pages, surfaces);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function send(message: unknown, sender: object): Promise<Answer<unknown> | undefined> {
  const answers: unknown[] = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined);
  return answers[0] as Answer<unknown> | undefined;
}

describe('who may ask what', () => {
  test('a page’s request carries the sender’s own address, whatever the payload says', async () => {
    await send({ request: 'judgePage', payload: { url: 'https://www.lakala.com/', topUrl: 'https://www.lakala.com/' } }, page);
    expect(heard).toEqual([
      ['judgePage', { tabId: 7, frameId: 0, topUrl: 'https://banji.example/a?b=c', url: 'https://banji.example/a?b=c', incognito: false }],
    ]);
  });

  test('a tab that has gone elsewhere in the meantime lends nobody its address', async () => {
    await send({ request: 'judgePage', payload: {} }, { ...page, tab: { ...page.tab, url: 'https://www.lakala.com/' } });
    expect(heard[0]?.[1]?.topUrl).toBe('https://banji.example/a?b=c');
  });

  test('a frame speaks under the address of the tab, not under its own', async () => {
    await send({ request: 'judgePage', payload: {} }, { ...page, frameId: 3, url: 'https://www.lakala.com/form' });
    expect(heard[0]?.[1]?.topUrl).toBe('https://banji.example/a?b=c');
  });

  test.each([
    ['a window that a page wrote itself', 'about:blank', 'https://banji.example'],
    ['a document that a page made itself', 'blob:https://banji.example/5c0f', undefined],
  ])('%s speaks for the page’s origin', async (_, url, origin) => {
    await send({ request: 'judgePage', payload: {} }, { ...page, url, origin, tab: { ...page.tab, url } });
    expect(heard[0]?.[1]?.topUrl).toBe('https://banji.example');
  });

  test.each(['clearHistory', 'listAssessments', 'unlock', 'removeHelperPin'])('a page that asks for %s is refused', async (request) => {
    const answer = await send({ request, payload: {} }, page);
    expect(answer).toMatchObject({ ok: false });
    expect(heard).toEqual([]);
  });

  test('one of our pages may ask for the history, and nobody may pretend to be one', async () => {
    expect(await send({ request: 'listAssessments', payload: {} }, ours)).toMatchObject({ ok: true });
    await send(
      { request: 'listAssessments', payload: {} },
      { ...page, url: 'https://banji.example/chrome-extension://test-extension-id/history.html' },
    );
    await send({ request: 'listAssessments', payload: {} }, { ...ours, id: 'another-extension' });
    expect(heard).toHaveLength(1);
  });

  test.each([['constructor'], ['__proto__'], ['toString'], ['nothing'], ['x'.repeat(5_000)]])(
    'a request named %s is refused with a short sentence',
    async (request) => {
      for (const sender of [page, ours]) {
        const answer = await send({ request, payload: {} }, sender);
        if (answer) expect(answer).toMatchObject({ ok: false });
        if (answer && !answer.ok) expect(answer.error.length).toBeLessThan(400);
      }
      expect(heard).toEqual([]);
    },
  );

  test.each([[null], [undefined], [1], ['judgePage'], [[]], [{}], [{ request: 5 }], [{ request: { toString: 'judgePage' } }]])(
    'a message like %j is not ours to answer',
    async (message) => {
      expect(await send(message, page)).toBeUndefined();
    },
  );

  test.each([['about:blank'], ['file:///etc/passwd'], ['chrome://settings'], ['data:text/html,hi'], ['not a url'], [undefined]])(
    'a sender at %s is nowhere we know',
    async (url) => {
      const answer = await send(
        { request: 'judgePage', payload: {} },
        { id: page.id, frameId: 0, url, tab: { id: 7, url, incognito: false } },
      );
      expect(answer).toMatchObject({ ok: false });
      expect(heard).toEqual([]);
    },
  );
});
