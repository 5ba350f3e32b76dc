import { useEffect, useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { localVoice } from './local-voice.ts';

/** Reads the page aloud, by button only; absent where this computer has no voice of its own for the language. */
export function ReadAloud({ language, words }: { language: string; words: string[] }) {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    let wanted = true;
    void localVoice(language).then((found) => wanted && setVoice(found));
    return () => {
      wanted = false;
      window.speechSynthesis?.cancel();
      setSpeaking(false);
    };
  }, [language]);
  if (!voice) return null;

  const toggle = () => {
    speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (speaking) return;
    const parts = words.map((part) => Object.assign(new SpeechSynthesisUtterance(singly(part)), { voice, lang: voice.lang, rate: 0.9 }));
    const last = parts.at(-1);
    if (last) last.onend = () => setSpeaking(false);
    for (const part of parts) {
      part.onerror = () => setSpeaking(false);
      speechSynthesis.speak(part);
    }
  };
  return (
    <button type="button" onClick={toggle}>
      {text(speaking ? 'read_stop' : 'read_start')}
    </button>
  );
}

/** Numbers to call are read digit by digit: nobody dials ninety-five thousand. */
export const singly = (words: string) => words.replace(/\d(?=\d)/g, '$& ');
