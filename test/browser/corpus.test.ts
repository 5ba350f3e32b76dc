import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../tools/lab/built-extension.ts';
import { readCorpus, runCorpus } from '../../tools/lab/corpus.ts';
import { type Lab, launchGuarded } from '../../tools/lab/launch.ts';
import { serveSites } from '../../tools/lab/sites.ts';

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

  test.each(corpora)(
    'is judged as expected: %s',
    async (folder) => {
      const cases = readCorpus(folder);
      const wrong: string[] = [];
      const failed: string[] = [];
      // Side by side on two cores the largest pages may run out of time: what failed is judged once more, alone.
      await runCorpus(lab, folder, cases, ({ id, ok }) => {
        if (!ok) failed.push(id);
      });
      const again = cases.filter(({ id }) => failed.includes(id));
      await runCorpus(
        lab,
        folder,
        again,
        ({ id, ok, level, expected, problem }) => {
          if (!ok) wrong.push(`${id}: ${level} instead of ${expected.join(' or ')}${problem ? `; ${problem}` : ''}`);
        },
        1,
      );
      console.log(`${folder} in ${name}: ${cases.length - wrong.length} of ${cases.length} as expected, ${again.length} judged twice`);
      expect(wrong).toEqual([]);
      expect(again.length).toBeLessThan(cases.length / 10);
    },
    900_000,
  );
});
