// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawCaution, drawDanger } from '../../../src/page/warning/draw.ts';
import { aWarning } from './a-warning.ts';

const buttonsOf = (frame: Element) => [...frame.querySelectorAll('button')].map((button) => button.getAttribute('data-act'));

test('the overlay names what was asked, why, and the way out, in the reader’s language', () => {
  const overlay = drawDanger(aWarning());
  expect(overlay.getAttribute('role')).toBe('alertdialog');
  expect(overlay.getAttribute('aria-modal')).toBe('true');
  expect(overlay.lang).toBe('zh-CN');
  for (const text of ['先别填', '身份证号', '不在我们的持牌支付机构名单里', 'lakala.com', '96110'])
    expect(overlay.textContent).toContain(text);
});

test('the overlay is labelled and described by what it shows', () => {
  const overlay = drawDanger(aWarning());
  const ids = `${overlay.getAttribute('aria-labelledby')} ${overlay.getAttribute('aria-describedby')}`.split(' ');
  expect(ids).toEqual(['title', 'asked', 'reasons', 'official', 'advice']);
  for (const id of ids) expect(overlay.querySelector(`#${id}`)?.textContent, id).toBeTruthy();
});

test('the overlay offers leaving first and nothing that continues to the page', () => {
  expect(buttonsOf(drawDanger(aWarning()))).toEqual(['leave', 'official', 'more']);
});

test('where no official site is known, nothing is offered in its place', () => {
  const { official: _, ...rest } = aWarning();
  const overlay = drawDanger(rest);
  expect(buttonsOf(overlay)).toEqual(['leave', 'more']);
  expect(overlay.getAttribute('aria-describedby')).toBe('asked reasons advice');
});

test('the bar can be closed and calls itself an alert, not a dialog', () => {
  const bar = drawCaution(aWarning({ level: 'caution' }));
  expect(bar.getAttribute('role')).toBe('alert');
  expect(buttonsOf(bar)).toEqual(['leave', 'official', 'close']);
});

test('words that look like markup stay words', () => {
  const overlay = drawDanger(aWarning({ title: '<img src=x onerror=alert(1)>', reasons: ['<b>', '2', '3', '4'] }));
  expect(overlay.querySelector('img, b')).toBeNull();
  expect(overlay.querySelectorAll('li')).toHaveLength(3);
});

test('the helper’s name and number stand on the overlay and on the bar, before the reasons, and are read with them', () => {
  const helper = { text: '先打给女儿小芳，问一问再说', phone: '138 0013 8000' };
  for (const frame of [drawDanger(aWarning({ helper })), drawCaution(aWarning({ helper, level: 'caution' }))]) {
    const shown = frame.querySelector('#helper');
    expect(shown?.firstChild?.textContent).toBe(helper.text);
    expect(shown?.querySelector('b')?.textContent).toBe(helper.phone);
    expect([...frame.querySelectorAll('p, ul')].map(({ id }) => id).slice(0, 3)).toEqual(['asked', 'helper', 'reasons']);
  }
  expect(drawDanger(aWarning({ helper })).getAttribute('aria-describedby')).toBe('asked helper reasons official advice');
});

test('a helper of whom nothing is known leaves no empty place', () => {
  expect(drawDanger(aWarning()).querySelector('#helper')).toBeNull();
});

test('weak eyes get larger words on both', () => {
  expect(drawDanger(aWarning({ large: true })).className).toBe('danger large');
  expect(drawCaution(aWarning({ level: 'caution', large: true })).className).toBe('caution large');
  expect(drawDanger(aWarning()).className).toBe('danger');
});
