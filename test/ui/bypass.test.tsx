// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { Bypass } from '../../src/ui/stopped/bypass.tsx';
import { show } from './stage.tsx';

beforeEach(() => chooseLanguage('zh_CN'));

test('offers no way on where the organisation forbids it, and says who decided so', async () => {
  const root = await show(
    <Bypass hostname="banji.example" terms={{ allowed: false, delaySeconds: 0, reasonRequired: false }} onContinue={vi.fn()} />,
  );
  expect(root.querySelector('button, details')).toBeNull();
  expect(root.textContent).toContain('由贵单位管理');
});

test('tells of the wait and asks for a reason where the organisation wants them', async () => {
  const root = await show(
    <Bypass hostname="banji.example" terms={{ allowed: true, delaySeconds: 30, reasonRequired: true }} onContinue={vi.fn()} />,
  );
  expect(root.textContent).toContain('等待 30 秒');
  expect(root.querySelector('input[name="reason"]')).not.toBeNull();
});

test('says nothing of an organisation where there is none', async () => {
  const root = await show(<Bypass hostname="banji.example" onContinue={vi.fn()} />);
  expect(root.textContent).not.toContain('单位');
});
