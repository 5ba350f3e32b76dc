import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browsers.ts';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const sources = [
  'entrypoints',
  'src',
  'assets',
  'public',
  'tools/compile-knowledge.ts',
  'tools/compile-hosts.ts',
  'wxt.config.ts',
  'package.json',
];

/** The built extension for a browser, built now when it is missing or older than its sources. */
export function builtExtension(name: BrowserName, say: (sentence: string) => void = console.error): string {
  const folder = path.join(projectRoot, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  const manifest = path.join(folder, 'manifest.json');
  const newest = Math.max(...sources.map((source) => newestChange(path.join(projectRoot, source))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs >= newest) return folder;
  say(`Building the extension for ${name} …`);
  const wxt = path.join(projectRoot, 'node_modules/wxt/bin/wxt.mjs');
  try {
    execFileSync(process.execPath, [wxt, 'build', '-b', name === 'chromium' ? 'chrome' : 'firefox'], {
      cwd: projectRoot,
      stdio: 'pipe',
      // A failed build may leave its process waiting for ever.
      timeout: 180_000,
      env: { ...process.env, CI: '1', NO_COLOR: '1' },
    });
  } catch (error) {
    throw new Error(`The extension could not be built for ${name}:\n${outputOf(error)}`);
  }
  return folder;
}

function newestChange(place: string): number {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((entry) => newestChange(path.join(place, entry))));
}

function outputOf(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
  return `${stdout ?? ''}${stderr ?? ''}`.trim() || String(error);
}
