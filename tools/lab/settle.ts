import type { TabReport } from '../../src/platform/messages.ts';
import { pause } from './driver.ts';
import type { Lab } from './launch.ts';
import type { Tab } from './tab.ts';

const QUIET = 1_000; // late fields and SPA steps come within this time
const QUIET_DANGER = 400; // nothing is above danger, only the drawing of it is waited for
const LIMIT = 8_000;

/** What the guard says of the tab once it has stopped changing its mind; silence is believed only after a full quiet second. */
export async function settle(lab: Lab, tab: Tab): Promise<TabReport> {
  const start = Date.now();
  let since = start;
  let report = await lab.report(tab);
  let before = JSON.stringify(report);
  while (Date.now() - start < LIMIT) {
    const quiet = report.verdict?.level === 'danger' ? QUIET_DANGER : QUIET;
    if (Date.now() - since >= quiet) break;
    await pause(80);
    report = await lab.report(tab);
    const now = JSON.stringify(report);
    if (now !== before) {
      before = now;
      since = Date.now();
    }
  }
  return report;
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
