import type { TabReport } from '../../src/platform/messages.ts';
import { pause, within } from './driver.ts';
import type { Lab } from './launch.ts';
import type { Tab } from './tab.ts';

const QUIET_DANGER = 700; // nothing is above danger; waited for is the drawing of it, and that it takes presses
const QUIET_TENTHS = 15; // a second for late fields and SPA steps, and half of one for the guard to answer
const LIMIT = 12_000;
// So long a page is read in many short tasks, and its verdict takes seconds.
const HEAVY = { characters: 1_000_000, elements: 15_000 };
const HEAVY_PATIENCE = { tenths: 80, limit: 30_000 };

/** What the guard says of the tab once neither it nor the page has changed for a while of the page's own time; silence is never believed earlier. */
export async function settle(lab: Lab, tab: Tab): Promise<TabReport> {
  const isHeavy =
    (await within(
      4_000,
      tab.page
        .evaluate(
          ({ characters, elements }) =>
            document.getElementsByTagName('*').length > elements || (document.body?.textContent?.length ?? 0) > characters,
          HEAVY,
        )
        .catch(() => false),
    )) ?? false;
  const end = Date.now() + (isHeavy ? HEAVY_PATIENCE.limit : LIMIT);
  let report = await lab.report(tab);
  let elements = await countElements(tab, 0);
  while (Date.now() < end) {
    const isDanger = report.verdict?.level === 'danger';
    if (isDanger) await pause(QUIET_DANGER);
    const elementsNow = isDanger ? elements : await countElements(tab, isHeavy ? HEAVY_PATIENCE.tenths : QUIET_TENTHS);
    const next = await lab.report(tab);
    const unchanged = JSON.stringify(next) === JSON.stringify(report) && elementsNow === elements;
    report = next;
    elements = elementsNow;
    if (unchanged) break;
  }
  return report;
}

/** Counts the page's elements after so many tenths of a second as the page itself lives them: on a busy machine they take longer, as the guard does. */
async function countElements(tab: Tab, tenths: number): Promise<number | undefined> {
  const count = tab.page.evaluate(async (steps) => {
    for (let step = 0; step < steps; step += 1) await new Promise((done) => setTimeout(done, 100));
    return document.getElementsByTagName('*').length;
  }, tenths);
  return within(
    4_000 + tenths * 100,
    count.catch(() => undefined),
  );
}

/** Gives the guard the time that a visitor takes before the first step on a page. */
export const lookAround = async (tab: Tab): Promise<void> => void (await countElements(tab, 12));

/** The sentence about a page that shows something else than the guard says of it, or undefined where both agree. */
export async function disagreement(tab: Tab, report: TabReport): Promise<string | undefined> {
  const said = report.verdict?.level ?? 'none';
  const expected = said === 'caution' || said === 'danger' ? said : 'none';
  const shown = await tab.warningLevel();
  return shown === expected
    ? undefined
    : `the guard says ${said}, but the page shows ${shown === 'none' ? 'no warning' : `a ${shown} warning`}`;
}
