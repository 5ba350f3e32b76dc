import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const source = join(import.meta.dirname, 'extension');

/** Builds the throwaway extension that stands in for the product around the warning; returns its folder. */
export async function buildExtension(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'warning-laboratory-'));
  for (const name of ['sentinel', 'guard', 'background']) await bundle(join(source, `${name}.ts`), outDir);
  for (const name of ['manifest.json', 'stopped.html', 'stopped.js']) await copyFile(join(source, name), join(outDir, name));
  return outDir;
}

/** One file as the browser gets it. */
export async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'script', fileName: () => `${entry.replace(/^.*[/\\]|\.ts$/g, '')}.js` },
    },
  });
}
