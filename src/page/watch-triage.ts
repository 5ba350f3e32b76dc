import { SAYING, speaksOf, takesData, treesOf } from './triage.ts';
import { after } from './warning/after.ts';
import { pristine } from './warning/pristine.ts';

const AFTER = 60;
const REST = 80; // parts of rest to one of work: 1.25 %
const MOST_REST = 400; // a first step may be gone after half a second
const QUEUE = 500;

/** Repeats the triage as the page changes, looking at what was added only, and calls once it comes true; answers how to stop. */
export function watchTriage(
  document: Document,
  words: RegExp,
  shadowRootOf: (element: Element) => ShadowRoot | null,
  onFound: () => void,
): () => void {
  const page = pristine(document, Document.prototype);
  let speaks = false;
  let takes = false;
  let whole = false;
  let queue = new Set<Node>();
  let waiting = false;
  let stopped = false;
  let restUntil = 0;
  const observer = new MutationObserver(notice);

  function notice(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (queue.size > QUEUE) whole = true;
      else if (type === 'childList') for (const node of addedNodes) queue.add(node);
      else queue.add(target);
    }
    if (waiting) return;
    waiting = true;
    // No timer: a page may clear every one there is.
    after(Math.max(AFTER, restUntil - performance.now()), look);
  }

  function look(): void {
    if (stopped) return;
    waiting = false;
    const start = performance.now();
    if (whole) lookAt(page);
    for (const node of queue) {
      queue.delete(node);
      if (!whole && node.isConnected) lookAt(contextOf(node));
      // what is left waits for the next turn
      if (performance.now() - start > 3) break;
    }
    if (whole) queue = new Set();
    whole = false;
    restUntil = performance.now() + Math.min(MOST_REST, REST * (performance.now() - start));
    if (speaks && takes) {
      stop();
      onFound();
    } else if (queue.size > 0) notice([]);
  }

  function lookAt(part: (ParentNode & Node) | null): void {
    if (!part) return;
    // A page that bears the trade's name may want no more than a click on a link.
    if (words.test(page.title)) speaks = takes = true;
    for (const tree of treesOf(part, shadowRootOf)) {
      if (tree.nodeType === 11) observe(tree);
      speaks ||= speaksOf(tree, words);
      takes ||= takesData(tree, words);
    }
  }

  function observe(tree: Node): void {
    observer.observe(tree, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: [...SAYING, 'type', 'contenteditable'],
    });
  }

  function again(event: Event): void {
    const target = event.composedPath()[0] as Partial<Element>;
    if (event.type === 'focusin' && !(target.localName && shadowRootOf(target as Element))) return;
    whole = true;
    notice([]);
  }

  function stop(): void {
    observer.disconnect();
    stopped = true;
  }

  observe(document);
  for (const name of ['focusin', 'load', 'pageshow']) document.defaultView?.addEventListener(name, again, true);
  whole = true;
  notice([]);
  return stop;
}

/** The element to look at for a node that came or changed: short pieces of text may be parts of a word. */
function contextOf(node: Node): (ParentNode & Node) | null {
  let at: Node | null = node;
  // A form's fields may bear the names of what is asked below.
  while (at && (at.nodeType !== 1 || isForm(at))) at = Reflect.get(Node.prototype, 'parentElement', at);
  const element = at as Element | null;
  const up = element?.parentElement;
  return up && !isForm(up) && (up.textContent ?? '').length < 200 ? up : element;
}

const isForm = (node: Node) => node instanceof HTMLFormElement;
