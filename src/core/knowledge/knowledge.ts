import * as z from 'zod/mini';
import type { FoldTables } from '../page/fold.ts';
import { type BrandName, type Lexicon, type LexiconSource, lexiconSchema, loadLexicon } from '../page/lexicon.ts';
import { loadWording, type Wording, type WordingData, wordingSchema } from '../page/wording.ts';
import { type HostIndex, type HostIndexData, loadHostIndex } from '../site/index.ts';
import { hasLostLicence, indexStandings, type StandingIndex } from './allowlist.ts';
import { type LicenceEntry, licenceRegisterSchema } from './licence-register.ts';
import { type Provider, providerSchema } from './provider.ts';

/** Everything the detector knows, as plain data made from `assets/` at build time. */
export interface KnowledgeData {
  providers: Provider[];
  register: LicenceEntry[];
  lexicons: LexiconSource[];
  wording: WordingData;
  /** Pairs of characters one after the other: the written one, the plain one. */
  plain: string;
  /** Syllable → characters read so. */
  syllables: Record<string, string>;
  hosts: HostIndexData;
}

/** The same, ready to be asked. */
export interface Knowledge {
  providers: readonly Provider[];
  byId: ReadonlyMap<string, Provider>;
  register: readonly LicenceEntry[];
  standings: StandingIndex;
  hosts: HostIndex;
  lexicon: Lexicon;
  wording: Wording;
  /** Institutions whose licence is gone and whose name must not be offered any more. */
  cancelled: ReadonlySet<string>;
  /** Institutions whose name alone says nothing, because cards, wallets and checkouts carry it too. */
  onlyOfficialClaims: ReadonlySet<string>;
  /** Domains that the organisation's administrator has blocked. */
  blockedDomains: readonly string[];
}

/** What an organisation's administrator adds to what the detector knows. */
export interface OwnKnowledge {
  providers: Provider[];
  blockedDomains: readonly string[];
}

/** Checks facts read from `assets/`; throws with the place of the first fault. */
export const parseProviders = (raw: unknown) => z.array(providerSchema).parse(raw);
export const parseRegister = (raw: unknown) => licenceRegisterSchema.parse(raw);
export const parseLexicons = (raw: unknown) => z.array(lexiconSchema).parse(raw);
export const parseWording = (raw: unknown) => wordingSchema.parse(raw);

/** Makes the knowledge ready; done once when the background starts, and again when an administrator's policy adds to it. */
export function loadKnowledge(data: KnowledgeData, own: OwnKnowledge = { providers: [], blockedDomains: [] }): Knowledge {
  const tables = foldTables(data);
  const providers = [...data.providers, ...own.providers];
  return {
    providers,
    byId: new Map(providers.map((provider) => [provider.id, provider])),
    register: data.register,
    // What the facts say of a domain stands, whatever an administrator adds.
    standings: indexStandings([...own.providers, ...data.providers]),
    hosts: loadHostIndex(data.hosts),
    lexicon: loadLexicon(data.lexicons, providers.flatMap(brandNames), tables),
    wording: loadWording(data.wording),
    // A merged institution's name lives on in the one that took it over.
    cancelled: new Set(data.providers.filter((provider) => hasLostLicence(provider) && provider.status !== 'merged').map(({ id }) => id)),
    onlyOfficialClaims: new Set(data.providers.filter(isNamedEverywhere).map(({ id }) => id)),
    blockedDomains: own.blockedDomains,
  };
}

const isNamedEverywhere = ({ kind, id }: Provider) =>
  kind === 'clearing' ||
  kind === 'regulator' ||
  kind === 'bank' ||
  ['alipay', 'tenpay', 'meituan', 'jdpay', 'douyinpay', 'youzan'].includes(id);

function foldTables({ plain, syllables, lexicons }: KnowledgeData): FoldTables {
  const pairs = [...plain];
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  const halves = new Map(lexicons.flatMap(({ shapes }) => Object.entries(shapes ?? {})));
  return {
    plain: new Map(pairs.flatMap((from, at) => (at % 2 === 0 ? [[from, pairs[at + 1] ?? from] as const] : []))),
    syllables: readings,
    halves,
    halvesPattern: halves.size === 0 ? null : new RegExp([...halves.keys()].join('|'), 'g'),
  };
}

/** Names by which pages call an institution; doubtful brands and Latin strings too short to mean anything are left out. */
function brandNames({ id, kind, brands, brandsUnverified, latinBrands, latinShort, legalName, formerNames }: Provider): BrandName[] {
  const doubtful = new Set(brandsUnverified);
  const names = [
    ...brands.filter((brand) => !doubtful.has(brand)),
    ...latinBrands.filter((brand) => brand.length >= 5),
    legalName,
    ...formerNames,
  ];
  const initials = kind === 'acquirer' || kind === 'revoked' ? (latinShort ?? []).filter((short) => short.length >= 3) : [];
  return (
    [...new Set([...names, ...initials])]
      // 央行 and 工信部 stand in everybody's mouth; who says 支付清算协会…平台 or 支付结算处…中心 over a form wears its name.
      .filter((name) => (kind === 'regulator' ? /(?:协会|支付结算[司处])$/.test(name) : name.length >= 2))
      .map((name) => ({
        name,
        provider: id,
        trade: (kind === 'acquirer' || kind === 'revoked') && name.length >= 3 && !initials.includes(name),
      }))
  );
}
