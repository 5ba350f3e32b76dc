import { builtExtension } from '../lab/built-extension.ts';
import { pause, within } from '../lab/driver.ts';
import { type Lab, launchGuarded } from '../lab/launch.ts';
import { settle } from '../lab/settle.ts';
import { serveSites } from '../lab/sites.ts';
import type { Tab } from '../lab/tab.ts';

const RUNS = 8;
const FORM =
  '<form><label>身份证号码 <input name="sfz"></label><label>结算银行卡号 <input name="yhk"></label><button>提交申请</button></form>';
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>拉卡拉官网 - POS机办理中心</title>
<h1>拉卡拉POS机办理中心</h1><p>官方直签，免费领取，提交申请后包邮。</p><main></main>`;

const guard = `document.getElementsByTagName('pos-signup-guard')[0]`;
/** Milliseconds from a deed of the page until the warning is in the picture after it: one of its own, not the bar that stood there before. */
const untilShown = (deed: string, before = 'undefined') => `new Promise((end) => {
  const start = performance.now();
  const before = ${before};
  ${deed};
  const look = () => ${guard} && ${guard} !== before ? requestAnimationFrame(() => end(performance.now() - start)) : setTimeout(look, 2);
  look();
})`;

/** One fresh page for each run: the warning's beginning, one removal, then what makes the tab leave. */
async function run(lab: Lab, index: number, ending: string): Promise<{ visible: number; restored: number; stopped: number }> {
  const host = `bench-${index}.example`;
  lab.sites.add({ host, pages: { '/': { body: PAGE } } });
  const tab = await lab.open(`https://${host}/`);
  await pause(1_500);
  const visible = await tab.evaluate<number>(untilShown(`document.querySelector('main').innerHTML = ${JSON.stringify(FORM)}`, guard));
  await settle(lab, tab);
  const restored = await tab.evaluate<number>(untilShown(`${guard}.remove()`));
  await pause(5_200);
  const stopped = await timeUntilStopped(lab, tab, ending);
  await tab.close();
  return { visible, restored, stopped };
}

async function timeUntilStopped(lab: Lab, tab: Tab, ending: string): Promise<number> {
  const start = Date.now();
  void within(
    20_000,
    tab.evaluate(ending).catch(() => undefined),
  );
  for (; Date.now() - start < 10_000; await pause(20)) if (!(await lab.report(tab)).hostname) return Date.now() - start;
  return Number.POSITIVE_INFINITY;
}

const freeze = `for (const end = Date.now() + 15000; Date.now() < end; );`;
const fight = `new MutationObserver(() => ${guard}?.remove()).observe(document.documentElement, { childList: true }); ${guard}?.remove()`;

function row(name: string, times: number[], budget: number): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0).padStart(8);
  return `${name.padEnd(40)}${at(0.5)}${at(0.95)}${String(budget).padStart(8)}`;
}

for (const name of ['chromium', 'firefox'] as const) {
  const sites = await serveSites();
  const lab = await launchGuarded(name, { extensionDir: builtExtension(name), sites });
  const ends = { freeze: [] as number[], fight: [] as number[] };
  const visible: number[] = [];
  const restored: number[] = [];
  for (let index = 0; index < RUNS; index++) {
    const kind = index % 2 === 0 ? 'freeze' : 'fight';
    const times = await run(lab, index, kind === 'freeze' ? freeze : fight);
    visible.push(times.visible);
    restored.push(times.restored);
    ends[kind].push(times.stopped);
  }
  await lab.close();
  await sites.close();
  console.log(`${`${name}, milliseconds`.padEnd(40)}     p50     p95  budget`);
  console.log(row('warning visible after the field exists', visible, 300));
  console.log(row('warning restored after removal', restored, 250));
  console.log(row('own page after the tab froze', ends.freeze, 3_500));
  console.log(row('own page after the page fights', ends.fight, 3_500));
}
