import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

/** The page's reader, watcher and triage as one script that defines `reader`, for pages that have no extension. */
export async function bundleReader(): Promise<string> {
  const entry = fileURLToPath(new URL('./reader.ts', import.meta.url));
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name: 'reader', fileName: 'reader' } },
  })) as Rollup.RollupOutput[];
  const [chunk] = outputs[0]?.output ?? [];
  if (!chunk) throw new Error('The reader could not be built');
  return chunk.code;
}
