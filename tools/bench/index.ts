import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Each measurement has a process of its own: one's garbage and warm-up must not be another's.
const folder = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const benches = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && file !== 'index.ts')
  .map((file) => file.slice(0, -3));

const unknown = named.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${benches.join(', ')}.`);
  process.exit(2);
}
for (const name of named.length > 0 ? named : benches) {
  console.log(`\n=== ${name}`);
  const { status } = spawnSync(process.execPath, [`${folder}${name}.ts`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
