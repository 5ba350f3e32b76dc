// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { rootSheet } from '../../../src/core/root-sheet.ts';
import { isDeaf, openGate } from '../../../src/page/warning/gate.ts';

test('a guard that comes late still hears before the page, through the gate that the sentinel opened', () => {
  const order: string[] = [];
  openGate();
  addEventListener('keydown', () => order.push('page'), true);
  openGate().hearers.add(() => order.push('guard'));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
  expect(order).toEqual(['guard', 'page']);
});

test('sentinel and guard share one gate, and listening again is heard once', () => {
  const heard = vi.fn();
  openGate().hearers.add(heard);
  openGate().listen();
  document.body.dispatchEvent(new Event('paste', { bubbles: true }));
  expect(heard).toHaveBeenCalledOnce();
});

test('a gate knows when somebody else hears first', () => {
  expect(isDeaf(openGate())).toBe(false);
  // What a page could only do where `document.open` had taken our listeners away before.
  expect(isDeaf({ hearers: new Set(), listen: () => undefined })).toBe(true);
});

test('the style sheet outranks the page everywhere and spares only what carries the secret', () => {
  const css = rootSheet('gsecret');
  for (const declaration of css.match(/[^{};]+:[^{};]+(?=[;}])/g) ?? []) expect(declaration).toMatch(/!important$/);
  expect(css).toContain('html::view-transition');
  expect(css.match(/:popover-open:not\(\[data-gsecret\],html\)/g)).toHaveLength(2);
});
