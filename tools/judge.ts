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
    for (const line of explain(evidence as Evidence[], url, options.language)) print(line);
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

/** Each piece of evidence as a sentence, and below it the words that gave it away and where they stand. */
function explain(evidence: Evidence[], url: string, language = (process.env.LANG ?? '').startsWith('zh') ? 'zh_CN' : 'en'): string[] {
  const file = path.join(projectRoot, 'public/_locales', language, 'messages.json');
  if (!existsSync(file)) throw new UsageError(`There is no language ${language}: it is zh_CN, zh_TW or en.`);
  const catalogue: Catalogue = JSON.parse(readFileSync(file, 'utf8'));
  return evidence.flatMap((one) => {
    // What has no words of its own is told by the address: an unencrypted page, a blocked domain.
    const found = one.found.length > 0 ? one.found : [{ where: 'address', text: url }];
    const places = new Set(found.map(({ text, where }) => `      ${placeOf(one, where).padEnd(24)} ${text}`));
    return [`  - ${one.signal}: ${explainEvidence(one, catalogue, providerName)}`, ...places];
  });
}

/** Where words stand, for a reader; what a field asks for is known by a label or an attribute of it. */
function placeOf({ signal }: Evidence, where: string): string {
  if (signal !== 'asksDocuments' && signal !== 'asksSecrets') return places[where] ?? where;
  return `field, ${routes[where] ?? `attribute ${where}`}`;
}

const places: Record<string, string> = {
  heading: 'heading',
  nav: 'navigation',
  image: 'image',
  pseudo: 'words of a style sheet',
  hidden: 'hidden text',
  description: 'description (meta)',
  field: 'label of a field',
  form: 'where a form sends',
};

const routes: Record<string, string> = {
  aria: 'aria label',
  for: 'label for it',
  wrap: 'label around it',
  placeholder: 'placeholder',
  cell: 'cell of its table',
  sibling: 'words beside it',
  legend: 'legend',
  title: 'title',
  image: 'picture beside it',
  pseudo: 'words of a style sheet',
  near: 'words near on screen',
  step: 'title of the step',
  typed: 'what was typed (shape)',
};

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
