import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'tldts';
import { compileHostIndex, type HostSources } from '../src/core/site/compile-host-index.ts';
import type { Finding } from '../src/core/site/finding.ts';
import { type HostIndex, loadHostIndex } from '../src/core/site/host-index.ts';
import type { StringEntry, Switch } from '../src/core/site/host-index-data.ts';
import { inspectHost } from '../src/core/site/judge-host.ts';
import { readHostSources, readProviders } from './host-data/sources.ts';

// How many real hosts each brand string is mistaken for, and what to switch off because of them.
// --write freezes the result in assets/hosts/calibration.json; --folds N calibrates on all but one Nth of the hosts and judges the rest, N times: what to expect of unseen hosts.
const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '../shared/corpora/benign-hosts.txt' },
    write: { type: 'boolean' },
    folds: { type: 'string' },
  },
});
const calibrationFile = new URL('../assets/hosts/calibration.json', import.meta.url);
const providers = readProviders();
const sources = readHostSources();
const promoters = new Set(
  (JSON.parse(readFileSync(new URL('../assets/hosts/reviewed.json', import.meta.url), 'utf8')) as { promoters: string[] }).promoters,
);

type Calibration = HostSources['calibration'];
interface Neighbour {
  host: string;
  finding: Finding;
}

const nothing: Calibration = { off: {}, ordinary: [] };
const indexWith = (calibration: Calibration) => loadHostIndex(compileHostIndex(providers, { ...sources, calibration }));

function findNeighbours(hosts: readonly string[], index: HostIndex): Neighbour[] {
  return hosts.flatMap((host) => {
    const finding = promoters.has(host) ? undefined : inspectHost(host, index);
    return finding ? [{ host, finding }] : [];
  });
}

/** Switches off what real hosts were mistaken for, round by round, as one finding may hide another. */
function calibrate(hosts: readonly string[]): { calibration: Calibration; neighbours: Neighbour[] } {
  const calibration: Calibration = { off: {}, ordinary: [] };
  const suspects = findNeighbours(hosts, indexWith(nothing)).map(({ host }) => host);
  const neighbours: Neighbour[] = [];
  for (let round = 0; round < 6; round++) {
    const index = indexWith(calibration);
    const found = findNeighbours(suspects, index);
    neighbours.push(
      ...found.filter(({ host, finding }) => !neighbours.some((known) => known.host === host && known.finding.by === finding.by)),
    );
    if (!switchOff(calibration, found, neighbours, index)) break;
  }
  calibration.ordinary = [...new Set(neighbours.map(({ host }) => parse(host, { allowPrivateDomains: true }).domain ?? host))].sort();
  return { calibration, neighbours };
}

function switchOff({ off }: Calibration, found: readonly Neighbour[], all: readonly Neighbour[], { byText }: HostIndex): boolean {
  let changed = false;
  for (const { finding } of found) {
    const entry = byText.get(finding.official);
    const { by } = finding;
    if (!entry || !by || off[entry.text]?.includes(by)) continue;
    const hits = all.filter((other) => other.finding.official === entry.text && other.finding.by === by).length;
    if (hits < tolerance(entry, by)) continue;
    off[entry.text] = [...(off[entry.text] ?? []), by].sort();
    changed = true;
  }
  return changed;
}

// An official domain under another ending stays a finding, and so do the usual additions to an acquirer's first name: the few hosts that bear them are listed as ordinary.
function tolerance({ distinct, strength, endings }: StringEntry, by: Switch): number {
  if (by === 'exact' && strength === 'strong' && endings) return Number.POSITIVE_INFINITY;
  return distinct && (by === 'letter' || by === 'place' || by === 'soft') ? 4 : 1;
}

function report(neighbours: readonly Neighbour[]): void {
  const rows = Map.groupBy(neighbours, ({ finding }) => `${finding.official} ${finding.by ?? 'always'}`);
  for (const [row, members] of [...rows].sort(([one], [other]) => (one < other ? -1 : 1))) {
    console.log(
      `${row.padEnd(30)} ${String(members.length).padStart(3)}  ${members
        .slice(0, 6)
        .map(({ host, finding }) => `${host} (${finding.level})`)
        .join(' ')}`,
    );
  }
}

function judgeUnseen(hosts: readonly string[], folds: number): void {
  const total = { 1: 0, 2: 0, 3: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const { calibration } = calibrate(hosts.filter((_, at) => at % folds !== fold));
    const unseen = hosts.filter((_, at) => at % folds === fold);
    const found = findNeighbours(unseen, indexWith(calibration));
    for (const { finding } of found) total[finding.level]++;
    report(found);
  }
  const per100k = (count: number) => ((count * 100_000) / hosts.length).toFixed(1);
  console.log(
    `On hosts not calibrated on, per 100,000: level 3 ${per100k(total[3])}, level 2 ${per100k(total[2])}, level 1 ${per100k(total[1])}`,
  );
}

if (!existsSync(values.hosts)) {
  console.error(`No host list at ${values.hosts}. Give one with --hosts FILE (one real, ordinary host a line).`);
  process.exit(2);
}
const hosts = readFileSync(values.hosts, 'utf8').split('\n').filter(Boolean);
if (values.folds) judgeUnseen(hosts, Number(values.folds));
else {
  const { calibration, neighbours } = calibrate(hosts);
  report(neighbours);
  const typosOff = Object.keys(calibration.off).filter((text) => calibration.off[text]?.includes('typo'));
  console.log(`\n${neighbours.length} neighbours in ${hosts.length} hosts. Slips of the pen are off for: ${typosOff.join(' ')}`);
  if (values.write)
    writeFileSync(
      calibrationFile,
      `${JSON.stringify({ why: 'Generated by tools/calibrate-hosts.ts from real hosts; see there.', ...calibration }, null, 1)}\n`,
    );
  const frozen = new Set(sources.calibration.ordinary);
  const unreviewed = neighbours.filter(
    ({ host, finding }) => finding.level > 1 && !frozen.has(parse(host, { allowPrivateDomains: true }).domain ?? host),
  );
  for (const { host, finding } of unreviewed)
    console.log(
      `NEW: ${finding.official} (${finding.technique}, level ${finding.level}) hits ${host}, which no fact owns. Make the string weak, or add the fact, or freeze with --write after a look.`,
    );
  process.exit(unreviewed.length > 0 ? 1 : 0);
}
