import type { TabReport } from '../../src/platform/messages.ts';
import { pause, within } from './driver.ts';
import type { Lab } from './launch.ts';
import type { Tab } from './tab.ts';

const QUIET = 1_000; // late fields and SPA steps come within this time
const QUIET_DANGER = 400; // nothing is above danger, only the drawing of it is waited for
const LIMIT = 8_000;

/** What the guard says of the tab once it has stopped changing its mind; silence is believed only after a full quiet second and an idle moment. */
export async function settle(lab: Lab, tab: Tab): Promise<TabReport> {
  const start = Date.now();
  let since = start;
  let idle = false;
  let report = await lab.report(tab);
  while (Date.now() - start < LIMIT) {
    const isDanger = report.verdict?.level === 'danger';
    if (Date.now() - since >= (isDanger ? QUIET_DANGER : QUIET)) {
      if (isDanger || idle) break;
      idle = true;
      await waitForIdle(tab);
    }
    await pause(80);
    const next = await lab.report(tab);
    if (JSON.stringify(next) !== JSON.stringify(report)) {
      since = Date.now();
      idle = false;
    }
    report = next;
  }
  return report;
}

/** On a busy machine a second is not long: waits until the page has had time for its own work, and the guard's in it. */
async function waitForIdle(tab: Tab): Promise<void> {
  const idle = tab.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 2_000 })));
  await within(
    3_000,
    idle.catch(() => undefined),
  );
}

/** The sentence about a page that shows something else than the guard says of it, or undefined where both agree. */
export async function disagreement(tab: Tab, report: TabReport): Promise<string | undefined> {
  const said = report.verdict?.level ?? 'none';
  const expected = said === 'caution' || said === 'danger' ? said : 'none';
  const shown = await tab.warningLevel();
  return shown === expected
    ? undefined
    : `the guard says ${said}, but the page shows ${shown === 'none' ? 'no warning' : `a ${shown} warning`}`;
}
