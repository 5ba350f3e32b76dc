import type { Assessment, HistoryQuery } from '../../src/core/assessment.ts';
import { builtExtension } from '../lab/built-extension.ts';
import { type Lab, launchGuarded } from '../lab/launch.ts';
import { serveSites } from '../lab/sites.ts';

const sizes = [10_000, 100_000];
/** What each may take at 10,000 rows, in ms. */
const budgets = {
  'open the page': 200,
  'first hundred rows': 60,
  'filter by level': 60,
  'filter by institution': 60,
  'sort by visits': 60,
  'search, many hits': 600,
  'search, no hit': 600,
  'insert one row': 30,
  'insert 500 rows': 600,
} as const;
const minute = 60_000;
const institutions = ['lakala', 'chinaums', 'suixingpay', 'huifu', 'allinpay', undefined];
const everything: HistoryQuery = { words: '', level: '', institution: '', decision: '', sort: 'newest' };

/** The row with this number: an invented site, evidence as a real verdict has it. */
function aRow(number: number, now: number): Assessment {
  const hostname = `pos-${(number * 7919) % 99_991}.example`;
  const invokes = institutions[number % institutions.length];
  const lastAt = now - number * minute;
  return {
    id: `bench-${number}`,
    hostname,
    registrableDomain: hostname,
    url: `https://${hostname}/apply/${number}`,
    title: `POS机免费办理 在线申请 ${number}`,
    level: number % 3 === 0 ? 'caution' : 'danger',
    ...(invokes && { invokes }),
    asks: ['idNumber', 'idPhotoFront', 'bankCard', 'phone'],
    evidence: [
      {
        signal: 'claimsInstitution',
        args: [{ provider: invokes ?? 'lakala' }, { text: '官方办理中心' }],
        found: [{ text: '官方POS机办理中心', where: 'title' }],
      },
      {
        signal: 'asksDocuments',
        args: [{ kinds: ['idNumber', 'bankCard'] }],
        found: [
          { text: '身份证号码', where: 'field' },
          { text: '结算银行卡号', where: 'field' },
        ],
      },
      { signal: 'offersTerminal', args: [], found: [{ text: '免费领取POS机', where: 'heading' }] },
    ],
    firstAt: lastAt - minute,
    lastAt,
    visits: 1 + (number % 9),
    decisions: number % 4 === 0 ? [{ kind: 'left', at: lastAt }] : [],
  };
}

async function fill(lab: Lab, from: number, to: number, now: number): Promise<void> {
  for (let number = from; number < to; number += 500) {
    const count = Math.min(500, to - number);
    await lab.ask('importAssessments', { rows: Array.from({ length: count }, (_, index) => aRow(number + index, now)) });
  }
}

const middle = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;

async function timed(times: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now();
    await work(turn);
    spent.push(performance.now() - start);
  }
  return middle(spent);
}

/** From the navigation's start until the first rows are painted, by the page's own clock. */
async function measureOpening(lab: Lab, times: number): Promise<number> {
  const spent: number[] = [];
  const page = await lab.driver.browser.newPage({ type: 'window' });
  await page.evaluateOnNewDocument(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.row')) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { shownAt: performance.now() })));
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  for (let turn = 0; turn < times; turn++) {
    await page.goto(lab.driver.addressOf('history.html'));
    await page.waitForFunction('window.shownAt !== undefined');
    spent.push(Number(await page.evaluate('window.shownAt')));
  }
  await page.close();
  return middle(spent);
}

async function measure(lab: Lab, size: number, now: number): Promise<Record<keyof typeof budgets, number>> {
  const browse = (changes: Partial<HistoryQuery>) => lab.ask('browseHistory', { query: { ...everything, ...changes }, limit: 100 });
  return {
    'open the page': await measureOpening(lab, 7),
    'first hundred rows': await timed(9, () => browse({})),
    'filter by level': await timed(9, () => browse({ level: 'danger' })),
    'filter by institution': await timed(9, () => browse({ institution: 'lakala' })),
    'sort by visits': await timed(9, () => browse({ sort: 'visits' })),
    'search, many hits': await timed(5, () => browse({ words: '免费办理' })),
    'search, no hit': await timed(5, () => browse({ words: 'nothinglikethis' })),
    'insert one row': await timed(25, (turn) => lab.ask('importAssessments', { rows: [aRow(size + turn, now)] })),
    'insert 500 rows': await timed(3, (turn) => fill(lab, size + 100 + turn * 500, size + 600 + turn * 500, now)),
  };
}

const sites = await serveSites([]);
const lab = await launchGuarded('chromium', { extensionDir: builtExtension('chromium'), sites });
try {
  const now = Date.now();
  const results = [];
  let filled = 0;
  for (const size of sizes) {
    await fill(lab, filled, size, now);
    filled = size + 1_600;
    // What was inserted while measuring counts as filled: the ids are the same.
    results.push(await measure(lab, size, now));
  }
  const [few, many] = results;
  const [small, large] = sizes.map((size) => size.toLocaleString('en').padStart(10));
  console.log(`median ms, real Chromium${small}    budget${large}    growth (linear: 10)`);
  for (const [name, budget] of Object.entries(budgets) as [keyof typeof budgets, number][]) {
    const ms = few?.[name] ?? Number.NaN;
    const later = many?.[name] ?? Number.NaN;
    const told = [ms > budget && 'over its budget', later > 10 * ms && 'grows faster than the rows'].filter(Boolean).join(', ');
    console.log(
      `${name.padEnd(24)}${ms.toFixed(1).padStart(10)}${String(budget).padStart(10)}${later.toFixed(1).padStart(10)}${(later / ms).toFixed(1).padStart(10)}  ${told}`,
    );
  }
} finally {
  await lab.close();
  await sites.close();
}
