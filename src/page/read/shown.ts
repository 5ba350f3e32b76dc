import { asked } from './unclobbered.ts';

// Made once: an object for each of fifty thousand questions would cost as much as the answers.
const ALL = { opacityProperty: true, visibilityProperty: true };
const BUT_OPACITY = { opacityProperty: false, visibilityProperty: true };

/** Answers about what a visitor can see. Each forces at most a style calculation, `isNoise` for positioned elements also a layout. */
export function isShown(element: Element, opacity = true): boolean {
  for (let at: Element | null = element; at; at = composedParent(at)) {
    const one = asked(at);
    if (!one.checkVisibility) return isDisplayed(at);
    if (one.checkVisibility(opacity ? ALL : BUT_OPACITY)) return true;
    // `display: contents` has no box of its own and shows its text all the same
    if (styleOf(at)?.display !== 'contents') return false;
  }
  return false;
}

/** The parent element across shadow boundaries. */
export function composedParent(node: Node): Element | null {
  const { parentNode, parentElement } = asked(node);
  return parentNode instanceof ShadowRoot ? parentNode.host : parentElement;
}

/** The computed style, asked of the window itself: the page may have named an image `defaultView`. */
export function styleOf(element: Element, pseudo?: string): CSSStyleDeclaration | undefined {
  return globalThis.getComputedStyle?.(element, pseudo);
}

/** For documents without layout: what the styles of the ancestors say. */
function isDisplayed(element: Element): boolean {
  if (styleOf(element)?.visibility === 'hidden') return false;
  for (let at: Element | null = element; at; at = composedParent(at)) {
    const style = styleOf(at);
    if (style?.display === 'none' || style?.opacity === '0') return false;
  }
  return true;
}

/** Whether an inline element is there to break words apart unseen: tiny, transparent, off the page or in the colour of its ground. */
export function isNoise(element: Element, grounds: Map<Element, string>): boolean {
  const style = styleOf(element);
  if (!style) return false;
  if (Number.parseFloat(style.fontSize) < 3 || (style.opacity !== '' && Number(style.opacity) < 0.1)) return true;
  if (isTransparent(style.color)) return true;
  if (!/^(inline|contents|)$/.test(style.display) || !/^(static|)$/.test(style.position))
    return isOutOfSight(element) || Number.parseFloat(style.textIndent) < -500;
  if (style.color === style.backgroundColor) return style.color !== '';
  const around = composedParent(element);
  return around !== null && style.color !== styleOf(around)?.color && style.color === groundOf(element, grounds);
}

const isTransparent = (color: string) => color === 'transparent' || /^rgba\(.*, ?0(\.0\d*)?\)$/.test(color);

/** Whether the box is too small to see or lies before the start of the page, where no scrolling leads. */
export function isOutOfSight(element: Element): boolean {
  const { ownerDocument: page } = asked(element);
  const box = asked(element).getBoundingClientRect();
  if (box.width === 0 && !hasLayout(page)) return false;
  return box.width < 2 || box.height < 2 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
}

/** Whether anything has a size: not in a frame without one, nor outside of browsers. */
export const hasLayout = (document: Document) => (document.documentElement?.getBoundingClientRect().width ?? 0) > 0;

/** The first colour painted behind an element; white paper at last, unknown over a picture. */
function groundOf(element: Element, grounds: Map<Element, string>): string {
  const passed: Element[] = [];
  let ground: string | undefined;
  for (let at: Element | null = element; at && ground === undefined; at = composedParent(at)) {
    passed.push(at);
    ground = grounds.get(at) ?? ownGround(styleOf(at));
  }
  ground ??= 'rgb(255, 255, 255)';
  for (const one of passed) grounds.set(one, ground);
  return ground;
}

function ownGround(style: CSSStyleDeclaration | undefined): string | undefined {
  if (!style || !/^(?:none|)$/.test(style.backgroundImage)) return '';
  return style.backgroundColor === '' || isTransparent(style.backgroundColor) ? undefined : style.backgroundColor;
}
