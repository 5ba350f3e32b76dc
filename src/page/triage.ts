type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What can take data or a lead from a visitor. */
const WAYS =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea,[contenteditable]:not([contenteditable=false]),' +
  '[role=textbox],iframe,frame,object,embed,video,[data-clipboard-text],[class*="upload" i],[class*="dropzone" i],[onclick*="copy" i],[class*="fuzhi" i],' +
  '[class*="copy" i]:not([class*="copyright" i]),[class*="qrcode" i],[class*="erweima" i],[src*="qr" i],[src*="weixin" i],[src*="erweima" i],[src*="wechat" i],' +
  '[href^="tel:"],[href^="sms:"],[href^="weixin:"]';
/** Ways to get in touch that are only words: an account to add, a picture to scan, a number to call. */
const LEAD = /微信|请输入|下一步|[维維][码碼]|扫一扫|复制|加[vV]|热线|1[3-9]\d{9}|400-?\d{3}/;
/** Attributes whose text a visitor sees or hears. */
export const SAYING = ['placeholder', 'alt', 'aria-label', 'title', 'data-placeholder'];
const SPEAKING = `[${SAYING.join('],[')}],input[value]`;
/** Asking for closed roots is dear, so only where one is likely: custom elements, boxes with nothing in them, the frame of the page. */
const LIKELY_HOSTS =
  ':is(div,span,section,main,article,p):empty,body>*,*:not(div,span,a,b,p,li,ul,i,img,input,td,tr,option,label,path,script)';
const PART = 4000; // elements
const SILENT = /^(?:script|noscript|template|textarea)$/;

/** Cheap test: whether a page has words of the trade in its title, or anywhere beside a way to take data or a lead. `words` must not be global. */
export function triage(document: Document, words: RegExp, shadowRootOf: ShadowRootOf): boolean {
  if (!document.documentElement) return false;
  const trees = [...treesOf(document, shadowRootOf)].filter((tree) => tree !== undefined);
  return words.test(document.title) || (trees.some((tree) => speaksOf(tree, words)) && trees.some((tree) => takesData(tree, words)));
}

/** Whether an element or tree has words of the trade in its text or in attributes that are shown. */
export function speaksOf(tree: ParentNode & Node, words: RegExp): boolean {
  // With the head: what a style sheet puts before and after elements is seen.
  const whole = (tree as Document).documentElement ?? tree;
  if (words.test(whole.textContent ?? '') && words.test(wordsOf(whole))) return true;
  const own = tree.nodeType === 1 ? [tree as unknown as Element] : [];
  for (const element of [...own, ...tree.querySelectorAll(SPEAKING)]) {
    // none is taken for the word null, which is of no trade
    const says = (name: string) => Element.prototype.getAttribute.call(element, name) as string;
    if (SAYING.some((name) => words.test(says(name))) || (/^[bs]u/i.test(says('type')) && words.test(says('value')))) return true;
  }
  return false;
}

/** Whether an element or tree has a way to take data or a lead: a control, a frame, a copy widget, or a link with words of the trade. */
export function takesData(tree: ParentNode & Node, words: RegExp): boolean {
  if ((tree.nodeType === 1 && (tree as unknown as Element).matches(WAYS)) || tree.querySelector(WAYS)) return true;
  for (const link of tree.querySelectorAll('a[href]')) if (words.test(link.textContent ?? '')) return true;
  return LEAD.test(((tree as unknown as Document).body ?? tree).textContent ?? '');
}

/** The document or element and all shadow trees in it, one after the other; nothing in between, so that a look at a large page can pause there. */
export function* treesOf(start: ParentNode & Node, shadowRootOf: ShadowRootOf): Generator<(ParentNode & Node) | undefined> {
  const trees = new Set([start]);
  // What a form answers may be a field of that name.
  const add = (root: unknown) => root instanceof ShadowRoot && trees.add(root);
  for (const tree of trees) {
    yield tree;
    if (tree.nodeType === 1) add(shadowRootOf(tree as unknown as Element));
    for (const element of tree.querySelectorAll(LIKELY_HOSTS)) add(shadowRootOf(element));
    // A live list is several times faster, and loses its place where the page changes during a pause.
    const live = (tree as Document).getElementsByTagName?.('*');
    const elements = live?.length < PART ? live : tree.querySelectorAll('*');
    for (let index = 0; index < elements.length; index++) {
      add(elements[index]?.shadowRoot);
      if (index % PART === 0) yield;
    }
  }
}

/** Text without what programs say. */
function wordsOf(tree: Node): string {
  // Of a document that the page can put nothing in the way of.
  const walker = new Document().createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!SILENT.test(node.parentElement?.localName ?? '')) text += node.nodeValue;
  return text;
}
