// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { Stopped } from '../../src/ui/stopped/stopped.tsx';
import { anAssessment, aWarning } from './samples.ts';
import { press, show, thing } from './stage.tsx';

const first = '我看过了';
const second = '确认打开';
const wait = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));
let focused = true;

async function showStopped(onContinue = vi.fn(async () => {})) {
  const onLeave = vi.fn();
  const part = <Stopped assessment={anAssessment()} warning={aWarning} onLeave={onLeave} onOfficial={() => {}} onContinue={onContinue} />;
  return { root: await show(part), onLeave, onContinue };
}

beforeEach(() => {
  vi.useFakeTimers();
  chooseLanguage('zh_CN');
  focused = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('puts the focus on leaving', async () => {
  const { root, onLeave } = await showStopped();
  expect(document.activeElement).toBe(thing(root, '关掉它'));
  await press(thing(root, '关掉它'));
  expect(onLeave).toHaveBeenCalledOnce();
});

test('lets the visitor continue after reading, in two steps', async () => {
  const { root, onContinue } = await showStopped();
  await wait(3_000);
  await press(thing(root, first));
  await wait(1_000);
  await press(thing(root, second));
  expect(onContinue).toHaveBeenCalledOnce();
});

test('does not hear a click before three seconds of attention', async () => {
  const { root } = await showStopped();
  await wait(2_900);
  await press(thing(root, first));
  expect(() => thing(root, second)).toThrow();
});

test('does not let a key held down pass both steps: the focus is on the question, not on its button', async () => {
  const { root } = await showStopped();
  await wait(3_000);
  await press(thing(root, first));
  expect(document.activeElement?.tagName).toBe('P');
  expect(document.activeElement?.textContent).toContain('最后问一次');
});

test('says that the PIN is wanted only where there is a way on at all', async () => {
  const props = {
    assessment: anAssessment(),
    warning: aWarning,
    onLeave: vi.fn(),
    onOfficial: vi.fn(),
    onContinue: vi.fn(),
    helperLock: true,
  };
  expect((await show(<Stopped {...props} />)).textContent).toContain('都要守护密码');
  const closed = { allowed: false, delaySeconds: 0, reasonRequired: false };
  expect((await show(<Stopped {...props} bypass={closed} />)).textContent).not.toContain('都要守护密码');
});

test('does not let a double click pass both steps', async () => {
  const { root, onContinue } = await showStopped();
  await wait(3_000);
  await press(thing(root, first));
  await press(thing(root, second));
  expect(onContinue).not.toHaveBeenCalled();
});

test('does not hear clicks that no visitor made', async () => {
  const { root } = await showStopped();
  await wait(5_000);
  await press(thing(root, first), 'script');
  expect(() => thing(root, second)).toThrow();
});

test('starts waiting anew when the page comes to the front under a click', async () => {
  focused = false;
  const { root } = await showStopped();
  await wait(60_000);
  focused = true;
  await act(() => {
    window.dispatchEvent(new Event('focus'));
  });
  await press(thing(root, first));
  expect(() => thing(root, second)).toThrow();
  await wait(3_000);
  await press(thing(root, first));
  expect(thing(root, second)).toBeTruthy();
});

test('says why when continuing is not possible', async () => {
  const { root } = await showStopped(vi.fn(() => Promise.reject(new Error('这条提醒已经过期'))));
  await wait(3_000);
  await press(thing(root, first));
  await wait(1_000);
  await press(thing(root, second));
  expect(root.querySelector('[role=alert]')?.textContent).toContain('这条提醒已经过期');
});
