// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeFields } from '../../../src/page/warning/close-fields.ts';

const byId = (id: string) => document.getElementById(id) as HTMLInputElement;
const isClosed = (id: string) => byId(id).hasAttribute('disabled') && byId(id).hasAttribute('inert');

beforeEach(() => {
  document.body.innerHTML = `
    <form id="form"><input id="card" autocomplete="cc-number"><input id="name" disabled><button id="send">提交</button></form>
    <input id="search"><div id="box" contenteditable="true"></div>`;
});
afterEach(() => vi.restoreAllMocks());

test('a closed field and all that its form would send take nothing any more', () => {
  const closed = closeFields([byId('card')]);
  expect(['card', 'name', 'send', 'search'].filter(isClosed)).toEqual(['card', 'name', 'send']);
  closed.open();
});

test('opening leaves the page exactly as it was', () => {
  const before = document.body.innerHTML;
  const closed = closeFields([byId('card'), byId('box')]);
  expect(document.body.innerHTML).not.toBe(before);
  closed.open();
  expect(document.body.innerHTML).toBe(before);
});

test('an editable box can no longer be edited', () => {
  const closed = closeFields([byId('box')]);
  expect(byId('box').getAttribute('contenteditable')).toBe('false');
  closed.open();
});

test('an update closes new fields and opens those that are no longer meant', () => {
  const closed = closeFields([byId('card')]);
  closed.update([byId('search')]);
  expect(['card', 'name', 'send', 'search'].filter(isClosed)).toEqual(['search']);
  expect(byId('name').hasAttribute('disabled')).toBe(true);
  closed.open();
});

test('a field that the page opens again is closed again, a task later, and reported', async () => {
  const tampered = vi.fn();
  const closed = closeFields([byId('card')], { tampered });
  byId('card').removeAttribute('disabled');
  await vi.waitFor(() => expect(isClosed('card')).toBe(true));
  expect(tampered).toHaveBeenCalledWith('fields');
  closed.open();
});

test('a form named like its own properties is closed all the same', () => {
  byId('form').insertAdjacentHTML('beforeend', '<input name="elements" id="trap">');
  const closed = closeFields([byId('card')]);
  expect(isClosed('send') && isClosed('trap')).toBe(true);
  closed.open();
});

test('no value is ever looked at', () => {
  const read = vi.spyOn(HTMLInputElement.prototype, 'value', 'get');
  const closed = closeFields([byId('card')]);
  byId('card').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  closed.open();
  expect(read).not.toHaveBeenCalled();
});

test('a file chosen in a picker that was open before is gone before the page hears of it', () => {
  byId('form').insertAdjacentHTML('beforeend', '<input type="file" id="photo">');
  const emptied = vi.spyOn(HTMLInputElement.prototype, 'value', 'set');
  const heard = vi.fn();
  byId('photo').addEventListener('input', heard);
  const closed = closeFields([byId('card')]);
  byId('photo').dispatchEvent(new Event('input', { bubbles: true }));
  expect(emptied).toHaveBeenCalledExactlyOnceWith('');
  expect(heard).not.toHaveBeenCalled();
  closed.open();
});

test('the page’s own listeners hear nothing of a closed field', () => {
  const heard = vi.fn();
  byId('card').addEventListener('paste', heard);
  const closed = closeFields([byId('card')]);
  byId('card').dispatchEvent(new Event('paste', { bubbles: true, composed: true }));
  expect(heard).not.toHaveBeenCalled();
  closed.open();
  byId('card').dispatchEvent(new Event('paste', { bubbles: true, composed: true }));
  expect(heard).toHaveBeenCalledOnce();
});
