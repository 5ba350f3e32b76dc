import { beforeEach, expect, test, vi } from 'vitest';
import { askBackground } from '../../src/platform/ask.ts';
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
