import { after } from '../warning/after.ts';
import { pristine } from '../warning/pristine.ts';
import { CONTROLS } from './controls.ts';
import { isShown } from './shown.ts';
import { asked } from './unclobbered.ts';
import { mayHost, type ShadowRootOf } from './walk.ts';

/** Called when the page changed in a way that matters; answers with the milliseconds it took, so that the watch can rest in proportion. */
export type OnChange = () => number | undefined | Promise<number | undefined>;

export interface PageWatch {
  /** Shadow roots that a reading met are watched from then on. */
  follow(roots: readonly ShadowRoot[]): void;
  stop(): void;
}

/** How much a change matters: not at all, by its text, by something that takes data. */
type Weight = 0 | 1 | 2;

const WATCHED = {
  childList: true,
  characterData: true,
  attributes: true,
  subtree: true,
  attributeFilter: [
    'placeholder',
    'aria-label',
    'title',
    'alt',
    'class',
    'style',
    'hidden',
    'type',
    'for',
    'open',
    'contenteditable',
    'capture',
  ],
};
const WORDS = /[A-Za-z\u3041-\u9fff]{2}/;
const ROUTES = ['popstate', 'hashchange', 'pageshow', 'resize'];
const LOOK_AFTER = 40;
const CALL_AFTER = { 1: 300, 2: 60 };
const REST = 120; // parts of rest to one of work: 0.8 %
const LOOK_REST = 250; // looking at what was added gets another 0.4 %
const LOOK_MOST = 3; // ms in one task
const QUEUE = 300; // more changes than this at once are told by counting controls
const CREDIT = 3; // calls for new controls that needn't wait for the rest to end; one more every two seconds
const PATROL = { every: 500, elements: 250 };

/** Watches a page until stopped: calls soon after a new control, less often the more the page changes, and never gives up. */
export function watchPage(
  page: Document,
  onChange: OnChange,
  options: { shadowRootOf: ShadowRootOf; roots?: readonly ShadowRoot[] },
): PageWatch {
  const { shadowRootOf } = options;
  const document = pristine(page, Document.prototype);
  const view = document.defaultView;
  const followed = new WeakSet<ShadowRoot>();
  let trees: ParentNode[] = [document];
  const shownBefore = new WeakMap<Element, boolean>();
  const observer = new MutationObserver(notice);
  let queue: MutationRecord[] = [];
  let missed = false;
  let controls = 0;
  let weight: Weight = 0;
  // No timers: a page may clear every one there is.
  let willLook = false;
  let calls = 0;
  let dueAt = Number.POSITIVE_INFINITY;
  let stopped = false;
  let running = false;
  let restUntil = 0;
  let lookRestUntil = 0;
  let credit = CREDIT;
  let creditAt = performance.now();
  let address = document.location?.href;
  let patrolled: TreeWalker | undefined;
  let root: Element | null = null;

  function notice(records: MutationRecord[]): void {
    if (queue.length < QUEUE) queue = queue.length > 0 ? queue.concat(records) : records;
    else missed = true;
    if (willLook) return;
    willLook = true;
    after(Math.max(LOOK_AFTER, lookRestUntil - performance.now()), look);
  }

  function look(): void {
    if (stopped) return;
    willLook = false;
    const start = performance.now();
    const seen = new Set<Node>();
    let at = 0;
    for (; !missed && at < queue.length && weight < 2; at++) {
      if (at % 8 === 7 && performance.now() - start > LOOK_MOST) break;
      raise(weigh(queue[at] as MutationRecord, seen));
    }
    queue = weight === 2 ? [] : queue.slice(at);
    if (missed) {
      const now = countControls();
      raise(now === controls ? 1 : 2);
      controls = now;
      queue = [];
      missed = false;
    }
    if (document.location?.href !== address) raise(2);
    address = document.location?.href;
    lookRestUntil = performance.now() + LOOK_REST * (performance.now() - start);
    if (queue.length > 0) notice([]);
  }

  const countControls = () => trees.reduce((count, tree) => count + tree.querySelectorAll(CONTROLS).length, 0);

  function weigh({ type, target, addedNodes }: MutationRecord, seen: Set<Node>): Weight {
    if (type === 'childList') {
      let most: Weight = 0;
      for (const node of addedNodes) {
        if (seen.has(node) || !asked(node).isConnected) continue;
        seen.add(node);
        const one = weighNode(node);
        if (one > most) most = one;
        if (most === 2) break;
      }
      return most;
    }
    if (seen.has(target) || !asked(target).isConnected) return 0;
    seen.add(target);
    return type === 'attributes' ? weighAttribute(target as Element) : weighNode(target);
  }

  function weighNode(one: Node): Weight {
    const node = asked(one);
    if (node.nodeType === 1) {
      const element = node as Element;
      if (element.matches(CONTROLS) || element.querySelector(CONTROLS) || hasNewRoot(element)) return 2;
    }
    return WORDS.test((node.textContent ?? '').slice(0, 20_000)) ? 1 : 0;
  }

  function weighAttribute(one: Element): Weight {
    const element = asked(one);
    const control = element.matches(CONTROLS) ? element : element.querySelector(CONTROLS);
    if (!control) return WORDS.test((element.textContent ?? '').slice(0, 400)) ? 1 : 0;
    const shown = isShown(control, false);
    const changed = shownBefore.get(one) !== shown;
    shownBefore.set(one, shown);
    return changed ? 2 : 1;
  }

  function hasNewRoot(element: Element): boolean {
    if (isNewHost(element)) return true;
    let left = 200;
    for (let at = element.firstElementChild; at && left-- > 0; at = asked(at).firstElementChild ?? asked(at).nextElementSibling)
      if (isNewHost(at)) return true;
    return false;
  }

  function isNewHost(element: Element): boolean {
    const inner = mayHost(asked(element).localName) ? shadowRootOf(element) : null;
    return inner !== null && !followed.has(inner);
  }

  function raise(by: Weight): void {
    if (by > weight) weight = by;
    if (weight === 0 || running || stopped) return;
    const now = performance.now();
    const soon = now + CALL_AFTER[weight as 1 | 2];
    const due = weight === 2 && earned(now) >= 1 ? soon : Math.max(soon, restUntil);
    // Put off by nothing that comes later: a page could go on for ever.
    if (due >= dueAt) return;
    dueAt = due;
    const latest = ++calls;
    after(Math.max(0, due - now), () => latest === calls && void call());
  }

  function earned(now: number): number {
    credit = Math.min(CREDIT, credit + (now - creditAt) / 2_000);
    creditAt = now;
    return credit;
  }

  async function call(): Promise<void> {
    if (running || stopped) return;
    running = true;
    dueAt = Number.POSITIVE_INFINITY;
    const start = performance.now();
    if (start < restUntil) credit--;
    weight = 0;
    let spent = 0;
    try {
      const answer = onChange();
      spent = performance.now() - start;
      spent = (await answer) ?? spent;
    } finally {
      running = false;
      restUntil = performance.now() + REST * spent;
      raise(0);
    }
  }

  function listen(): void {
    root = document.documentElement;
    observer.observe(page, WATCHED);
    for (const name of ROUTES) view?.addEventListener(name, onRoute);
    (view as { navigation?: EventTarget } | null)?.navigation?.addEventListener('currententrychange', onRoute);
    // What fades in was hidden when it was read.
    for (const name of ['focusin', 'pointerdown', 'change', 'toggle', 'animationend', 'transitionend'])
      document.addEventListener(name, onTouch, { capture: true, passive: true });
  }

  const onRoute = (event: Event) => raise(event.type === 'resize' ? 1 : 2);

  function onTouch(event: Event): void {
    const target = event.composedPath()[0] as Element;
    if (event.type === 'focusin' || event.type === 'pointerdown') {
      if (target.nodeType === 1 && isNewHost(target)) raise(2);
    } else raise(1);
  }

  /** Looks for roots attached without a trace in the tree, and for a document written anew, a few elements at a time. */
  function patrol(): void {
    if (document.documentElement !== root) {
      listen();
      raise(2);
    }
    patrolled ??= document.createTreeWalker(page, NodeFilter.SHOW_ELEMENT);
    for (let left = PATROL.elements; left > 0; left--) {
      const element = patrolled.nextNode() as Element | null;
      if (!element) {
        patrolled = undefined;
        return;
      }
      if (isNewHost(element)) {
        raise(2);
        return;
      }
    }
  }

  function follow(roots: readonly ShadowRoot[]): void {
    trees = [document, ...roots];
    for (const one of roots) {
      if (followed.has(one)) continue;
      followed.add(one);
      observer.observe(one, WATCHED);
    }
  }

  listen();
  controls = countControls();
  follow(options.roots ?? []);
  const patrolAgain = () => {
    if (stopped) return;
    after(PATROL.every, patrolAgain);
    patrol();
  };
  after(PATROL.every, patrolAgain);
  return {
    follow,
    stop() {
      observer.disconnect();
      stopped = true;
    },
  };
}
