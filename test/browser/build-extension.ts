import { execSync } from 'node:child_process';

/** Journeys judge what a user would install, so the extension is built anew before them. */
export default function buildExtension(): void {
  for (const browser of ['chrome', 'firefox']) execSync(`npx wxt build -b ${browser}`, { stdio: ['ignore', 'ignore', 'inherit'] });
}
