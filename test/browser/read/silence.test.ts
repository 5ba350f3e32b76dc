import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeForms } from '../../../tools/bench/read-pages.ts';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { readCorpus } from '../../../tools/lab/corpus.ts';
import { pause } from '../../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import { type Reply, serveSites } from '../../../tools/lab/sites.ts';
import { listenIn } from './listen-in.ts';

/** Said by nobody who has nothing to do with taking cards. */
const TRADE =
  /(?<![a-z])p\W{0,3}o\W{0,3}s(?![a-z])|刷卡|收款|收单|电签|云音箱|刷脸支付|刷脸终端|碰一[碰下]|码牌|商家码|card (?:reader|machine|terminal)|merchant account/i;
const MOST_WOKEN = 0.95; // of pages that stand as near to the trade as pages can: they were written to be mistaken

const negatives = ['harmless', 'second'].flatMap((name) => {
  const folder = path.join('test/corpus', name);
  return readCorpus(folder)
    .filter(({ expect: levels }) => levels.join() === 'none')
    .map(({ id, html, encoding = 'utf-8' }) => ({ id, encoding, bytes: readFileSync(path.join(folder, html)) }))
    .filter(({ bytes }) => bytes.length < 300_000);
});
/** Institutions of the trade by name, which are words of it too. */
const names = readdirSync('assets/providers')
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => (JSON.parse(readFileSync(path.join('assets/providers', file), 'utf8')) as { brands: string[] }).brands)
  .filter((name) => /^[\u4e00-\u9fff]{3,}$/.test(name));
const isOfTrade = ({ bytes, encoding }: (typeof negatives)[number]) => {
  const html = new TextDecoder(encoding).decode(bytes);
  return [html, html.replace(/<[^>]*>/g, '')].some((text) => TRADE.test(text) || names.some((name) => text.includes(name)));
};
const asReply = ({ bytes, encoding }: (typeof negatives)[number]): Reply => ({
  body: bytes,
  contentType: `text/html; charset=${encoding}`,
});

const quiet: Reply[] = [
  ...negatives.filter((one) => !isOfTrade(one)).map(asReply),
  ...madeForms().map(([name, html]) => ({ body: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${name}</title>${html}` })),
];
const near = negatives.filter(isOfTrade).map(asReply);
const hostsOf = (replies: readonly Reply[], name: string) =>
  replies.map((body, index) => ({ host: `${name}-${index}.example`, pages: { '*': body } }));

describe.each(['chromium', 'firefox'] as const)('the sentinel in %s', (browser) => {
  let lab: Lab;
  beforeAll(async () => {
    const sites = [...hostsOf(quiet, 'anjing'), ...hostsOf(near, 'linjin')];
    lab = await launchGuarded(browser, { extensionDir: builtExtension(browser), sites: await serveSites(sites) });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  /** Visits pages one after the other and tells which of them said anything to the extension. */
  async function wokenOn(name: string, count: number): Promise<string[]> {
    const ear = await listenIn(lab);
    const tab = await lab.open(`https://${name}-0.example/`);
    for (let index = 0; index < count; index++) {
      await tab.goto(`https://${name}-${index}.example/`);
      await pause(250);
    }
    await pause(1_500);
    const heard = await ear.heard();
    await tab.close();
    await ear.surface.close();
    return [...new Set(heard.map((message) => new URL(message.split(' ')[0] ?? '').hostname))].sort();
  }

  test('says nothing on more than a hundred pages without a word of the trade', async () => {
    expect(quiet.length).toBeGreaterThanOrEqual(100);
    expect(await wokenOn('anjing', quiet.length)).toEqual([]);
  }, 900_000);

  test.runIf(browser === 'chromium')(
    'is heard, so that silence means something, and not by every page that is near the trade',
    async () => {
      const woken = await wokenOn('linjin', near.length);
      console.log(`woken on ${woken.length} of ${near.length} harmless pages with words of the trade`);
      expect(woken.length).toBeGreaterThan(20);
      expect(woken.length).toBeLessThanOrEqual(near.length * MOST_WOKEN);
    },
    900_000,
  );
});
