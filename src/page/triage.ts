import { runAtOnce, type Sliceable } from './read/slice.ts';

type Tree = ParentNode & Node;
type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What can take data or a lead from a visitor; in two, as one question of both is long in the answering on a large page. */
const WAYS = [
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea,[contenteditable]:not([contenteditable=false]),' +
    '[role=textbox],iframe,frame,object,embed,video,[data-clipboard-text],[href^="tel:"],[href^="sms:"],[href^="weixin:"]',
  '[class*="upload" i],[class*="dropzone" i],[onclick*="copy" i],[class*="fuzhi" i],[class*="copy" i]:not([class*="copyright" i]),' +
    '[class*="qrcode" i],[class*="erweima" i],[src*="qr" i],[src*="weixin" i],[src*="erweima" i],[src*="wechat" i]',
];
/** Ways to get in touch that are only words: an account to add, a picture to scan, a number to call. */
const LEAD = /微信|长按|请输入|下一步|[维維][码碼]|扫一扫|复制|加[vV]|热线|1\d{10}|400-?\d{3}|0\d\d+-\d{3}/;
/** Attributes whose text a visitor sees or hears. */
export const SAYING = ['placeholder', 'alt', 'aria-label', 'title', 'data-placeholder'];
type Speaker = readonly [selector: string, attribute: string];
const BUTTONS: Speaker = ['input[type=submit],input[type=button]', 'value'];
/** What bears them on most pages; by name alone, as such questions are answered ten times as fast as any other. */
const USUAL: readonly Speaker[] = [['img', 'alt'], ['input', 'placeholder'], BUTTONS];
const ALL: readonly Speaker[] = [...SAYING.map((name): Speaker => [`[${name}]`, name]), BUTTONS];
/** Asking for closed roots is dear, so only where one is likely: custom elements, boxes with nothing in them, the frame of the page. */
const LIKELY_HOSTS =
  ':empty:is(div,span,p),:not(div,span,a,b,p,li,ul,i,img,input,td,tr,option,label,path,script,br,button,meta,link,svg,g,use,rect)';
const FRAME = 99; // children of the body
/** Whether a tree may have all it says where others have little. */
const isSmall = (tree: Tree) => tree.querySelectorAll('*').length < SMALL;
const SMALL = 300; // elements
const PART = 2000; // nodes
const FEW = 400; // elements that are asked for more than one thing
const PIECE = 1e5; // characters
const LONGEST = 40; // characters of what is looked for
const SILENT = /^(?:script|noscript|template|textarea)$/;

/** Cheap test: whether a page has words of the trade in its title, or anywhere beside a way to take data or a lead. `words` must not be global. */
export function triage(document: Document, words: RegExp, shadowRootOf: ShadowRootOf): boolean {
  if (!document.documentElement) return false;
  const trees = [...treesOf(document.documentElement, shadowRootOf, () => true)].filter((tree) => tree !== undefined);
  const some = (look: typeof speaksOf) => trees.some((tree) => runAtOnce(look(tree, words)));
  return some(speaksOf) && (words.test(document.title) || some(takesData));
}

/** Whether an element or tree has words of the trade in its text or in attributes that are shown. */
export function* speaksOf(tree: Tree, words: RegExp): Sliceable<boolean> {
  const attribute = Element.prototype.getAttribute;
  let said = '';
  let index = 0;
  if (tree.nodeType === 1) for (const [, name] of ALL) said += `${attribute.call(tree as unknown as Element, name)}\n`;
  for (const [selector, name] of isSmall(tree) ? ALL : USUAL) {
    const speakers = tree.querySelectorAll(selector);
    for (let at = 0; at < speakers.length; at++) {
      if (++index % FEW === 0) yield;
      said += `${attribute.call(speakers[at] as Element, name)}\n`;
    }
  }
  yield;
  return words.test(said) || ((yield* isIn(tree.textContent, words)) && (yield* isSaid(tree, words)));
}

/** Whether an element or tree has a way to take data or a lead: a control, a frame, a copy widget, or a link with words of the trade. */
export function* takesData(tree: Tree, words: RegExp): Sliceable<boolean> {
  for (const ways of WAYS) {
    if ((tree.nodeType === 1 && (tree as unknown as Element).matches(ways)) || tree.querySelector(ways)) return true;
    yield;
  }
  let index = 0;
  for (const link of tree.querySelectorAll('a[href]')) {
    if (++index % FEW === 0) yield;
    if (words.test(link.textContent ?? '')) return true;
  }
  return yield* isIn((tree.querySelector('body') ?? tree).textContent, LEAD);
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
  // Of a document that the page can put nothing in the way of; and what the page removes during a pause does not end it.
  const nodes = new Document().createNodeIterator(tree, NodeFilter.SHOW_TEXT);
  let text = '';
  let index = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (++index % PART === 0) yield;
    if (!SILENT.test(node.parentElement?.localName ?? '')) text += node.nodeValue;
  }
  return yield* isIn(text, words);
}

/**
 * The element and the shadow trees in it, one after the other; nothing in between, so that a look at a large page can pause there.
 * Those of ordinary boxes only where the tree is small or `isSuspect`: to touch every element is most of the work on a page.
 */
export function* treesOf(start: Tree, shadowRootOf: ShadowRootOf, isSuspect: () => boolean): Generator<Tree | undefined> {
  const trees = new Set([start]);
  // What a form answers may be a field of that name.
  const add = (root: unknown) => root instanceof ShadowRoot && trees.add(root);
  for (const tree of trees) {
    yield tree;
    const frame = tree.querySelector('body')?.children;
    for (let index = 0; index < FRAME && frame?.[index]; index++) add(shadowRootOf(frame[index] as Element));
    const likely = tree.querySelectorAll(LIKELY_HOSTS);
    if (tree.nodeType === 1) add(shadowRootOf(tree as unknown as Element));
    for (let index = 0; index < likely.length; index++) {
      if (index % FEW === 0) yield;
      add(shadowRootOf(likely[index] as Element));
    }
    if (!isSmall(tree) && !isSuspect()) continue;
    const all = tree.querySelectorAll('*');
    for (let index = 0; index < all.length; index++) {
      if (index % FEW === 0) yield;
      const root = all[index]?.shadowRoot;
      if (root) add(root);
    }
  }
}
