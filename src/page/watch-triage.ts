import { SAYING, speaksOf, takesData, treesOf } from './triage.ts';
import { after } from './warning/after.ts';

const AFTER = 60;
const TURN = 2; // of the 5 ms that the page may be held up: the last step comes on top
const REST = 80; // parts of rest to one of work: 1.25 %
const MOST_REST = 400; // a first step may be gone after half a second
const QUEUE = 16; // a page can make each of these looks as dear as one at all of it

/** Repeats the triage as the page changes, looking at what was added only, and calls once when it comes true. */
export function watchTriage(
  document: Document,
  words: RegExp,
  shadowRootOf: (element: Element) => ShadowRoot | null,
  onFound: () => void,
): void {
  let speaks = false;
  let takes = false;
  /** What was added or changed; the page itself where that is too much to look at one by one. */
  let queue = new Set<Node>([document]);
  let work: Generator | undefined;
  let waiting = false;
  let restUntil = 0;
  let isFirst = true;
  const observer = new MutationObserver(notice);

  function notice(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (queue.has(document)) break;
      if (type === 'childList') for (const node of addedNodes) queue.add(node);
      else queue.add(target);
      if (queue.size > QUEUE) queue = new Set([document]);
    }
    if (waiting) return;
    waiting = true;
    // No timer: a page may clear every one there is.
    after(Math.max(AFTER, restUntil - performance.now()), look);
  }

  function look(): void {
    waiting = false;
    const start = performance.now();
    do {
      work ??= lookAtNext();
      if (work.next().done) {
        work = undefined;
        isFirst = false;
      }
      // what is left waits for the next turn
    } while ((work || queue.size) && performance.now() - start < TURN);
    // Within its first look the page is let breathe, and no more: nothing was heard of a storm.
    if (!isFirst) restUntil = performance.now() + Math.min(MOST_REST, REST * (performance.now() - start));
    if (speaks && takes) {
      // for good
      waiting = true;
      observer.disconnect();
      onFound();
    } else if (work || queue.size) notice([]);
  }

  function* lookAtNext(): Generator {
    const [node] = queue;
    queue.delete(node as Node);
    const part = node === document ? pageOf('documentElement') : node?.isConnected && contextOf(node);
    if (!part) return;
    for (const tree of treesOf(part, shadowRootOf, () => speaks)) {
      if (tree) {
        if (tree.nodeType === 11) observe(tree);
        // Most pages never say a word of the trade: only those that do are asked, then as a whole, what they take.
        speaks ||= (yield* speaksOf(tree, words)) && !!queue.add(document);
        // A page that bears the trade's name may want no more than a click on a link.
        takes ||= speaks && (words.test(pageOf('title')) || (yield* takesData(tree, words)));
      }
      yield;
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

  /** Where the visitor's focus goes there may be a shadow tree that nothing told of. */
  function again(event: Event): void {
    if (event.type === 'load') queue = new Set([document]);
    else
      for (const node of event.composedPath() as Element[]) {
        const root = node.localName ? shadowRootOf(node) : node;
        if (root instanceof ShadowRoot) queue.add(root);
      }
    notice([]);
  }

  observe(document);
  for (const name of ['focusin', 'load']) addEventListener(name, again, true);
  notice([]);
}

/** What to look at for a node that came or changed: short pieces of text may be parts of a word. */
function contextOf(node: Node): (ParentNode & Node) | null {
  if (node.nodeType === 11) return node as ShadowRoot;
  let at: Node | null = node;
  // A form's fields may bear the names of what is asked below.
  while (at && (at.nodeType !== 1 || isForm(at))) at = Reflect.get(Node.prototype, 'parentElement', at);
  const element = at as Element | null;
  const up = element?.parentElement;
  return up && !isForm(up) && (up.textContent ?? '').length < 200 ? up : element;
}

/** Past what the page named so. */
const pageOf = <Name extends 'documentElement' | 'title'>(name: Name): Document[Name] => Reflect.get(Document.prototype, name, document);

const isForm = (node: Node) => node instanceof HTMLFormElement;
