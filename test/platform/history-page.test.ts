import { expect, test } from 'vitest';
import config from '../../wxt.config.ts';

test("our history page does not take the place of the browser's own", () => {
  const pages = [
    { name: 'history', type: 'history' },
    { name: 'popup', type: 'popup' },
  ];
  const resolved = (config.hooks as Record<string, (wxt: unknown, entrypoints: typeof pages) => void>)['entrypoints:resolved'];
  resolved?.(undefined, pages);
  expect(pages.map(({ type }) => type)).toEqual(['unlisted-page', 'popup']);
});
