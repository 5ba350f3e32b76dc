// Turns the researched facts into the project's own: npx node tools/import-facts.ts ../shared/facts [--force]
// Meant to run once. From then on assets/providers and assets/licence-register.json are edited by hand.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, execPath, exit } from 'node:process';
import { officialSites } from '../src/core/knowledge/allowlist.ts';
import { type LicenceEntry, licenceRegisterSchema } from '../src/core/knowledge/licence-register.ts';
import { type OfficialDomain, type Provider, providerSchema } from '../src/core/knowledge/provider.ts';
import laterCancellations from './later-cancellations.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const providersFolder = join(root, 'assets/providers');
const registerFile = join(root, 'assets/licence-register.json');
const researchedOn = '2026-11-22';

type RawDomain = Omit<OfficialDomain, 'checked'>;
type RawProvider = Omit<Provider, 'officialDomains'> & { officialDomains: RawDomain[] };

/** One provider's file from its researched entry: our keys in our order, names without remarks, domains sorted and dated. */
export function toProvider(raw: RawProvider): Provider {
  const { names, caveat } = separateRemarks(raw);
  const latin = separateLatin(raw);
  const dated = raw.officialDomains.map((official) => inOrder({ ...official, checked: researchedOn }, domainKeys));
  const [main, ...others] = officialSites({ ...raw, officialDomains: dated });
  if (main && others.length > 0) main.main = true;
  const officialDomains = dated.map((official) => inOrder(official, domainKeys)).toSorted((one, other) => byText(one.domain, other.domain));
  const statusNote = raw.statusNote || null;
  const entry = { ...raw, ...names, ...latin, ...(caveat && { caveat }), statusNote, officialDomains };
  return providerSchema.parse(inOrder(entry, providerKeys));
}

const providerKeys = Object.keys(providerSchema.shape);
const domainKeys = Object.keys(providerSchema.shape.officialDomains.def.element.shape);
const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** The same value with the schema's keys first in the schema's order; unknown keys stay, for the schema to refuse. */
function inOrder<T extends object>(value: T, keys: string[]): T {
  const rank = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => rank(one) - rank(other))) as T;
}

/** The research notes its doubts inside names, in Latin letters; a name is shown and compared, so doubts move to the caveat. */
function separateRemarks({ legalName, formerNames, caveat }: RawProvider) {
  const [, name = legalName, remark] = /^(.+?)\s*\(([^()]*[A-Za-z]{3}[^()]*)\)$/.exec(legalName) ?? [];
  const doubtful = formerNames.filter((former) => /[A-Za-z]{3}/.test(former));
  const remarks = [caveat, remark && `Name: ${remark}`, doubtful.length > 0 && `Related names, not used: ${doubtful.join('; ')}`];
  return {
    names: { legalName: name, formerNames: formerNames.filter((former) => !doubtful.includes(former)) },
    caveat: remarks.filter(Boolean).join('. '),
  };
}

/** Latin brands are compared without punctuation; what is then shorter than five letters belongs to the short ones. */
function separateLatin({ latinBrands, latinShort = [] }: RawProvider): Pick<Provider, 'latinBrands' | 'latinShort'> {
  const tidy = latinBrands.map((brand) => brand.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const short = [...new Set([...latinShort, ...tidy.filter((brand) => brand.length < 5)])];
  return { latinBrands: tidy.filter((brand) => brand.length >= 5), ...(short.length > 0 && { latinShort: short }) };
}

/** The register: the list of 2022 with the cancellations reported since. */
export function toRegister(csv: string): LicenceEntry[] {
  const rows = csv.trim().split(/\r?\n/).slice(1);
  const entries = rows.map((row) => {
    const [number, name, status, cancelledOn] = row.split(',');
    return { number, name, status, cancelledOn: cancelledOn || null };
  });
  const register = licenceRegisterSchema.parse(entries);
  for (const { number, name, on, source } of laterCancellations) {
    const entry = register.find((candidate) => candidate.number === number);
    if (entry?.name !== name) throw new Error(`The register has no ${number} ${name}: correct tools/later-cancellations.json.`);
    if (entry.status === 'listed-2022') Object.assign(entry, { status: 'later-cancelled', cancelledOn: on, source });
  }
  return register.toSorted((one, other) => byText(one.number, other.number));
}

function readResearch(folder: string): Map<string, unknown> {
  const raw: RawProvider[] = JSON.parse(readFileSync(join(folder, 'providers.json'), 'utf8'));
  const files = new Map<string, unknown>(raw.map((entry) => [join(providersFolder, `${entry.id}.json`), toProvider(entry)]));
  return files.set(registerFile, toRegister(readFileSync(join(folder, 'licence-register.csv'), 'utf8')));
}

const isSame = (file: string, value: unknown) =>
  existsSync(file) && JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) === JSON.stringify(value);

/** A missing file counts as an edit as well, once anything has been imported: somebody took it away. */
function hasBeenImported(): boolean {
  return existsSync(registerFile) || (existsSync(providersFolder) && readdirSync(providersFolder).some((name) => name.endsWith('.json')));
}

function write(files: Map<string, unknown>): void {
  mkdirSync(providersFolder, { recursive: true });
  for (const [file, value] of files)
    writeFileSync(file, `${file === registerFile ? onePerLine(value as unknown[]) : JSON.stringify(value, null, 2)}\n`);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(execPath, [biome, 'format', '--write', providersFolder, registerFile], { cwd: root, stdio: 'ignore' });
}

const onePerLine = (entries: unknown[]) => `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]`;

function importFacts(folder: string, force: boolean): number {
  const files = readResearch(folder);
  const changed = new Map([...files].filter(([file, value]) => !isSame(file, value)));
  if (changed.size > 0 && hasBeenImported() && !force) {
    console.error(`Nothing written: ${changed.size} of ${files.size} files differ from the research and belong to the project now:`);
    for (const file of changed.keys()) console.error(`  ${file.slice(root.length + 1)}${existsSync(file) ? '' : ' (removed)'}`);
    console.error('Edit them by hand, or give --force to lose these edits.');
    return 1;
  }
  if (changed.size > 0) write(changed);
  console.log(`${changed.size} of ${files.size} files written, ${files.size - changed.size} as they were.`);
  return 0;
}

if (import.meta.main) {
  const [folder, ...options] = argv.slice(2);
  if (!folder || options.some((option) => option !== '--force')) {
    console.error('Usage: npx node tools/import-facts.ts FOLDER [--force]   (FOLDER holds providers.json and licence-register.csv)');
    exit(2);
  }
  exit(importFacts(folder, options.includes('--force')));
}
