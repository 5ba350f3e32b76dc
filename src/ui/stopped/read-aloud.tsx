import { useEffect, useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { localVoice } from './local-voice.ts';

/** Reads the page aloud, by button only. */
export function ReadAloud({ language, words }: { language: string; words: string[] }) {
  const [speaking, setSpeaking] = useState(false);
  const [fault, setFault] = useState('');
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!window.speechSynthesis) return null;

  const toggle = async () => {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const voice = await localVoice(language);
    if (!voice) return setFault(text('read_noVoice'));
    setFault('');
    setSpeaking(true);
    const parts = words.map((part) => Object.assign(new SpeechSynthesisUtterance(part), { voice, lang: voice.lang, rate: 0.9 }));
    const last = parts.at(-1);
    if (last) last.onend = () => setSpeaking(false);
    for (const part of parts) {
      part.onerror = () => setSpeaking(false);
      speechSynthesis.speak(part);
    }
  };
  return (
    <>
      <button type="button" aria-pressed={speaking} onClick={() => void toggle()}>
        {text(speaking ? 'read_stop' : 'read_start')}
      </button>
      {fault && <p role="status">{fault}</p>}
    </>
  );
}
