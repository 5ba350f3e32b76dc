import { indexStandings, officialSites } from '../knowledge/allowlist.ts';
import type { Provider } from '../knowledge/provider.ts';
import type { HanEntry, HostIndexData, Strength, StringEntry, StringSource, Switch, WordKind } from './host-index-data.ts';

/** The reviewed data beside the provider facts: `assets/hosts/*.json` and `assets/confusables/*.json`. */
export interface HostSources {
  words: Record<'pos' | 'trade' | 'soft' | 'plumbing', { latin: string[]; han: string[] }>;
  places: { initials: string[]; latin: string[]; han: string[] };
  strings: {
    distinct: { strings: string[] };
    slips: { strings: string[]; words: string[] };
    strong: { strings: string[] };
    weak: { strings: string[] };
    excluded: { strings: string[] };
    manyDomains: { providers: string[] };
    bystanders: { providers: string[]; kinds: string[] };
    affixes: { words: string[] };
    commonHan: { names: string[] };
  };
  /** Provider → Han name → its syllables. */
  readings: Record<string, Record<string, string>>;
  calibration: { off: Record<string, Switch[]>; ordinary: string[] };
  platforms: { domains: string[] };
  letters: Record<string, string>;
  variants: Record<string, string>;
  homophones: Record<string, string>;
}

const shortestWeak = 5;
const shortestStrong = 6;
/** Nobody spells a longer name with other characters. */
const longestSounding = 4;
/** Nor a product beyond the first few. */
const mostSounding = 3;

/** Compiles facts and word lists into the data of the host engine. */
export function compileHostIndex(providers: readonly Provider[], sources: HostSources): HostIndexData {
  // Where two institutions share a string, the one that signs up merchants is named.
  const ranked = [...providers].sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
  const numbers = new Map(ranked.map(({ id }, number) => [id, number]));
  const han = collectHanNames(ranked, sources);
  return {
    providers: ranked.map((provider) => describe(provider, sources)),
    domains: [...indexStandings(ranked)].flatMap(([domain, { standing, provider, hosts }]) =>
      standing === 'none' ? [] : [{ domain, provider: numbers.get(provider) ?? 0, standing, ...(hosts && { hosts: [...hosts] }) }],
    ),
    strings: collectStrings(ranked, sources),
    off: sources.calibration.off,
    han,
    words: collectWords(sources),
    affixes: sources.strings.affixes.words,
    noSlips: sources.strings.slips.words,
    platforms: sources.platforms.domains,
    ordinary: sources.calibration.ordinary,
    letters: sources.letters,
    variants: sources.variants,
    homophones: keepSounding(sources.homophones, han),
  };
}

const ranks = ['acquirer', 'clearing', 'online-payment', 'service-provider', 'revoked', 'bank', 'regulator'];
const rank = ({ kind }: Provider) => ranks.indexOf(kind);

const isBystander = (id: string, kind: Provider['kind'], { strings }: HostSources) =>
  strings.bystanders.providers.includes(id) || strings.bystanders.kinds.includes(kind);

function describe(provider: Provider, sources: HostSources): HostIndexData['providers'][number] {
  const { id, kind } = provider;
  return {
    id,
    domain: officialSites(provider)[0]?.domain ?? null,
    ...(sources.strings.manyDomains.providers.includes(id) && { manyDomains: true as const }),
    ...(isBystander(id, kind, sources) && { bystander: true as const }),
    ...((kind === 'acquirer' || kind === 'revoked') && { acquirer: true as const }),
  };
}

function collectStrings(providers: readonly Provider[], sources: HostSources): StringEntry[] {
  const entries = new Map<string, StringEntry>();
  const excluded = new Set(sources.strings.excluded.strings);
  const add = (provider: number, text: string, source: StringSource, ending?: string) => {
    if (excluded.has(text) && !ending) return;
    const known = entries.get(text);
    if (!known)
      entries.set(text, {
        text,
        provider,
        strength: strengthOf(text, source, sources),
        source,
        ...(isPlainPinyin(text) && { plain: true as const }),
      });
    const entry = entries.get(text) as StringEntry;
    if (ending && entry.provider === provider) entry.endings = [...(entry.endings ?? []), ending];
  };
  // Brands before readings: what a provider calls itself is worth more than how its name is spelt.
  for (const [number, provider] of providers.entries()) addOwnStrings(number, provider, add);
  for (const [number, provider] of providers.entries()) {
    const first = provider.latinBrands.length === 0 && isSpelt(provider.kind) ? firstName(provider, sources) : '';
    if (first !== '') add(number, first, 'pinyin');
  }
  const distinct = new Set([...sources.strings.distinct.strings, ...providers.map((provider) => firstName(provider, sources))]);
  for (const entry of entries.values()) {
    if (sources.strings.slips.strings.includes(entry.text)) entry.slips = true;
    if (providers[entry.provider]?.kind === 'acquirer' && (distinct.has(entry.text) || isUncommon(entry))) entry.distinct = true;
  }
  return [...entries.values()].map((entry) => {
    const off = sources.calibration.off[entry.text];
    return off ? { ...entry, off } : entry;
  });
}

// Banks and platforms are known by their Latin names; spelt out, theirs are everybody's words.
const isSpelt = (kind: Provider['kind']) => kind === 'acquirer' || kind === 'revoked' || kind === 'service-provider';

type AddString = (provider: number, text: string, source: StringSource, ending?: string) => void;

function addOwnStrings(number: number, { latinBrands, latinShort, officialDomains, kind }: Provider, add: AddString): void {
  for (const text of latinBrands) add(number, text.replaceAll('-', ''), 'brand');
  for (const text of latinShort ?? []) add(number, text, 'brand');
  for (const { domain, use, hosts } of officialDomains) {
    // A revoked institution's old domain still shows what imitators would write; another's `never` may be anybody's.
    if (hosts || (use === 'never' && kind !== 'revoked')) continue;
    const dot = domain.indexOf('.');
    add(number, domain.slice(0, dot).replaceAll('-', ''), 'domain', domain.slice(dot + 1));
  }
}

function strengthOf(text: string, source: StringSource, { strings }: HostSources): Strength {
  if (source === 'initials' || text.length < shortestWeak || strings.excluded.strings.includes(text)) return 'short';
  if (strings.strong.strings.includes(text)) return 'strong';
  if (strings.weak.strings.includes(text) || source === 'pinyin' || text.length < shortestStrong || /^\d+$/.test(text)) return 'weak';
  return isPlainPinyin(text) ? 'weak' : 'strong';
}

/** What an institution is known by; one without a Latin name by the spelling of its Chinese one. */
const firstName = ({ id, latinBrands }: Provider, { readings }: HostSources) =>
  (latinBrands[0] ?? Object.values(readings[id] ?? {})[0] ?? '').replaceAll(/[- ]/g, '');

const isUncommon = ({ plain, source }: StringEntry) => !plain && (source === 'brand' || source === 'domain');

const syllable =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeo]|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|ve|v)';
const plainPinyin = new RegExp(`^(?:${syllable}){2,3}$`);

/** Two or three ordinary syllables: the name of many a company. */
const isPlainPinyin = (text: string) => plainPinyin.test(text);

function collectHanNames(providers: readonly Provider[], sources: HostSources): HanEntry[] {
  const { strings, readings } = sources;
  const common = new Set(strings.commonHan.names);
  const entries = new Map<string, HanEntry>();
  for (const [provider, { id, kind, brands }] of providers.entries()) {
    // Names that stand in a thousand other names, of institutions that offer no terminals.
    if (isBystander(id, kind, sources)) continue;
    for (const [order, brand] of brands.entries()) {
      const name = brand.toLowerCase().replaceAll(' ', '');
      if (!/\p{Script=Han}/u.test(name) || name.length < 2 || entries.has(name)) continue;
      // A longer name that holds a certain one says nothing more.
      if (brands.some((other) => other !== brand && other.length >= 3 && !common.has(other) && name.includes(other.toLowerCase())))
        continue;
      const syllables = isSpelt(kind) ? readings[id]?.[brand] : undefined;
      const isCommon = common.has(brand);
      const sounds = syllables && !isCommon && name.length <= longestSounding && order < mostSounding;
      entries.set(name, {
        name,
        provider,
        ...(isCommon && { common: true as const }),
        ...(syllables && { syllables }),
        ...(sounds && { sounds: true as const }),
      });
    }
  }
  return [...entries.values()];
}

// Only what some name could be misspelt with.
function keepSounding(homophones: Readonly<Record<string, string>>, han: readonly HanEntry[]): Record<string, string> {
  const wanted = new Set(han.flatMap(({ syllables, sounds }) => (sounds && syllables ? syllables.split(' ') : [])));
  return Object.fromEntries(Object.entries(homophones).filter(([syllable]) => wanted.has(syllable)));
}

function collectWords({ words, places }: HostSources): Record<WordKind, string[]> {
  const all = ({ latin, han }: { latin: string[]; han: string[] }) => [...new Set([...latin, ...han])];
  return {
    pos: all(words.pos),
    trade: all(words.trade),
    soft: all(words.soft),
    plumbing: all(words.plumbing),
    place: [...new Set([...places.initials, ...places.latin, ...places.han])],
  };
}
