import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { PhishingDetector } from '@metamask/phishing-controller';
import { build } from 'vite';
import { type HostIndex, type HostIndexData, judgeHost, loadHostIndex } from '../../src/core/site/index.ts';
import { slipsTaken } from '../../src/core/site/slips.ts';
import { compileFromAssets } from '../host-data/sources.ts';
import { makeVectors, seededRandom } from './host-vectors.ts';

const require = createRequire(import.meta.url);
const corpus = new URL('../../../shared/corpora/benign-hosts.txt', import.meta.url);
const sample = new URL('../../test/core/site/benign-sample.txt', import.meta.url);
const ours = 20_000;
const theirs = 600;

type Look = (host: string) => unknown;

/** Speed, false alarms, recall, size and growth of the host engine beside the two engines it is measured against. */
export async function benchHosts(): Promise<void> {
  const source = existsSync(corpus) ? corpus : sample;
  const hosts = shuffle(readFileSync(source, 'utf8').split('\n').filter(Boolean), 1);
  const data = compileFromAssets();
  const index = loadHostIndex(data);
  console.log(
    `Hosts: ${hosts.length} real ones${source === sample ? ' (the committed sample, rich in near misses: rates are too high)' : ''}\n`,
  );
  benchSpeed(hosts, index);
  benchGrowth(hosts, data);
  countFalseAlarms(hosts, index);
  measureRecall(data, index);
  await measureSize(data);
}

function benchSpeed(hosts: readonly string[], index: HostIndex): void {
  const brands = index.data.strings.filter(({ strength }) => strength === 'strong').map(({ text }) => `${text}.com`);
  const Detector = require('eth-phishing-detect/src/detector.js');
  const config = require('eth-phishing-detect/src/config.json');
  const oneList = { blacklist: [], whitelist: [], fuzzylist: brands, tolerance: 2 };
  const controller = new PhishingDetector([{ blocklist: [], allowlist: [], fuzzylist: brands, tolerance: 2, name: 'brands', version: 1 }]);
  const shipped = new Detector(config);
  const equal = new Detector(oneList);
  const rows: [string, Look, number][] = [
    ['ours', (host) => judgeHost(host, index), ours],
    ['eth-phishing-detect, shipped config', (host) => shipped.check(host), theirs],
    [`eth-phishing-detect, our ${brands.length} strong strings`, (host) => equal.check(host), theirs],
    [`phishing-controller, our ${brands.length} strong strings`, (host) => controller.check(`https://${host}/`), theirs],
  ];
  const measured = rows.map(([name, look, count]) => ({ name, ...timeLookups(look, hosts.slice(0, count)) }));
  const base = measured[0] ?? { mean: 1, p50: 1 };
  console.log('ns per lookup                                         p50       p99      mean   × ours (mean)');
  for (const { name, p50, p99, mean } of measured) {
    console.log(`  ${name.padEnd(48)}${cell(p50)}${cell(p99)}${cell(mean)}${cell(mean / base.mean)}`);
  }
}

const cell = (value: number) => Math.round(value).toLocaleString('en').padStart(10);

/** The clock is coarser than a look-up: each host is timed over many repetitions, and the best of three rounds counts (the machine is shared). */
function timeLookups(look: Look, hosts: readonly string[]): { p50: number; p99: number; mean: number } {
  for (const host of hosts) look(host);
  const repetitions = hosts.length > theirs ? 20 : 2;
  const times = hosts.map((host) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = process.hrtime.bigint();
      for (let time = 0; time < repetitions; time++) look(host);
      best = Math.min(best, Number(process.hrtime.bigint() - start) / repetitions);
    }
    return best;
  });
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  times.sort((one, other) => one - other);
  return { p50: times[Math.floor(times.length / 2)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0, mean };
}

/** How long loading takes, and what ten times the brands cost. */
function benchGrowth(hosts: readonly string[], data: HostIndexData): void {
  const random = seededRandom(10);
  const scramble = (text: string) =>
    Array.from(text, (letter) => (/[a-z]/.test(letter) ? 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] : letter)).join('');
  // As many patterns as the automaton can number: the drawn pairs multiply with the strings.
  const strings = Array.from({ length: 10 }, (_, round) =>
    data.strings.map((entry) => (round === 0 ? entry : { ...entry, text: scramble(entry.text) })),
  ).flat();
  const few = data.strings.filter((_, at) => at % 10 === 0);
  const loads = Array.from({ length: 9 }, () => {
    const start = performance.now();
    loadHostIndex(data);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  console.log(
    `\nLoading the index: first ${firstLoad(data).toFixed(1)} ms, median ${(loads[4] ?? 0).toFixed(1)} ms, best ${(loads[0] ?? 0).toFixed(1)} ms`,
  );
  const means = [few, data.strings, strings].map((own) => timeLookups(timed({ ...data, strings: own }), hosts.slice(0, 8_000)).mean);
  console.log(
    `Mean ns with ${few.length} / ${data.strings.length} / ${strings.length} strings: ${means.map((mean) => Math.round(mean)).join(' / ')} (ten times ours: ×${((means[2] ?? 0) / (means[1] ?? 1)).toFixed(2)})`,
  );
}

function timed(data: HostIndexData): Look {
  const index = loadHostIndex(data);
  return (host) => judgeHost(host, index);
}

function firstLoad(data: HostIndexData): number {
  const copy = JSON.parse(JSON.stringify(data)) as HostIndexData;
  const start = performance.now();
  loadHostIndex(copy);
  return performance.now() - start;
}

function countFalseAlarms(hosts: readonly string[], index: HostIndex): void {
  const found = hosts.map((host) => ({ host, ...judgeHost(host, index) })).filter(({ level }) => level > 0);
  const rate = (level: number) => ((found.filter((verdict) => verdict.level === level).length * 100_000) / hosts.length).toFixed(1);
  console.log(`\nFlags per 100,000 real hosts: level 3 ${rate(3)}, level 2 ${rate(2)}, level 1 ${rate(1)}`);
  console.log('  (calibrated on these; for hosts never seen: tools/calibrate-hosts.ts --folds 5)');
  for (const { host, level, target, technique } of found.slice(0, 20)) console.log(`  ${host}: level ${level}, ${target}, ${technique}`);
}

function measureRecall(data: HostIndexData, index: HostIndex): void {
  const own = data.domains.map(({ domain }) => domain);
  const core = data.strings.filter(({ text, strength, source, provider }) => {
    const { manyDomains, bystander } = data.providers[provider] ?? {};
    return strength === 'strong' && text.length >= 6 && source !== 'pinyin' && !manyDomains && !bystander;
  });
  const calibratedOn = new Set(core.filter((entry) => slipsTaken(entry, data) === 'any').map(({ text }) => text));
  console.log(`\nRecall on seeded variants of ${core.length} strong strings, the half that nothing was tuned on`);
  console.log('technique             hosts   found  level 2+   level 3   found where slips are on');
  const vectors = makeVectors(
    core.map(({ text }) => text),
    { seed: 2026, half: 1, own },
  );
  for (const [technique, members] of Map.groupBy(vectors, (vector) => vector.technique)) {
    const levels = members.map(({ host, string }) => ({ level: judgeHost(host, index).level, on: calibratedOn.has(string) }));
    const share = (level: number, of = levels) =>
      `${((of.filter((one) => one.level >= level).length * 100) / Math.max(of.length, 1)).toFixed(1)} %`.padStart(10);
    const on = levels.filter((one) => one.on);
    console.log(`  ${technique.padEnd(18)}${String(members.length).padStart(7)}${share(1)}${share(2)}${share(3)}${share(1, on)}`);
  }
  console.log(`  Any slip counts for: ${[...calibratedOn].join(' ')}`);
  console.log(
    `  Only swapped and doubled letters for: ${core
      .filter(({ text }) => !calibratedOn.has(text))
      .map(({ text }) => text)
      .join(' ')}`,
  );
}

async function measureSize(data: HostIndexData): Promise<void> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: new URL('../../src/core/site/judge-host.ts', import.meta.url).pathname, formats: ['es'] },
      rollupOptions: { external: ['tldts'] },
    },
  });
  const [first] = Array.isArray(bundle) ? bundle : [bundle];
  const code = first && 'output' in first ? first.output.map((part) => ('code' in part ? part.code : '')).join('') : '';
  const [codeSize, dataSize] = [gzipSync(code, { level: 9 }).length, gzipSync(JSON.stringify(data), { level: 9 }).length];
  console.log(
    `\nGzipped, without the public suffix list: engine ${codeSize} B, data ${dataSize} B, together ${((codeSize + dataSize) / 1000).toFixed(1)} kB`,
  );
}

function shuffle<T>(items: T[], seed: number): T[] {
  const random = seededRandom(seed);
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

if (import.meta.main) await benchHosts();
