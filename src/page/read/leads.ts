import { snapshotLimits } from '../../core/page/limits.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { type Block, tidy } from './blocks.ts';
import { nameOf } from './hint.ts';
import { fileNameOf } from './labels.ts';
import { composedParent } from './shown.ts';
import type { Sliceable } from './slice.ts';
import { asked } from './unclobbered.ts';

type Lead = PageSnapshot['leads'][number];
type Picture = PageSnapshot['images'][number];
type Link = PageSnapshot['links'][number];

interface Mark {
  /** How many blocks came before. */
  at: number;
  element: Element;
}

const MOST = 20_000; // memory; the limits of the snapshot are far below
const PROMISE = /[官管]/; // 官网: a link's words that may promise what it is not
const COPY_WORD = /[复複][制製]|copy/i;
const CONTACT_WORD = /微信|wechat|wx|vx|qq|[号號客加]/i;
const COPIED = /微信.{0,6}[复複][制製]|[复複][制製].{0,6}微信/;
const CHAT_WORD = /在[线線](?:客服|咨[询詢])|立即咨[询詢]|live chat|online (?:chat|service)/i;
const QR_HINT = /qr|erweima|ewm|二[维維]码|扫码|掃碼|weixin|wechat|(?:^|[-_/ ])wx(?:code|\d|[-_./ ]|$)/i;
const LOGO_HINT = /logo|brand|pinpai/i;
const SCHEMES: readonly [RegExp, Lead['kind']][] = [
  [/^tel:/i, 'tel'],
  [/^sms(?:to)?:/i, 'sms'],
  [/^(?:weixin|wechat|wxwork):/i, 'weixin'],
  [/^(?:mqq\w*|tencent):|^(?:https?:)?\/\/wpa\.(?:b\.)?qq\.com/i, 'qq'],
];

/** Gathers, during one walk, what leads a visitor elsewhere: links, pictures, ways to get in touch. */
export function createLeads(host: string, base: string) {
  const links: (Mark & { href: string })[] = [];
  const pictures: (Mark & { text: string; kind: Picture['kind'] })[] = [];
  const leads: (Mark & { kind: Lead['kind'] })[] = [];
  const baseLeaves = hostOf(base) !== host;

  function addLink(element: Element, at: number): void {
    const raw = (element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').replace(/[\t\n\r]+/g, '').trim();
    if (!baseLeaves && /^(?:[#?]|\/(?![\\/])|$)/.test(raw)) return;
    for (const [scheme, kind] of SCHEMES) if (scheme.test(raw)) leads.push({ at, element, kind });
    if (links.length >= MOST || !(baseLeaves || /^(?:https?:|[\\/]{2})/i.test(raw))) return;
    const href = leavingAddress(raw, base, host);
    if (href) links.push({ at, element, href });
  }

  return {
    addLink,
    addPicture(element: Element, tag: string, at: number): void {
      if (pictures.length >= MOST) return;
      const text = tidy((element.getAttribute('alt') || element.getAttribute('title') || fileNameOf(addressOf(element))).slice(0, 400));
      const kind = kindOfPicture(element, tag);
      if (text || kind !== 'other') pictures.push({ at, element, text: text.slice(0, snapshotLimits.label), kind });
    },
    /** What its author named a copy widget. */
    addCopier(element: Element, at: number): void {
      if (leads.length < MOST) leads.push({ at, element, kind: 'copy' });
    },
    /** Whatever has attributes of few elements: copy widgets, links made by script. */
    addElement(element: Element, at: number): void {
      if (leads.length >= MOST) return;
      const seen = asked(element);
      const onclick = seen.getAttribute('onclick')?.slice(0, 300);
      if (onclick) {
        if (/copy|fuzhi/i.test(onclick)) leads.push({ at, element, kind: 'copy' });
        const [address] = /(?:https?:)?\/\/[^'"\s]{3,200}/.exec(onclick) ?? [];
        const href = address && leavingAddress(address, base, host);
        if (href) links.push({ at, element, href });
      }
      if (seen.hasAttribute('data-clipboard-text') || seen.hasAttribute('data-clipboard-target')) leads.push({ at, element, kind: 'copy' });
    },
    links,
    pictures,
    leads,
  };
}

export type LeadCollector = ReturnType<typeof createLeads>;

/** Turns what was gathered into plain data, the telling ones first where there are too many. */
export function* describeLeads(found: LeadCollector, blocks: readonly Block[], textOf: (element: Element) => string) {
  const links: Link[] = [];
  const elementOf = new Map<Link, Element>();
  for (const { at, element, href } of found.links) {
    const link = { text: textOf(element), href, near: nearOf(blocks, at) };
    elementOf.set(link, element);
    links.push(link);
    if (links.length % 32 === 0) yield;
  }
  const images = found.pictures.map(({ at, text, kind }): Picture => ({ text, kind, near: nearOf(blocks, at) }));
  const leads: Lead[] = found.leads.map(({ kind, at, element }) => ({ kind, near: clip(`${textOf(element)} ${nearOf(blocks, at)}`) }));
  yield* addSpokenLeads(leads, blocks);
  return {
    elementOf,
    links: choose(distinct(links), snapshotLimits.links, ({ text }) => PROMISE.test(text)),
    images: choose(distinct(images), snapshotLimits.images, ({ kind }) => kind !== 'other'),
    leads: choose(distinct(leads), snapshotLimits.leads, ({ near }) => CONTACT_WORD.test(near)),
  };
}

/** Ways to get in touch that show in words alone: a button that copies, a message that something was copied, a chat. */
function* addSpokenLeads(leads: Lead[], blocks: readonly Block[]): Sliceable<void> {
  for (const [index, { text, role }] of blocks.entries()) {
    if (index % 64 === 63) yield;
    const short = text.length <= 20;
    const acts = role === 'button' || role === 'link' || role === 'label' || (role === 'text' && short);
    if (COPIED.test(text)) leads.push({ kind: 'copy', near: clip(text) });
    else if (short && acts && COPY_WORD.test(text)) {
      const near = nearOf(blocks, index);
      if (CONTACT_WORD.test(near)) leads.push({ kind: 'copy', near });
    }
    if (short && acts && CHAT_WORD.test(text)) leads.push({ kind: 'chat', near: nearOf(blocks, index) });
  }
}

/** The words around a place in the reading order. */
function nearOf(blocks: readonly Block[], at: number): string {
  const own = blocks[at]?.text ?? '';
  if (own.length >= 40) return clip(own);
  return clip(`${(blocks[at - 1]?.text ?? '').slice(-50)} ${own} ${(blocks[at + 1]?.text ?? '').slice(0, 50)}`);
}

const clip = (text: string) => tidy(text.slice(0, snapshotLimits.label * 2)).slice(0, snapshotLimits.label);

/** Where an address leads without query and fragment; nothing if it stays on the host. */
function leavingAddress(raw: string, base: string, host: string): string | undefined {
  const url = URL.canParse(raw, base || undefined) ? new URL(raw, base || undefined) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === host || !url.hostname.includes('.')) return undefined;
  return (url.origin + url.pathname).slice(0, 500);
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '');

const addressOf = (image: Element) => image.getAttribute('src') || image.getAttribute('data-src') || image.getAttribute('data-original');

function kindOfPicture(element: Element, tag: string): Picture['kind'] {
  const address = addressOf(element) ?? '';
  const up = composedParent(element);
  const parent = up && asked(up);
  const hints = `${nameOf(element)} ${element.getAttribute('alt') ?? ''} ${address.startsWith('data:') ? '' : address.slice(-80)}`;
  if (QR_HINT.test(hints) || (parent && QR_HINT.test(nameOf(parent))))
    return tag === 'img' && !isSquare(element as HTMLImageElement) ? 'other' : 'qr';
  return LOGO_HINT.test(hints) || (parent && LOGO_HINT.test(nameOf(parent))) ? 'logo' : 'other';
}

/** Roughly square, or of unknown shape. */
function isSquare(image: HTMLImageElement): boolean {
  const width = image.naturalWidth || Number(image.getAttribute('width'));
  const height = image.naturalHeight || Number(image.getAttribute('height'));
  return !(width > 0 && height > 0) || (width / height < 1.4 && height / width < 1.8);
}

function distinct<Item>(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** At most `most`, in order, those that tell something before the others. */
function choose<Item>(items: Item[], most: number, tells: (item: Item) => boolean): Item[] {
  if (items.length <= most) return items;
  const telling = new Set(items.filter(tells).slice(0, most));
  let left = most - telling.size;
  return items.filter((item) => telling.has(item) || left-- > 0);
}
