import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../tools/lab/built-extension.ts';
import { type Case, readCorpus, runCorpus } from '../../tools/lab/corpus.ts';
import { type Lab, launchGuarded } from '../../tools/lab/launch.ts';
import { serveSites } from '../../tools/lab/sites.ts';

const SIDE_BY_SIDE = { chromium: 10, firefox: 6 }; // most of a visit is waiting
/** Their kinds of page are in the other corpora too; in Firefox `npm run judge -- --corpus … --browser firefox` visits them. */
const IN_CHROMIUM_ONLY = new Set(['third', 'fourth', 'fifth', 'seventh']);

const corpora = readdirSync('test/corpus')
  .map((folder) => path.join('test/corpus', folder))
  .filter((folder) => existsSync(path.join(folder, 'cases.jsonl')));

describe.each(['chromium', 'firefox'] as const)('every page of the corpus in %s', (name) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites: await serveSites() });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test.each(corpora.filter((folder) => name === 'chromium' || !IN_CHROMIUM_ONLY.has(path.basename(folder))))(
    'is judged as expected: %s',
    { timeout: 900_000, retry: 0 },
    async (folder) => {
      const cases = readCorpus(folder);
      const wrong = new Map<string, string>();
      const judgeEach = (some: Case[], sideBySide: number) =>
        runCorpus(
          lab,
          folder,
          some,
          ({ id, ok, level, expected, problem }) => {
            if (ok) wrong.delete(id);
            else wrong.set(id, `${id}: ${level} instead of ${expected.join(' or ')}${problem ? `; ${problem}` : ''}`);
          },
          sideBySide,
        );
      await judgeEach(cases, SIDE_BY_SIDE[name]);
      const first = wrong.size;
      // Side by side on two cores the largest pages may run out of time: what failed is judged once or twice more, alone.
      for (let again = 0; again < 2 && wrong.size > 0; again++)
        await judgeEach(
          cases.filter(({ id }) => wrong.has(id)),
          1,
        );
      console.log(`${folder} in ${name}: ${cases.length - wrong.size} of ${cases.length} as expected, ${first} judged again`);
      expect([...wrong.values()]).toEqual([]);
      expect(first).toBeLessThan(cases.length / 10);
    },
  );
});
