import type { Warning } from '../../platform/messages.ts';
import { pageDocument } from './pristine.ts';

/** What a button does. Nothing here continues to the page: that is only possible on our own page. */
export type Act = 'leave' | 'official' | 'more' | 'close';

type Child = Element | false | undefined;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>, ...children: (Child | string)[]) {
  const element = pageDocument().createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

const button = (act: Act, label: string) => make('button', { type: 'button', 'data-act': act }, label);

function drawSign(): Element {
  const SVG = 'http://www.w3.org/2000/svg';
  const sign = pageDocument().createElementNS(SVG, 'svg');
  sign.setAttribute('viewBox', '0 0 48 48');
  sign.setAttribute('aria-hidden', 'true');
  const path = pageDocument().createElementNS(SVG, 'path');
  path.setAttribute('d', 'M24 3 42 9v13c0 12-8 19-18 23C14 41 6 34 6 22V9zM21 11h6v17h-6zM21 31h6v6h-6z');
  sign.append(path);
  return sign;
}

const drawReasons = (reasons: string[]) =>
  reasons.length > 0 && make('ul', { id: 'reasons' }, ...reasons.slice(0, 3).map((reason) => make('li', {}, reason)));

/** Whom to call first, in letters that can be read from across the counter. */
const drawHelper = ({ helper }: Warning) => helper && make('p', { id: 'helper' }, helper.text, make('b', {}, helper.phone));

const looksOf = ({ level, large }: Warning) => (large ? `${level} large` : level);

/** The overlay: what was asked, why we doubt it, the way out. */
export function drawDanger(warning: Warning): HTMLDialogElement {
  const { language, title, asked, reasons, official, advice, helper, labels } = warning;
  const card = make(
    'div',
    { class: 'card' },
    make('header', {}, drawSign(), make('h1', { id: 'title' }, title)),
    make(
      'div',
      { class: 'body' },
      make('p', { id: 'asked' }, asked),
      drawHelper(warning),
      drawReasons(reasons),
      official && make('p', { id: 'official' }, official.text),
      make('p', { id: 'advice' }, advice),
    ),
    make('footer', {}, button('leave', labels.leave), official && button('official', official.label), button('more', labels.more)),
  );
  const described = ['asked', helper && 'helper', reasons.length > 0 && 'reasons', official && 'official', 'advice']
    .filter(Boolean)
    .join(' ');
  return make(
    'dialog',
    {
      class: looksOf(warning),
      lang: language,
      role: 'alertdialog',
      'aria-modal': 'true',
      'aria-labelledby': 'title',
      'aria-describedby': described,
      closedby: 'none',
    },
    card,
  );
}

/** The bar at the top, which blocks nothing. */
export function drawCaution(warning: Warning): HTMLElement {
  const { language, title, asked, reasons, official, advice, labels } = warning;
  return make(
    'section',
    { class: looksOf(warning), lang: language, role: 'alert', 'aria-labelledby': 'title', popover: 'manual' },
    drawSign(),
    make(
      'div',
      { class: 'body' },
      make('h2', { id: 'title' }, title),
      make('p', { id: 'asked' }, asked),
      drawHelper(warning),
      drawReasons(reasons),
      make('p', { id: 'advice' }, advice),
    ),
    make('footer', {}, button('leave', labels.leave), official && button('official', official.label), button('close', labels.close)),
  );
}
