const PATIENCE = 1_000; // Voices come a moment after they were asked for, or never.

/** A voice of this computer for the language; others send the words to a server. */
export async function localVoice(language: string): Promise<SpeechSynthesisVoice | undefined> {
  return chooseVoice(await allVoices(), language);
}

/** The best voice: local, of the same region where there is one, else of the same spoken language. */
export function chooseVoice<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly V[],
  language: string,
): V | undefined {
  const wanted = plain(language);
  const local = voices.filter((voice) => voice.localService);
  return local.find(({ lang }) => plain(lang) === wanted) ?? local.find(({ lang }) => spoken(lang) === spoken(language));
}

const plain = (tag: string) => tag.replaceAll('_', '-').toLowerCase();

/** Mandarin goes by several names; the Chinese of Hong Kong and Macau is Cantonese, which not everybody understands. */
function spoken(tag: string): string {
  const [language = '', ...rest] = plain(tag).split('-');
  const isCantonese = language === 'yue' || rest.some((part) => ['hk', 'mo', 'yue'].includes(part));
  if (isCantonese) return 'yue';
  return ['zh', 'cmn'].includes(language) ? 'cmn' : language;
}

function allVoices(): Promise<SpeechSynthesisVoice[]> {
  if (!window.speechSynthesis) return Promise.resolve([]);
  const voices = speechSynthesis.getVoices();
  if (voices.length > 0) return Promise.resolve(voices);
  return new Promise((done) => {
    const answer = () => done(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', answer, { once: true });
    setTimeout(answer, PATIENCE);
  });
}
