import type { Knowledge } from '../knowledge/knowledge.ts';
import { brandsOf, findHits, gapBetween, type Hit, isQuoted, isStructure, namesWares, type Place, type ReadText } from './hits.ts';
import type { Lexicon } from './lexicon.ts';

/** Words by which a page says that it is an institution, or speaks for one. */
export interface Claim {
  provider: string;
  /**
   * `official`: it says so (拉卡拉官网, 银联客服中心). `titled`, `logo`: it carries the name. `named`: it carries that name alone and
   * names nobody else as its owner (合利宝商户自助开通). `owner`: the name stands in its copyright line.
   */
  how: 'official' | 'titled' | 'named' | 'logo' | 'owner' | 'said';
  text: string;
  where: Place;
}

/** How far the claiming word may stand from the name: 拉卡拉POS机全国统一办理中心. */
const REACH_AFTER = 12;
const REACH_BEFORE = 6;
const SENTENCE_END = /[。!?;；,，:：|]/;
const OWNER_LINE = /版权所有|copyright|©|\(c\)|all rights reserved|主办单位|备案主体/;
const COMPANY = /公司|商贸|商行|工作室|经营部|服务部|事务所|集团/;
const TITLE_BREAK = / ?[-_|—–·»>,，] ?/;
/** 乐刷科技有限公司: an everyday name becomes an institution's when a company is called so. */
const COMPANY_TAIL = /^(?:支付|科技|网络|信息|金融|电子|商务|服务|技术|数据|股份|集团|\(.{1,6}\)){0,4}(?:有限)?(?:责任)?公司/;
const WELCOME = /(?:欢迎(?:访问|来到|光临|登录|使用)|我们是|我司|本公司|本站|本网站|本平台|这里是|我是)(?:.{0,6})$/;
/** Who says 我行 speaks as the bank that he names. */
const OWN_BANK = /(?<![基根日版])[我本]行(?![业政程为动驶走李星情踪])/;
const OWN_REACH = 60;
/** 中国银联特约商户年度复核系统, 随行付风控二部: a headline's last word says which of its offices the page would be. */
const OFFICE =
  /^[^。，,;；|]{2,14}(?:系统|平台|[一二三四]部|专柜|专席|大厅|通道|窗口|直属[点店站部]|代表处|管理处|结算科|服务科|商家中心)(?![\u4e00-\u9fff])/;
/** 支付清算协会会员单位: a tie to the one named, not its name. */
const TIED = /^(?:的|之)?(?:会员|规定|备案)/;
const SPEAKING: ReadonlySet<Place> = new Set<Place>([
  'title',
  'heading',
  'nav',
  'button',
  'footer',
  'image',
  'label',
  'field',
  'description',
  'pseudo',
]);
/** 请到拉卡拉官网查询 sends people there and claims nothing. */
const REFERRING = /[到去在从以]|登[录陆]|通过|访问|查询|认准|联系|拨打|打开|进入|咨询|关注|下载|根据/;
/** A name alone in one of these is the page's own name, in a link or a paragraph it is anything. */
const NAMING: ReadonlySet<Place> = new Set<Place>(['title', 'heading', 'image']);

type Vocabulary = Pick<Knowledge, 'onlyOfficialClaims' | 'lexicon'>;

/** Every claim of the page's texts and its title as written. `onlyOfficialClaims` names institutions whose name is also a card scheme's or an everyday word's (银联, 支付宝); `isWorded`: whether the page is worded as pages of the trade are. */
export function findClaims(
  texts: readonly ReadText[],
  title: string,
  { onlyOfficialClaims: onlyOfficial, lexicon }: Vocabulary,
  isWorded = false,
): Claim[] {
  const ofTrade =
    isWorded ||
    texts.some(({ place, hits }) =>
      hits.some((hit) => (isStructure(place) && hit.tags.has('trade')) || (place !== 'hidden' && namesWares(hit, hits))),
    );
  const asBank = texts.some(({ place, text }) => place !== 'hidden' && OWN_BANK.test(text));
  const claims = [...texts, ...doorsOf(texts, lexicon)].flatMap((text) => claimsOfText(text, onlyOfficial, ofTrade, asBank));
  const titled = claims.filter(({ how, where }) => how === 'titled' && where !== 'image');
  if (
    new Set(titled.map(({ provider }) => provider)).size !== 1 ||
    title.split(TITLE_BREAK).some((part) => isOwnName(part, lexicon)) ||
    texts.some(namesAnOwner)
  )
    return claims;
  return claims.map((claim) => (claim.how === 'titled' ? { ...claim, how: 'named' } : claim));
}

/** 中国邮政储蓄银行 and 商户服务部 one over the other: a name and its office in two headlines are one. */
function doorsOf(texts: readonly ReadText[], lexicon: Lexicon): ReadText[] {
  return texts.flatMap(({ place, text, hits }, at) => {
    const next = texts[at + 1];
    const name = hits.find((hit) => brandsOf(hit).length > 0);
    if (place !== 'heading' || next?.place !== 'heading' || !name || text.trim().length > name.text.length + 4) return [];
    const door = `${text}${next.text}`;
    return door.length <= DOOR_LENGTH ? [{ place, text: door, hits: findHits(door, lexicon) }] : [];
  });
}
const DOOR_LENGTH = 30;

/** © 云杉商贸有限公司: an agent who says who he is. */
const namesAnOwner = ({ text, hits }: ReadText) =>
  OWNER_LINE.test(text) && COMPANY.test(text) && !hits.some((hit) => brandsOf(hit).length > 0);

/** 云杉收银 in 合利宝POS机办理 - 云杉收银: a part of a title of which the lexicon knows less than half. */
function isOwnName(raw: string, lexicon: Lexicon): boolean {
  const part = lexicon.fold(raw).trim();
  if (part.length < 3) return false;
  const known = new Set(findHits(part, lexicon).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
  return known.size * 2 < part.length;
}

function claimsOfText({ place, text, hits }: ReadText, onlyOfficial: ReadonlySet<string>, ofTrade: boolean, asBank: boolean): Claim[] {
  const brands = hits.filter((hit) => brandsOf(hit).length > 0);
  if (brands.length === 0 || (place === 'hidden' && brands.length > 3)) return [];
  const claims: Claim[] = [];
  for (const brand of brands) {
    const isCompany = COMPANY_TAIL.test(text.slice(brand.end, brand.end + 24));
    const isCommon = brand.tags.has('common') && !(isCompany && ofTrade);
    const how = claimOf(brand, brands, { place, text, hits }, isCommon && !ofTrade);
    if (!how) continue;
    for (const provider of brandsOf(brand)) {
      const weak = how !== 'official' && how !== 'said' && (onlyOfficial.has(provider) || isCommon);
      // 我行 in the text: the bank whose name is the page's picture or headline.
      if (weak && !(asBank && /行$/.test(brand.text))) continue;
      claims.push({ provider, how: weak ? 'said' : how, text: excerpt(text, brand), where: place });
    }
  }
  return claims;
}

function claimOf(brand: Hit, brands: readonly Hit[], { place, text, hits }: ReadText, isAnything: boolean): Claim['how'] | undefined {
  if (hits.some((hit) => hit.tags.has('denial') && gapBetween(hit, brand) <= 14 && !isBoast(hit, { place, text, hits }))) return undefined;
  if (TIED.test(text.slice(brand.end, brand.end + 4))) return undefined;
  if ((place === 'title' || place === 'heading') && OFFICE.test(text.slice(brand.end, brand.end + 18)) && !isAnything) return 'official';
  const welcomed = WELCOME.test(text.slice(Math.max(0, brand.start - 14), brand.start));
  const official = hits.some((hit) => hit.tags.has('officialStrong') && isNear(brand, hit, text)) && !isAnything;
  if (SPEAKING.has(place) && official) return 'official';
  if (
    place === 'text' &&
    (official || OWN_BANK.test(text.slice(Math.max(0, brand.start - OWN_REACH), brand.end + OWN_REACH))) &&
    !isQuoted(brand, { place, text, hits }) &&
    !REFERRING.test(text.slice(Math.max(0, brand.start - 4), brand.start)) &&
    !hits.some(({ tags }) => tags.has('genre:warningAdvice'))
  )
    return 'said';
  if (welcomed && (official || place !== 'text')) return 'official';
  if ((place === 'footer' || text.length <= 160) && place !== 'title' && OWNER_LINE.test(text)) return 'owner';
  // A list of names (拉卡拉、盛付通、瑞银信) is a catalogue, not a name.
  if (!NAMING.has(place) || new Set(brands.flatMap(brandsOf)).size > 1) return undefined;
  if (place === 'image') return text.length <= 24 ? 'logo' : undefined;
  return brand.start <= 6 && text.length <= 60 ? 'titled' : undefined;
}

/** 拉卡拉官网-谨防假冒, 认准官方渠道: over its own door a page warns of others to praise itself. */
export function isBoast(denial: Hit, { place, text, hits }: ReadText): boolean {
  if (place !== 'title' && place !== 'heading' && place !== 'nav' && place !== 'button') return false;
  if (!/^(?:认准|谨防|假冒|仿冒|冒充|山寨|以官方为准)$/.test(denial.text)) return false;
  if (/提醒|提示|警惕|声明|公告|曝光|通报|识别|揭秘/.test(text)) return false;
  const door = hits.find((hit) => hit.tags.has('officialStrong') || hit.tags.has('self') || brandsOf(hit).length > 0);
  return door !== undefined && (denial.text === '认准' || (door.end <= denial.start && text.includes('谨防', door.end)));
}

function isNear(brand: Hit, official: Hit, text: string): boolean {
  if (official.start >= brand.end) return isWithinReach(text.slice(brand.end, official.start));
  return (
    brand.start - official.end <= REACH_BEFORE && brand.start >= official.end && !SENTENCE_END.test(text.slice(official.end, brand.start))
  );
}

/** Latin words take more letters to say the same: Alipay Tap! for Merchants – Official. */
const isWithinReach = (between: string) =>
  between.length <= (/^[\x20-\x7e–—]+$/.test(between) ? REACH_AFTER * 2 : REACH_AFTER) && !SENTENCE_END.test(between.replace('! ', ' '));

/** The words around a hit, for the reader of the evidence. */
export function excerpt(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(Math.max(0, start - 8), Math.min(text.length, end + 18)).trim();
}

/** Whose the page claims to be: a claim in words, or its name in two different places. */
export function claimedProviders(claims: readonly Claim[], asksDocuments: boolean): { provider: string; claims: Claim[] }[] {
  const byProvider = new Map<string, Claim[]>();
  for (const claim of claims)
    if (claim.how !== 'said' || asksDocuments) byProvider.set(claim.provider, [...(byProvider.get(claim.provider) ?? []), claim]);
  return [...byProvider]
    .filter(
      ([, made]) =>
        made.some(({ how }) => how === 'official' || how === 'owner' || ((how === 'said' || how === 'named') && asksDocuments)) ||
        new Set(made.map(({ where }) => where)).size > 1,
    )
    .map(([provider, made]) => ({ provider, claims: made.toSorted((one, other) => rank(one) - rank(other)) }))
    .toSorted((one, other) => rank(one.claims[0]) - rank(other.claims[0]) || other.claims.length - one.claims.length);
}

const rank = (claim: Claim | undefined) =>
  claim === undefined
    ? 9
    : (claim.how === 'official' ? 0 : claim.how === 'owner' ? 2 : 4) +
      (claim.where === 'title' || claim.where === 'heading' || claim.where === 'image' ? 0 : 1);
