import { openLab, sleep } from './lab.ts';
for (const b of ['chromium','firefox'] as const) {
const lab = await openLab(b);
for (const q of ['29-swallow.html?late','29-swallow.html','00-peaceful.html']) {
  const url = `${lab.origin}/${q}`; const page = await lab.open(url); await sleep(1200);
  await page.mouse.click(330, 570, {delay: 80}); await sleep(700);
  console.log(b, q, lab.log(url), lab.leaks(url));
  await page.keyboard.type('12'); await page.keyboard.press('Tab'); await page.keyboard.press('Tab'); await page.keyboard.press('Enter'); await sleep(300);
  console.log(b, q, lab.log(url), lab.leaks(url));
}
await lab.close();}
process.exit(0);
