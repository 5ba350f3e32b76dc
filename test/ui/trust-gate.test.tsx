// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { TrustGate } from '../../src/ui/trust-gate.tsx';
import { fill, press, show, thing } from './stage.tsx';

const site = { hostname: 'xn--wfrpru59aba081t.example', unicodeHostname: '拉卡拉办理.example' };

beforeEach(() => chooseLanguage('zh_CN'));

const typeInto = async (root: HTMLElement, words: string) => fill(root.querySelector('input') as HTMLInputElement, words);

test('trusts only a name typed as it is, in either writing', async () => {
  const onTrust = vi.fn();
  const root = await show(<TrustGate site={site} onTrust={onTrust} />);
  await press(thing(root, '我核实过'));
  expect(document.activeElement).toBe(root.querySelector('input'));
  for (const wrong of ['', 'lakala.com', 'www.拉卡拉办理.example']) {
    await typeInto(root, wrong);
    await press(thing(root, '信任 180 天'));
  }
  expect(onTrust).not.toHaveBeenCalled();
  for (const right of [site.hostname, `${site.unicodeHostname} `, '拉卡拉办理。EXAMPLE']) {
    await typeInto(root, right);
    await press(thing(root, '信任 180 天'));
  }
  expect(onTrust).toHaveBeenCalledTimes(3);
});

test('does not hear presses that no visitor made', async () => {
  const onTrust = vi.fn();
  const root = await show(<TrustGate site={site} onTrust={onTrust} />);
  await press(thing(root, '我核实过'), 'script');
  expect(root.querySelector('input')).toBeNull();
  await press(thing(root, '我核实过'));
  await typeInto(root, site.hostname);
  await press(thing(root, '信任 180 天'), 'script');
  expect(onTrust).not.toHaveBeenCalled();
});
