// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../../src/platform/i18n.ts';
import { chooseVoice } from '../../src/ui/stopped/local-voice.ts';
import { ReadAloud } from '../../src/ui/stopped/read-aloud.tsx';
import { press, show, thing } from './stage.tsx';

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang });
const spoken: { text: string; lang: string; onend?: () => void }[] = [];

function giveVoices(...voices: ReturnType<typeof voice>[]) {
  const synthesis = {
    getVoices: () => voices,
    speak: (part: (typeof spoken)[number]) => spoken.push(part),
    cancel: vi.fn(),
    addEventListener: () => {},
  };
  vi.stubGlobal('speechSynthesis', synthesis);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string;
      constructor(words: string) {
        this.text = words;
      }
    },
  );
}

const part = () => act(async () => undefined);

beforeEach(() => {
  chooseLanguage('zh_CN');
  spoken.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the voice', () => {
  test.each([
    ['zh-CN', ['en-US', 'zh-TW', 'zh_CN'], 'zh_CN'],
    ['zh-CN', ['zh-HK', 'cmn-CN'], 'cmn-CN'],
    ['zh-CN', ['zh-HK', 'yue-CN', 'en-US'], undefined],
    ['zh-TW', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh-TW', ['zh-CN'], 'zh-CN'],
    ['en', ['zh-CN', 'en-GB'], 'en-GB'],
  ])('for %s among %j is %s', (language, there, wanted) => {
    const voices = there.map((lang) => voice(lang));
    expect(chooseVoice(voices, language)?.lang).toBe(wanted);
  });

  test('is never one that sends the words to a server', () => {
    expect(chooseVoice([voice('zh-CN', false)], 'zh-CN')).toBeUndefined();
  });
});

describe('reading aloud', () => {
  test('is not offered where there is no voice for it', async () => {
    vi.useFakeTimers();
    giveVoices(voice('zh-CN', false));
    const root = await show(<ReadAloud language="zh-CN" words={['先停下']} />);
    await act(async () => void (await vi.advanceTimersByTimeAsync(2_000)));
    expect(root.querySelector('button')).toBeNull();
  });

  test('says the parts in their order, numbers digit by digit, and stops at a press', async () => {
    giveVoices(voice('zh-CN'));
    const root = await show(<ReadAloud language="zh-CN" words={['先停下', '打 95016，再打 138 0000 0000']} />);
    await part();
    await press(thing(root, '读给我听'));
    expect(spoken.map(({ text }) => text)).toEqual(['先停下', '打 9 5 0 1 6，再打 1 3 8 0 0 0 0 0 0 0 0']);
    expect(spoken.every(({ lang }) => lang === 'zh-CN')).toBe(true);
    await press(thing(root, '停止朗读'));
    expect(speechSynthesis.cancel).toHaveBeenCalledTimes(2);
    expect(thing(root, '读给我听')).toBeTruthy();
  });
});
