import { runAtOnce, type Sliceable } from './read/slice.ts';

type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What can take data or a lead from a visitor; in two, as one question of both is long in the answering on a large page. */
const WAYS = [
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea,[contenteditable]:not([contenteditable=false]),' +
    '[role=textbox],iframe,frame,object,embed,video,[data-clipboard-text],[href^="tel:"],[href^="sms:"],[href^="weixin:"]',
  '[class*="upload" i],[class*="dropzone" i],[onclick*="copy" i],[class*="fuzhi" i],[class*="copy" i]:not([class*="copyright" i]),' +
    '[class*="qrcode" i],[class*="erweima" i],[src*="qr" i],[src*="weixin" i],[src*="erweima" i],[src*="wechat" i]',
];
/** Ways to get in touch that are only words: an account to add, a picture to scan, a number to call. */
const LEAD = /微信|长按|请输入|下一步|[维維][码碼]|扫一扫|复制|加[vV]|热线|1[3-9]\d{9}|400-?\d{3}/;
/** Attributes whose text a visitor sees or hears. */
export const SAYING = ['placeholder', 'alt', 'aria-label', 'title', 'data-placeholder'];
const SPEAKING = `[${SAYING.join('],[')}],input[value]`;
/** Asking for closed roots is dear, so only where one is likely: custom elements, boxes with nothing in them, the frame of the page. */
const LIKELY_HOSTS =
  ':is(div,span,section,main,article,p):empty,body>*,*:not(div,span,a,b,p,li,ul,i,img,input,td,tr,option,label,path,script)';
const PART = 2000; // elements
const FEW = 400; // elements that are asked for more than one thing
const PIECE = 1e5; // characters
const LONGEST = 40; // characters of what is looked for
const SILENT = /^(?:script|noscript|template|textarea)$/;

/** Cheap test: whether a page has words of the trade in its title, or anywhere beside a way to take data or a lead. `words` must not be global. */
export function triage(document: Document, words: RegExp, shadowRootOf: ShadowRootOf): boolean {
  if (!document.documentElement) return false;
  const trees = [...treesOf(document, shadowRootOf)].filter((tree) => tree !== undefined);
  const some = (look: typeof speaksOf) => trees.some((tree) => runAtOnce(look(tree, words)));
  return words.test(document.title) || (some(speaksOf) && some(takesData));
}

/** Whether an element or tree has words of the trade in its text or in attributes that are shown. */
export function* speaksOf(tree: ParentNode & Node, words: RegExp): Sliceable<boolean> {
  // With the head: what a style sheet puts before and after elements is seen.
  const whole = (tree as Document).documentElement ?? tree;
  if ((yield* isIn(whole.textContent, words)) && (yield* isSaid(whole, words))) return true;
  yield;
  const own = tree.nodeType === 1 ? [tree as unknown as Element] : [];
  let index = 0;
  for (const element of [...own, ...tree.querySelectorAll(SPEAKING)]) {
    if (++index % FEW === 0) yield;
    // none is taken for the word null, which is of no trade
    const says = (name: string) => Element.prototype.getAttribute.call(element, name) as string;
    if (SAYING.some((name) => words.test(says(name))) || (/^[bs]u/i.test(says('type')) && words.test(says('value')))) return true;
  }
  return false;
}

/** Whether an element or tree has a way to take data or a lead: a control, a frame, a copy widget, or a link with words of the trade. */
export function* takesData(tree: ParentNode & Node, words: RegExp): Sliceable<boolean> {
  for (const ways of WAYS) {
    if ((tree.nodeType === 1 && (tree as unknown as Element).matches(ways)) || tree.querySelector(ways)) return true;
    yield;
  }
  let index = 0;
  for (const link of tree.querySelectorAll('a[href]')) {
    if (++index % FEW === 0) yield;
    if (words.test(link.textContent ?? '')) return true;
  }
  return yield* isIn(((tree as unknown as Document).body ?? tree).textContent, LEAD);
}

/** Whether a text of any length has what is looked for. */
function* isIn(text: string | null, words: RegExp): Sliceable<boolean> {
  for (let at = 0; text && at < text.length; at += PIECE) {
    if (text.length > PIECE) yield;
    if (words.test(text.slice(at, at + PIECE + LONGEST))) return true;
  }
  return false;
}

/** The same, without what programs say. */
function* isSaid(tree: Node, words: RegExp): Sliceable<boolean> {
  // Of a document that the page can put nothing in the way of.
  const walker = new Document().createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  let text = '';
  let index = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (++index % PART === 0) yield;
    if (!SILENT.test(node.parentElement?.localName ?? '')) text += node.nodeValue;
  }
  return yield* isIn(text, words);
}

/** The document or element and all shadow trees in it, one after the other; nothing in between, so that a look at a large page can pause there. */
export function* treesOf(start: ParentNode & Node, shadowRootOf: ShadowRootOf): Generator<(ParentNode & Node) | undefined> {
  const trees = new Set([start]);
  // What a form answers may be a field of that name.
  const add = (root: unknown) => root instanceof ShadowRoot && trees.add(root);
  for (const tree of trees) {
    yield tree;
    if (tree.nodeType === 1) add(shadowRootOf(tree as unknown as Element));
    yield;
    const likely = tree.querySelectorAll(LIKELY_HOSTS);
    for (let index = 0; index < likely.length; index++) {
      if (index % FEW === 0) yield;
      add(shadowRootOf(likely[index] as Element));
    }
    // A live list is several times faster, and loses its place where the page changes during a pause.
    const live = (tree as Document).getElementsByTagName?.('*');
    const elements = live?.length < PART ? live : tree.querySelectorAll('*');
    for (let index = 0; index < elements.length; index++) {
      add(elements[index]?.shadowRoot);
      if (index % PART === 0) yield;
    }
  }
}
