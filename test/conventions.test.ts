import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

// Each of these would let a room reach into one it must not know; the linter has to say so.
const wrongImports = [
  ['src/core', "import { h } from 'preact';"],
  ['src/core', "import { askFromPage } from '../platform/page-runtime.ts';"],
  ['src/core/page', "import { browser } from 'wxt/browser';"],
  ['src/core/page', "import { readPage } from '../../page/read/read-page.ts';"],
  ['src/core/signals', 'export const now = () => Date.now();'],
  ['src/page', "import { browser } from 'wxt/browser';"],
  ['src/page', 'export const id = chrome.runtime.id;'],
  ['src/page', "import { parse } from 'tldts';"],
  ['src/background', "import { openDB } from 'idb';"],
  ['src/background', "import { readPage } from '../page/read/read-page.ts';"],
  ['src/platform', "import { judgePage } from '../background/judge-page.ts';"],
  ['src/ui', "import { judgePage } from '../background/judge-page.ts';"],
  ['entrypoints', "import { browser } from 'wxt/browser';"],
] as const;

const allowedImports = [
  ['src/core', "import { parse } from 'tldts';\nexport const domain = parse('a.cn');"],
  ['src/core/signals', "import { foldText } from '../page/fold.ts';\nexport const fold = foldText;"],
  ['src/platform', "import { browser } from 'wxt/browser';\nexport const id = browser.runtime.id;"],
] as const;

let written = '';
afterEach(() => rmSync(written, { force: true }));

/** Lints a file in its real room: the linter's rules go by path. */
function lint(folder: string, source: string) {
  written = join(folder, `zz-${process.pid}-${randomUUID()}.ts`);
  writeFileSync(written, `${source}\n`);
  return spawnSync('node_modules/.bin/biome', ['lint', '--vcs-enabled=false', written], { encoding: 'utf8' });
}

describe('the linter holds the directions between rooms', () => {
  test.each(wrongImports)('a file in %s may not say: %s', (folder, source) => {
    const { status, stdout, stderr } = lint(folder, source);
    expect(status, stdout + stderr).not.toBe(0);
    expect(stdout + stderr).toMatch(/noRestricted(?:Imports|Globals)/);
  });

  test.each(allowedImports)('a file in %s may say: %s', (folder, source) => {
    const { stdout, stderr } = lint(folder, source);
    expect(stdout + stderr).not.toMatch(/noRestricted(?:Imports|Globals)/);
  });
});
