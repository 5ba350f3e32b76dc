import { standingOf } from '../knowledge/allowlist.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Site, siteOf } from '../site/index.ts';
import { brandsOf, findHits, gapBetween, type Hit, type ReadText } from './hits.ts';
import type { PageSnapshot } from './snapshot.ts';

/** A promised official site that is not one: 拉卡拉pos机官网申请:http://www.soupos.cn. */
export interface Misdirection {
  /** The institution whose official site is promised; absent where the promise names none (正规POS机办理官网). */
  provider?: string;
  host: string;
  text: string;
}

/** A host written in running text, with or without its scheme. */
const WRITTEN_HOST =
  /(?:https?:\/\/)?(?<![a-z0-9.@-])((?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,4}(?:com\.cn|net\.cn|org\.cn|com|cn|net|top|xyz|vip|shop|site|online|cc|org|info|co|club|wang|ltd|work|tech|pro|icu|link|fun|life|me|tv))(?![a-z0-9-])/g;
/** A scheme before it makes anything a host: http://拉卡拉官网.example. */
const WRITTEN_ADDRESS = /https?:\/\/([a-z0-9\u4e00-\u9fff.-]{3,80})/g;
const REACH = 40;

/** Links and written addresses that a text promises to be an official site and that are neither licensed nor the institution's; `links` are the snapshot's among them. */
export function findMisdirections(
  snapshot: PageSnapshot,
  texts: readonly ReadText[],
  site: Site,
  knowledge: Knowledge,
): { misdirections: Misdirection[]; links: number[] } {
  const found: Misdirection[] = [];
  const links: number[] = [];
  for (const [index, { text, near, href }] of snapshot.links.entries()) {
    const promise = promiseIn(knowledge.lexicon.fold(text !== '' ? text : near), knowledge);
    const target = promise && siteOf(href);
    if (!promise || !target || target.registrableDomain === site.registrableDomain) continue;
    const before = found.length;
    judge(promise, target, found, knowledge);
    if (found.length > before) links.push(index);
  }
  for (const { text, hits, place } of texts) {
    if (place === 'hidden' || !text.includes('.')) continue;
    for (const match of [...text.matchAll(WRITTEN_HOST), ...text.matchAll(WRITTEN_ADDRESS)]) {
      const before = { start: Math.max(0, match.index - REACH), end: match.index };
      const promise = promiseOf(
        hits.filter(({ start, end }) => start >= before.start && end <= before.end),
        text.slice(before.start, match.index),
      );
      const target = promise && siteOf(`http://${match[1]}/`);
      if (promise && target) judge({ ...promise, text: text.slice(before.start, match.index + match[0].length) }, target, found, knowledge);
    }
  }
  const misdirections = found
    .filter(({ host, provider }, at) => found.findIndex((other) => other.host === host && other.provider === provider) === at)
    .slice(0, 6);
  return { misdirections, links };
}

interface Promise {
  provider?: string;
  text: string;
}

const promiseIn = (text: string, { lexicon }: Knowledge): Promise | undefined => promiseOf(findHits(text, lexicon), text);

/** 拉卡拉…官网, or 官网 beside a word of the trade; nothing where the words warn of it. */
function promiseOf(hits: readonly Hit[], text: string): Promise | undefined {
  if (hits.some(({ tags }) => tags.has('denial') || tags.has('genre:warningAdvice'))) return undefined;
  const official = hits.find(({ tags, text: word }) => tags.has('officialStrong') && /官|official/.test(word));
  if (!official) return undefined;
  const brand = hits.findLast((hit) => brandsOf(hit).length > 0 && gapBetween(hit, official) <= 16);
  if (!brand && !hits.some(({ tags }) => tags.has('strong'))) return undefined;
  const provider = brand && brandsOf(brand)[0];
  return { ...(provider && { provider }), text: text.slice(0, 80) };
}

function judge(promise: Promise, target: Site, found: Misdirection[], { standings }: Knowledge): void {
  const { standing } = standingOf(target.hostname, target.registrableDomain, standings);
  if (standing === 'none') found.push({ ...promise, host: target.hostname });
}
