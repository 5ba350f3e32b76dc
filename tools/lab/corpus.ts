import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Level, levels } from '../../src/core/verdict.ts';
import { pause, within } from './driver.ts';
import type { Lab } from './launch.ts';
import { disagreement, lookAround, settle } from './settle.ts';
import type { Site } from './sites.ts';
import type { Tab } from './tab.ts';

/** What a case does to its page before the verdict counts. */
export interface Action {
  type: 'type' | 'click' | 'wait';
  selector?: string;
  value?: string;
  ms?: number;
}

/** One line of `cases.jsonl`; keys beyond these are let be. */
export interface Case {
  id: string;
  url: string;
  html: string;
  encoding?: 'utf-8' | 'gb18030';
  expect: Level[];
  /** Why the guard is known to judge otherwise; the case fails once it is judged as expected, so that this line goes away. */
  missed?: string;
  actions?: Action[];
  frames?: { url: string; html: string; encoding?: 'utf-8' | 'gb18030' }[];
}

/** The outcome of one case, as the command line prints it. */
export interface CaseResult {
  id: string;
  level: Level;
  expected: Level[];
  ok: boolean;
  evidence: unknown[];
  ms: number;
  /** A sentence about what went wrong besides the level. */
  problem?: string;
}

const CASE_LIMIT = 40_000;
const ANSWER_LIMIT = 5_000;

/** Reads the cases of a corpus folder; throws a sentence that names the line that cannot be used. */
export function readCorpus(folder: string): Case[] {
  const file = path.join(folder, 'cases.jsonl');
  if (!existsSync(file)) throw new Error(`${file} does not exist: a corpus is a folder with a cases.jsonl in it.`);
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseCase(line, `${file}:${index + 1}`)]));
}

function parseCase(line: string, place: string): Case {
  let parsed: Partial<Case>;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new Error(`${place} is not JSON.`);
  }
  const { id, url, html } = parsed;
  const expect = typeof parsed.expect === 'string' ? [parsed.expect as Level] : parsed.expect;
  if (typeof id !== 'string') throw new Error(`${place} has no "id".`);
  if (typeof url !== 'string' || !/^https?:$/.test(protocolOf(url)))
    throw new Error(`${place} (${id}): "url" is not an http or https address.`);
  if (typeof html !== 'string') throw new Error(`${place} (${id}) has no "html".`);
  if (!Array.isArray(expect) || !expect.every((level) => levels.includes(level))) {
    throw new Error(`${place} (${id}): "expect" is not a list of ${levels.join(', ')}.`);
  }
  if (parsed.missed !== undefined && typeof parsed.missed !== 'string')
    throw new Error(`${place} (${id}): "missed" is a sentence that says why.`);
  return { ...parsed, id, url, html, expect };
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');

/** Runs the cases in the lab's browser, several side by side, and hands over each result as it comes. */
export async function runCorpus(
  lab: Lab,
  folder: string,
  cases: Case[],
  write: (result: CaseResult) => void,
  sideBySide = 4,
): Promise<{ passed: number; failed: number }> {
  const waiting = [...cases];
  const busy = new Set<string>();
  const count = { passed: 0, failed: 0 };

  const work = async () => {
    while (waiting.length > 0) {
      // Two cases may share a host, even an address: they take turns.
      const next = waiting.findIndex((one) => hostsOf(one).every((host) => !busy.has(host)));
      const [one] = next < 0 ? [] : waiting.splice(next, 1);
      if (!one) {
        await pause(50);
        continue;
      }
      const hosts = hostsOf(one);
      for (const host of hosts) busy.add(host);
      const result = await runCase(lab, folder, one);
      for (const host of hosts) busy.delete(host);
      count[result.ok ? 'passed' : 'failed'] += 1;
      write(result);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return count;
}

const hostsOf = ({ url, frames = [] }: Case): string[] =>
  [url, ...frames.map((frame) => frame.url)].map((address) => new URL(address).host);

/** Serves and visits one case; whatever goes wrong becomes part of the result. */
export async function runCase(lab: Lab, folder: string, one: Case): Promise<CaseResult> {
  const start = Date.now();
  const base = { id: one.id, expected: one.expect };
  const open: { tab?: Tab } = {};
  try {
    lab.sites.add(...sitesOf(folder, one));
    const seen = await within(CASE_LIMIT, visit(lab, one, open));
    if (!seen) throw new Error(`The page did not come to rest within ${CASE_LIMIT / 1_000} seconds.`);
    const { level, evidence } = seen;
    const caught = one.expect.includes(level);
    const problem =
      seen.problem ?? (caught && one.missed !== undefined ? 'this miss is caught now: take "missed" out of the case' : undefined);
    const ok = caught === (one.missed === undefined) && problem === undefined;
    return { ...base, level, ok, evidence, ms: Date.now() - start, ...(problem === undefined ? {} : { problem }) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...base, level: 'none', ok: false, evidence: [], ms: Date.now() - start, problem };
  } finally {
    await open.tab?.close();
    lab.sites.remove(...hostsOf(one));
  }
}

async function visit(lab: Lab, one: Case, open: { tab?: Tab }): Promise<Pick<CaseResult, 'level' | 'evidence' | 'problem'>> {
  const tab = await lab.open(one.url);
  open.tab = tab;
  // A bar that comes between aiming and pressing would take the click.
  if (one.actions?.some(({ type }) => type !== 'wait')) await lookAround(tab);
  for (const action of one.actions ?? []) {
    // The overlay covers the page: what the case meant to do behind it, no visitor can do any more.
    // A page that is rebuilding itself may lose the element while it is looked at.
    if ((await tab.warningLevel().catch(() => 'none')) === 'danger') break;
    await act(tab, action);
  }
  const report = await settle(lab, tab);
  const { verdict } = report;
  const evidence = verdict && 'evidence' in verdict ? verdict.evidence : [];
  const level = verdict?.level ?? 'none';
  const address = await within(ANSWER_LIMIT, tab.url());
  // A tab that was taken to our own page has been warned as strongly as can be.
  if (address?.startsWith(lab.driver.addressOf(''))) return { level: 'danger', evidence };
  const frozen = 'the page has stopped answering, so nobody can tell what it shows';
  const problem = address === undefined ? frozen : await within(ANSWER_LIMIT, disagreement(tab, report));
  return { level, evidence, ...(problem === undefined ? {} : { problem }) };
}

async function act(tab: Tab, { type, selector, value, ms }: Action): Promise<void> {
  if (type === 'wait') return pause(ms ?? 500);
  if (selector === undefined) throw new Error(`The action "${type}" names no selector.`);
  if (type === 'click') return tab.click(selector);
  if (type === 'type') return void (await tab.type(selector, value ?? ''));
  throw new Error(`"${type}" is not an action: it is type, click or wait.`);
}

function sitesOf(folder: string, one: Case): Site[] {
  return [{ url: one.url, html: one.html, encoding: one.encoding }, ...(one.frames ?? [])].map(({ url, html, encoding }) => {
    const { host, pathname, search } = new URL(url);
    // Markup that stands in the case itself is sent as it is, in UTF-8.
    const contentType = `text/html; charset=${html.includes('<') ? 'utf-8' : (encoding ?? one.encoding ?? 'utf-8')}`;
    return { host, pages: { [pathname + search]: { body: bodyOf(folder, html), contentType } } };
  });
}

/** A page file's bytes as they are; a frame may carry its markup itself. */
function bodyOf(folder: string, html: string): string | Uint8Array {
  const file = path.join(folder, html);
  if (!html.includes('<') && existsSync(file)) return readFileSync(file);
  if (html.includes('<')) return html;
  throw new Error(`The page file ${file} does not exist.`);
}
