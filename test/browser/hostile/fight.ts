import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pause, within } from '../../../tools/lab/driver.ts';
import { settle } from '../../../tools/lab/settle.ts';
import type { Tab } from '../../../tools/lab/tab.ts';
import { type HostileLab, pageAt, see, viewport } from './lab.ts';
import { likeness, type Picture } from './pixels.ts';

/** The hostile pages, by file name. */
export const tricks = readdirSync(join(import.meta.dirname, 'pages')).filter((name) => name.endsWith('.html') && !name.startsWith('00'));

const ENOUGH = 0.95;
const PATIENCE = 12_000; // on a busy machine the first sight may take longer; the tricks begin with it
const ENOUGH_OF_OURS = 0.85; // our own page names the host, and its evidence differs a little from page to page

/** How a page's fight against the warning ended. */
export interface Outcome {
  trick: string;
  /** `seen`: the warning stood in all three pictures; `stopped`: the tab, or one in front of it, shows our own page. */
  end: 'seen' | 'stopped' | 'lost';
  /** The smallest share of pixels as they should be. */
  share: number;
  leaks: string[];
  milliseconds: number;
}

/** What an untouched warning and our own page look like. */
export interface References {
  /** With and without the sentence about another host. */
  warnings: Picture[];
  stopped: Picture;
}

/** Opens a hostile page, lets it fight, types into it and says what came of it. */
export async function fight(hostile: HostileLab, trick: string, references: References): Promise<Outcome> {
  const start = Date.now();
  const host = `${trick.replace(/\.html$/, '')}.example`;
  const leakedBefore = hostile.leaks(host).length;
  const first = await hostile.visit(host);
  // What a page opens in front of itself is what the visitor sees and types into.
  let tab = first;
  first.page.on('popup', (popup) => {
    if (!popup) return;
    tab = hostile.adopt(popup);
    void popup.setViewport(viewport).catch(() => undefined);
  });
  await tab.page.goto(`https://${host}/${trick}`, { waitUntil: 'domcontentloaded', timeout: 4_000 }).catch(() => undefined);
  // Some tricks need a gesture of the visitor before there is anything to warn of.
  await within(1_000, quietly(tab.page.mouse.click(500, 700)));
  await pause(1_300);
  for (
    let waited = 0;
    waited < PATIENCE && !(await hostile.stoppedTab(host)) && (await shareOf(tab, references.warnings)) < ENOUGH;
    waited += 500
  )
    await pause(500);
  let share = await lookThrice(tab, references.warnings, () => hostile.stoppedTab(host));
  if (!(await hostile.stoppedTab(host))) {
    // What the pointer meets must tell the page no more than the keys do.
    await within(1_000, quietly(tab.page.mouse.move(480, 300, { steps: 3 })));
    await within(1_500, quietly(tab.page.keyboard.type('1101')));
  }
  await pause(300);
  for (let waited = 0; share < ENOUGH && !(await hostile.stoppedTab(host)) && waited < 7_000; waited += 200) await pause(200);
  const stopped = await hostile.stoppedTab(host);
  if (stopped) share = await shareOfOurs(hostile, tab, stopped, references.stopped);
  const end = stopped ? (share >= ENOUGH_OF_OURS ? 'stopped' : 'lost') : share >= ENOUGH ? 'seen' : 'lost';
  const outcome: Outcome = { trick, end, share, leaks: hostile.leaks(host).slice(leakedBefore), milliseconds: Date.now() - start };
  if (tab !== first) await tab.close();
  await first.close();
  return outcome;
}

async function lookThrice(tab: Tab, references: Picture[], isOver: () => Promise<unknown>): Promise<number> {
  let share = 1;
  for (let look = 0; look < 3 && !(await isOver()); look++) {
    share = Math.min(share, await shareOf(tab, references));
    await pause(200);
  }
  return share;
}

async function shareOf(tab: Tab, references: Picture[]): Promise<number> {
  // A busy machine is no frozen tab.
  const picture = (await see(tab.page)) ?? (await see(tab.page, 4_000));
  return picture ? Math.max(...references.map((reference) => likeness(picture, reference))) : 0;
}

async function shareOfOurs(hostile: HostileLab, tab: Tab, stopped: { id: number; url: string }, reference: Picture): Promise<number> {
  const page = stopped.id === tab.tabId ? tab.page : await pageAt(hostile.lab, stopped.url, tab.page);
  if (!page) return 0;
  if (stopped.id !== tab.tabId) await within(1_500, quietly(page.setViewport({ width: reference.width, height: reference.height })));
  await within(500, quietly(page.evaluate('scrollTo(0, 0)')));
  let share = 0;
  // It may just be drawing itself.
  for (let tries = 0; tries < 5 && share < ENOUGH_OF_OURS; tries += 1) {
    await pause(200);
    const picture = await see(page);
    share = picture ? likeness(picture, reference) : 0;
  }
  if (stopped.id !== tab.tabId) await within(2_000, quietly(page.close()));
  return share;
}

const quietly = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

/** What the visitor sees where nobody fights: the warning, and our own page after Escape. */
export async function takeReferences(hostile: HostileLab): Promise<References> {
  const framed = await takeReference(hostile, '00-frame-elsewhere');
  const peaceful = await takeReference(hostile, '00-peaceful');
  return { warnings: [peaceful.warning, framed.warning], stopped: peaceful.stopped };
}

async function takeReference(hostile: HostileLab, name: string): Promise<{ warning: Picture; stopped: Picture }> {
  const host = `${name}.example`;
  const tab = await hostile.visit(host);
  await tab.page.goto(`https://${host}/${name}.html`);
  await settle(hostile.lab, tab);
  await pause(1_000);
  const warning = await see(tab.page);
  await tab.press('Escape');
  for (let waited = 0; waited < 5_000 && !(await hostile.stoppedTab(host)); waited += 200) await pause(200);
  await pause(1_000);
  const stopped = await see(tab.page);
  if (!(await hostile.stoppedTab(host))) throw new Error('Escape did not lead to our own page.');
  await tab.close();
  if (!warning || !stopped) throw new Error('The peaceful page gave no picture.');
  return { warning, stopped };
}

/** All fights, some side by side. */
export async function fightAll(hostile: HostileLab, references: References, sideBySide: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...tricks];
  const work = async () => {
    for (let trick = waiting.shift(); trick; trick = waiting.shift()) outcomes.push(await fight(hostile, trick, references));
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return outcomes.sort((one, other) => one.trick.localeCompare(other.trick));
}
