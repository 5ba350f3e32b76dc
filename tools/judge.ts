import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explainEvidence } from '../src/core/explain.ts';
import type { Catalogue } from '../src/core/messages.ts';
import type { Evidence } from '../src/core/verdict.ts';
import type { BrowserName } from './lab/browsers.ts';
import { builtExtension, projectRoot } from './lab/built-extension.ts';
import { type Case, readCorpus, runCase, runCorpus } from './lab/corpus.ts';
import { type Lab, launchGuarded } from './lab/launch.ts';
import { serveSites } from './lab/sites.ts';

const usage = `The guard on the command line:
  npm run --silent judge -- --hosts FILE                                    one host a line: what each name alone says
  npm run --silent judge -- --corpus DIR [--browser chromium|firefox]       every case of a corpus in a real browser
  npm run --silent judge -- FILE.html --as https://host/path [--explain]    one page: its verdict and the evidence
More: --jobs N (cases side by side), --only TEXT (cases whose id contains it), --language zh_CN|zh_TW|en (of --explain),
--extension DIR (another unpacked build than .output).`;

/** A request that cannot be carried out as it was typed. */
class UsageError extends Error {}

type Options = ReturnType<typeof readArguments>['values'];

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      hosts: { type: 'string' },
      corpus: { type: 'string' },
      browser: { type: 'string' },
      as: { type: 'string' },
      explain: { type: 'boolean' },
      jobs: { type: 'string' },
      only: { type: 'string' },
      language: { type: 'string' },
      extension: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
}

async function main(): Promise<number> {
  const { values, positionals } = readUsage();
  if (values.help) {
    print(usage);
    return 0;
  }
  const modes = [values.hosts, values.corpus, positionals[0]].filter((mode) => mode !== undefined);
  if (modes.length !== 1 || positionals.length > 1)
    throw new UsageError('Name one thing to judge: --hosts FILE, --corpus DIR or FILE.html.');
  if (values.hosts !== undefined) return judgeHosts(values.hosts);
  if (values.corpus !== undefined) return judgeCorpus(values.corpus, values);
  return judgeFile(positionals[0] ?? '', values);
}

function readUsage() {
  try {
    return readArguments();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function judgeHosts(named: string): Promise<number> {
  const file = existingFile(named);
  const { judgeHostsFile } = await import('./judge-hosts.ts');
  await judgeHostsFile(file, process.stdout);
  return 0;
}

async function judgeCorpus(named: string, options: Options): Promise<number> {
  const folder = whereTyped(named);
  const browser = browserOf(options);
  const jobs = Number(options.jobs ?? 4);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError('--jobs takes a whole number from 1.');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`${folder} is not a folder.`);
  const cases = readUsableCorpus(folder).filter(({ id }) => id.includes(options.only ?? ''));
  if (cases.length === 0) throw new UsageError(`${folder} has no case${options.only ? ` whose id contains ${options.only}` : ''}.`);
  const { passed, failed } = await withLab(browser, options, (lab) =>
    runCorpus(lab, folder, cases, (result) => print(JSON.stringify(result)), jobs),
  );
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function readUsableCorpus(folder: string): Case[] {
  try {
    return readCorpus(folder);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One page by itself is a corpus of one case that accepts every level. */
async function judgeFile(named: string, options: Options): Promise<number> {
  const file = existingFile(named);
  const url = options.as ?? '';
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) throw new UsageError('Say where the page stands: --as https://host/path.');
  const encoding = isUtf8(readFileSync(file)) ? 'utf-8' : 'gb18030';
  const one: Case = {
    id: path.basename(file),
    url,
    html: path.basename(file),
    encoding,
    expect: ['licensed', 'none', 'caution', 'danger'],
  };
  const result = await withLab(browserOf(options), options, (lab) => runCase(lab, path.dirname(file), one));
  const { level, evidence, ms, problem } = result;
  if (!options.explain) {
    print(JSON.stringify({ url, level, evidence, ms, ...(problem === undefined ? {} : { problem }) }));
  } else {
    print(`${url}: ${level}`);
    for (const sentence of sentencesOf(evidence as Evidence[], options.language)) print(`  - ${sentence}`);
    if (problem !== undefined) print(`  ! ${problem}`);
  }
  return result.ok ? 0 : 1;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function sentencesOf(evidence: Evidence[], language = (process.env.LANG ?? '').startsWith('zh') ? 'zh_CN' : 'en'): string[] {
  const file = path.join(projectRoot, 'public/_locales', language, 'messages.json');
  if (!existsSync(file)) throw new UsageError(`There is no language ${language}: it is zh_CN, zh_TW or en.`);
  const catalogue: Catalogue = JSON.parse(readFileSync(file, 'utf8'));
  return evidence.map((one) => {
    const places = one.found.map(({ text, where }) => `${where}: ${text}`).join(' | ');
    return explainEvidence(one, catalogue, providerName) + (places === '' ? '' : ` [${places}]`);
  });
}

function providerName(id: string): string {
  const file = path.join(projectRoot, 'assets/providers', `${id}.json`);
  if (!existsSync(file)) return id;
  const { brands, legalName } = JSON.parse(readFileSync(file, 'utf8')) as { brands: string[]; legalName: string };
  return brands[0] ?? legalName;
}

async function withLab<T>(browser: BrowserName, options: Options, use: (lab: Lab) => Promise<T>): Promise<T> {
  const extensionDir = options.extension ?? builtExtension(browser);
  const sites = await serveSites();
  try {
    const lab = await launchGuarded(browser, { extensionDir, sites });
    try {
      return await use(lab);
    } finally {
      await lab.close();
    }
  } finally {
    await sites.close();
  }
}

function browserOf({ browser = 'chromium' }: Options): BrowserName {
  if (browser === 'chromium' || browser === 'firefox') return browser;
  throw new UsageError(`--browser takes chromium or firefox, not ${browser}.`);
}

function existingFile(named: string): string {
  const file = whereTyped(named);
  if (!existsSync(file) || !statSync(file).isFile()) throw new UsageError(`There is no file ${named}.`);
  return file;
}

/** npm runs scripts in the project's folder; the path was typed in INIT_CWD. */
function whereTyped(named: string): string {
  const typed = path.resolve(process.env.INIT_CWD ?? '.', named);
  return existsSync(named) ? named : typed;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? `${message}\n\n${usage}` : message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
