import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../tools/lab/built-extension.ts';
import { readCorpus, runCorpus } from '../../tools/lab/corpus.ts';

const corpora = readdirSync('test/corpus', { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(['chromium', 'firefox'] as const)('every page of the corpus in %s', (name) => {
  test.each(corpora.map(({ name: folder }) => folder))(
    'is judged as expected: %s',
    async (folder) => {
      const directory = path.join('test/corpus', folder);
      const wrong: string[] = [];
      let judged = 0;
      await runCorpus(directory, readCorpus(directory), name, {
        extensionDir: builtExtension(name),
        jobs: 4,
        report: ({ id, ok, level, expected, problem }) => {
          judged++;
          if (!ok) wrong.push(`${id}: ${level} instead of ${expected.join(' or ')}${problem ? `; ${problem}` : ''}`);
        },
      });
      console.log(`${folder} in ${name}: ${judged - wrong.length} of ${judged} as expected`);
      expect(wrong).toEqual([]);
      expect(judged).toBe(readCorpus(directory).length);
    },
    900_000,
  );
});
