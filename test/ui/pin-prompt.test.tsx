// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { askBackground } from '../../src/platform/ask.ts';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { PinPrompt } from '../../src/ui/helper/pin-prompt.tsx';
import { press, show, thing } from './stage.tsx';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

const right = '730518';
let tries: string[];

beforeEach(() => {
  chooseLanguage('zh_CN');
  tries = [];
  sendMessage.mockImplementation(async ({ request, payload, unlock }: { request: string; payload: { pin: string }; unlock?: string }) => {
    if (request !== 'unlock') return unlock === 'the word' ? { ok: true, value: 3 } : { ok: false, error: '这一步锁着', locked: true };
    tries.push(payload.pin);
    return { ok: true, value: payload.pin === right ? { unlock: 'the word' } : { refused: 'wrong', waitSeconds: 90 } };
  });
});

const settled = () => act(() => new Promise((later) => setTimeout(later, 20)));
async function give(root: HTMLElement, pin: string) {
  const field = root.querySelector('input') as HTMLInputElement;
  field.value = pin;
  await act(async () => void root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
}

test('asks where a PIN is wanted, says how long to wait after a wrong one, and goes on with the right one', async () => {
  const root = await show(<PinPrompt />);
  expect(root.querySelector('dialog')).toBeNull();
  const done = askBackground('clearHistory', {});
  await settled();
  expect(root.querySelector('dialog')?.open).toBe(true);
  await give(root, '111222');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('密码不对，请等 2 分钟再试。');
  expect((root.querySelector('input') as HTMLInputElement).value).toBe('');
  await give(root, right);
  await expect(done).resolves.toBe(3);
  expect(tries).toEqual(['111222', right]);
  expect(root.querySelector('dialog')).toBeNull();
});

test('changes nothing where the reader goes back', async () => {
  sendMessage.mockResolvedValue({ ok: false, error: '这一步锁着', locked: true });
  const root = await show(<PinPrompt />);
  const done = askBackground('clearHistory', {});
  const said = expect(done).rejects.toThrow('什么也没有改变');
  await settled();
  await press(thing(root, '不做了'));
  await said;
  expect(root.querySelector('dialog')).toBeNull();
});
