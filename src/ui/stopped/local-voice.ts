const PATIENCE = 1_000; // Voices come a moment after they were asked for, or never.

/** A voice of this computer for the language; others send the words to a server. */
export async function localVoice(language: string): Promise<SpeechSynthesisVoice | undefined> {
  return chooseVoice(await allVoices(), language);
}

/** The best voice: local, of the same language, and of the same region where there is one. */
export function chooseVoice<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly V[],
  language: string,
): V | undefined {
  const tag = (voice: V) => voice.lang.replace('_', '-').toLowerCase();
  const wanted = language.toLowerCase();
  const local = voices.filter((voice) => voice.localService);
  const sameLanguage = local.filter((voice) => tag(voice).split('-')[0] === wanted.split('-')[0]);
  return sameLanguage.find((voice) => tag(voice) === wanted) ?? sameLanguage[0];
}

function allVoices(): Promise<SpeechSynthesisVoice[]> {
  const voices = speechSynthesis.getVoices();
  if (voices.length > 0) return Promise.resolve(voices);
  return new Promise((done) => {
    const answer = () => done(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', answer, { once: true });
    setTimeout(answer, PATIENCE);
  });
}
