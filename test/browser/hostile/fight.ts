import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { type HostileLab, see, sleep, within } from './lab.ts';
import { likeness, type Picture } from './pixels.ts';

/** The hostile pages, by file name. */
export const tricks = readdirSync(join(import.meta.dirname, 'pages')).filter((name) => name.endsWith('.html') && !name.startsWith('00'));

const ENOUGH = 0.95;

/** How a page's fight against the warning ended. */
export interface Outcome {
  trick: string;
  /** `seen`: the warning stood in all three pictures; `stopped`: the tab shows our own page. */
  end: 'seen' | 'stopped' | 'lost';
  /** The smallest share of pixels as they should be. */
  share: number;
  /** Whether the visitor could leave by Escape, where the warning was seen. */
  leaves: boolean;
  leaks: string[];
  reports: string[];
}

/** Opens a hostile page, lets it fight, types into it and says what came of it. */
export async function fight(lab: HostileLab, trick: string, reference: Picture): Promise<Outcome> {
  const url = `${lab.origin}/${trick}`;
  const page = await lab.open(url);
  // Some tricks need a gesture of the visitor before there is anything to warn of.
  await within(1000, page.mouse.click(500, 700));
  await sleep(1200);
  const share = await lookThrice(page, reference, () => lab.log(url).includes('stopped'));
  const isStopped = () => lab.log(url).includes('stopped');
  if (!isStopped()) await within(1500, typeAndLeave(page));
  await sleep(300);
  for (let waited = 0; share < ENOUGH && !isStopped() && waited < 6000; waited += 200) await sleep(200);
  const reports = lab.log(url);
  const end = isStopped() ? 'stopped' : share >= ENOUGH ? 'seen' : 'lost';
  await within(1500, page.close());
  return { trick, end, share, leaves: reports.includes('leave'), leaks: lab.leaks(url).filter(Boolean), reports };
}

async function lookThrice(page: Page, reference: Picture, isOver: () => boolean): Promise<number> {
  let share = 1;
  for (let look = 0; look < 3 && !isOver(); look++) {
    const picture = await see(page);
    share = Math.min(share, picture ? likeness(picture, reference) : 0);
    await sleep(230);
  }
  return share;
}

async function typeAndLeave(page: Page): Promise<void> {
  await page.keyboard.type('1101');
  await page.keyboard.press('Escape');
}

/** What the warning looks like where nobody fights it. */
export async function takeReference(lab: HostileLab): Promise<Picture> {
  const page = await lab.open(`${lab.origin}/00-peaceful.html`);
  await sleep(1500);
  const picture = await see(page);
  await page.close();
  if (!picture) throw new Error('The peaceful page gave no picture.');
  return picture;
}
