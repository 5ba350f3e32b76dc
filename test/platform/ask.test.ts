import { beforeEach, expect, test, vi } from 'vitest';
import { askBackground, askPinWith } from '../../src/platform/ask.ts';
import { chooseLanguage, text } from '../../src/platform/i18n.ts';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

beforeEach(() => {
  chooseLanguage('en');
  sendMessage.mockReset();
});

test('hands the request over by name and brings back the value', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: 3 });
  await expect(askBackground('deleteAssessments', { ids: ['a'] })).resolves.toBe(3);
  expect(sendMessage).toHaveBeenCalledWith({ request: 'deleteAssessments', payload: { ids: ['a'] } });
});

test('turns a refusal into its sentence', async () => {
  sendMessage.mockResolvedValue({ ok: false, error: 'The history is being repaired.' });
  await expect(askBackground('clearHistory', {})).rejects.toThrow('The history is being repaired.');
});

test('says that nobody answered, whether the browser throws or stays silent', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Could not establish connection.'));
  await expect(askBackground('clearHistory', {})).rejects.toThrow(text('surface_noAnswer'));
  sendMessage.mockResolvedValueOnce(undefined);
  await expect(askBackground('clearHistory', {})).rejects.toThrow(text('surface_noAnswer'));
});

test('asks for the PIN once, however many requests want it, and takes its word along from then on', async () => {
  const ask = vi.fn(async () => 'the word');
  askPinWith(ask);
  sendMessage.mockImplementation(async ({ unlock }: { unlock?: string }) =>
    unlock === 'the word' ? { ok: true, value: 3 } : { ok: false, error: 'Locked.', locked: true },
  );
  await expect(Promise.all([askBackground('clearHistory', {}), askBackground('deleteAssessments', { ids: [] })])).resolves.toEqual([3, 3]);
  expect(ask).toHaveBeenCalledOnce();
  await expect(askBackground('clearHistory', {})).resolves.toBe(3);
  expect(ask).toHaveBeenCalledOnce();
});

test('says that nothing has changed where the reader gives no PIN', async () => {
  askPinWith(async () => undefined);
  sendMessage.mockResolvedValue({ ok: false, error: 'Locked.', locked: true });
  await expect(askBackground('clearHistory', {})).rejects.toThrow(text('helper_gaveUp'));
});
