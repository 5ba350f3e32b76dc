import { useState } from 'preact/hooks';
import { sentenceOf } from './loaded.tsx';

/** Does something and says what came of it: `said` when it is done, or why it failed. Answers whether it was done. */
export function useDeeds() {
  const [notice, setNotice] = useState({ words: '', failed: false, count: 0 });
  const say = (words: string, failed = false) => setNotice(({ count }) => ({ words, failed, count: count + 1 }));
  const attempt = async (work: () => Promise<unknown>, said = ''): Promise<boolean> => {
    try {
      await work();
      say(said);
      return true;
    } catch (error) {
      say(sentenceOf(error), true);
      return false;
    }
  };
  return { notice, say, attempt };
}
export type Deeds = ReturnType<typeof useDeeds>;
