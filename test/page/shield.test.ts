import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageSnapshot } from '../../src/core/page/snapshot.ts';
import { readPage } from '../../src/page/read/read-page.ts';
import { holdShield } from '../../src/page/shield.ts';
import { attachRoot, shadowRootOf } from './read/page-of.ts';

const ID = '11010519491231002X';
const CARD = '6222021234567890128';
const CODE = '91350100M000100Y43';

let found: number;
let shield: ReturnType<typeof holdShield>;

beforeEach(() => {
  document.body.innerHTML = '';
  found = 0;
  shield = holdShield(shadowRootOf, () => {
    found++;
  });
});
afterEach(() => shield.hold(false));

/** Reads the page as the guard does and lets the shield say what it knows. */
function snapshot(): PageSnapshot {
  const reading = readPage(document, { shadowRootOf });
  return shield.mark(reading.snapshot, reading.fields);
}

function type(field: Element, value: string): void {
  if ('value' in field) field.value = value;
  else field.textContent = value;
  const event = new Event('input', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  field.dispatchEvent(event);
}

const one = (selector: string) => document.querySelector(selector) as Element;
const typedOf = (page: PageSnapshot) => page.fields.map(({ typed }) => typed);

describe('the shield', () => {
  test.each([
    ['an ID number in an input', '<input>', ID, 'idNumber'],
    ['a card in a text area, among words', '<textarea></textarea>', `张三，卡号 ${CARD.replace(/(\d{4})/g, '$1 ')}谢谢`, 'bankCard'],
    ['a credit code in an editable region', '<div contenteditable="true"></div>', CODE, 'licenceNumber'],
    ['an ID number glued to a name', '<input type="tel">', `李四${ID}`, 'idNumber'],
  ])('sees %s', (_what, html, value, kind) => {
    document.body.innerHTML = html;
    snapshot();
    shield.hold(true);
    type(one('input,textarea,div'), value);
    expect(found).toBe(1);
    expect(typedOf(snapshot())).toEqual([kind]);
  });

  test('sees a number that is typed into boxes, with and without a length', () => {
    const limited = '<input maxlength="1">'.repeat(18);
    document.body.innerHTML = `<form>${limited}</form><p>卡号</p><div>${'<p><input></p>'.repeat(5)}</div>`;
    snapshot();
    shield.hold(true);
    const fields = [...document.querySelectorAll('input')];
    for (const [at, letter] of [...ID].entries()) type(fields[at] as Element, letter);
    expect(typedOf(snapshot())[0]).toBe('idNumber');
    for (const field of fields.slice(0, 18)) field.value = '';
    for (const [at, part] of ['6222', '0212', '3456', '7890', '128'].entries()) type(fields[18 + at] as Element, part);
    expect(found).toBe(2);
    expect(typedOf(snapshot()).slice(1)).toEqual(Array(5).fill('bankCard'));
  });

  test('looks where the cursor is in closed trees, and at what was being typed when the warning came', () => {
    document.body.innerHTML = '<x-form></x-form>';
    const root = attachRoot(one('x-form'), 'closed', '<input>');
    const inner = root.querySelector('input') as HTMLInputElement;
    snapshot();
    inner.focus();
    inner.value = ID;
    shield.hold(true);
    expect(found).toBe(1);
    expect(typedOf(snapshot())).toEqual(['idNumber']);
  });

  test('knows a field again that a framework has made anew', () => {
    document.body.innerHTML = '<label>备注 <input></label>';
    snapshot();
    shield.hold(true);
    type(one('input'), ID);
    snapshot();
    document.body.innerHTML = '<label>备注 <input></label>';
    expect(typedOf(snapshot())).toEqual(['idNumber']);
  });

  test('looks at nothing while the tab is not warned about', () => {
    document.body.innerHTML = '<input>';
    snapshot();
    let asked = 0;
    Object.defineProperty(one('input'), 'value', { get: () => asked++, set: () => undefined });
    type(one('input'), ID);
    shield.hold(true);
    shield.hold(false);
    type(one('input'), ID);
    expect([asked, found]).toEqual([0, 0]);
  });

  test.each([ID, CARD, CODE])('lets nothing of %s into a snapshot, even where the page shows what is typed', (value) => {
    document.body.innerHTML = `<input><textarea></textarea><div contenteditable="true"></div><p id="m"></p><i title=""></i>`;
    snapshot();
    shield.hold(true);
    for (const field of document.querySelectorAll('input,textarea,div')) {
      field.setAttribute('value', value);
      type(field, value);
    }
    const mirrored = value.replace(/(.{4})/g, '$1 ');
    one('#m').textContent = `您输入的是 ${mirrored}`;
    one('i').setAttribute('title', mirrored);
    document.title = `确认 ${mirrored}`;
    const said = JSON.stringify(snapshot()).replace(/[\s-]/g, '');
    expect(said).toContain('"typed"');
    for (let at = 0; at + 6 <= value.length; at++) expect(said).not.toContain(value.slice(at, at + 6));
  });

  test('keeps half a number back too, and lets no page hide its own words so', () => {
    document.body.innerHTML = '<input><p>您输入的是 1101 0519 49</p><b>热线 4001234567</b>';
    snapshot();
    shield.hold(true);
    type(one('input'), '11010519');
    expect(JSON.stringify(snapshot())).not.toContain('0519');
    const other = Object.assign(document.createElement('input'), { value: '4001' });
    document.body.prepend(other);
    other.dispatchEvent(new Event('input', { bubbles: true }));
    expect(JSON.stringify(snapshot())).toContain('热线 4001234567');
  });
});

test('no other line of the page’s part looks at what was typed', () => {
  const folder = 'src/page';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(30);
  const looks = files.flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      // A generator's step and a proxy's property have a value too, and emptying is no looking.
      .filter(
        (line) =>
          /\.value\b|\[['"]value|\{[^}]*\bvalue\b[^}]*\} = |valueAs|selectionStart|\.innerText|FormData\(/.test(line) &&
          !/step\.value|\.value = ''/.test(line),
      )
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(looks).toEqual([expect.stringMatching(/^shield\.ts: const typedIn = /)]);
});
