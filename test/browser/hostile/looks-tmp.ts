import { writeFileSync } from 'node:fs';
import { openLab, sleep } from '/work/main/test/browser/hostile/lab.ts';

const lab = await openLab('chromium');
const looks: [string, string, any, any[]][] = [
  ['light', '', { width: 1280, height: 860 }, []],
  ['dark', '', { width: 1280, height: 860 }, [{ name: 'prefers-color-scheme', value: 'dark' }]],
  ['phone', '', { width: 360, height: 740, deviceScaleFactor: 2 }, []],
  ['phone-dark', '', { width: 360, height: 740, deviceScaleFactor: 2 }, [{ name: 'prefers-color-scheme', value: 'dark' }]],
  ['zoom200', '', { width: 640, height: 430, deviceScaleFactor: 2 }, []],
  ['zoom400', '', { width: 320, height: 215, deviceScaleFactor: 4 }, []],
  ['forced', '', { width: 1000, height: 800 }, [{ name: 'forced-colors', value: 'active' }]],
  ['large', '?large', { width: 1280, height: 860 }, []],
  ['large-phone', '?large', { width: 360, height: 740, deviceScaleFactor: 2 }, []],
  ['caution', '?level=caution', { width: 1280, height: 700 }, []],
  ['caution-dark', '?level=caution', { width: 1280, height: 700 }, [{ name: 'prefers-color-scheme', value: 'dark' }]],
  ['caution-phone', '?level=caution', { width: 360, height: 740, deviceScaleFactor: 2 }, []],
];
const only = process.argv.slice(2);
for (const [n, q, v, m] of looks) {
  if (only.length && !only.includes(n)) continue;
  const page = await lab.open(`${lab.origin}/00-peaceful.html${q}`);
  await page.setViewport(v);
  const c = await page.createCDPSession();
  await c.send('Emulation.setEmulatedMedia', { features: m });
  await sleep(500);
  writeFileSync(`/tmp/look-${n}.png`, await page.screenshot());
  await page.close();
}
await lab.close();
process.exit(0);
