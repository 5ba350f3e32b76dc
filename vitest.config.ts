import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { knowledgePlugin } from './tools/knowledge-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const plugins = [WxtVitest(), knowledgePlugin(root)];

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['test/{core,background,platform,tools}/**/*.test.ts', 'test/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      { plugins, test: { name: 'dom', include: ['test/{page,ui}/**/*.test.{ts,tsx}'], environment: 'happy-dom', testTimeout: 20_000 } },
      {
        // Real browsers, one file after the other: the machine has two cores and screenshots need quiet.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          // Browsers start, sleep and wake on a machine that may be busy with something else.
          retry: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          globalSetup: ['test/browser/build-extension.ts'],
        },
      },
    ],
  },
});
