import { useEffect, useRef, useState } from 'preact/hooks';
import { type Assessment, everything } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { sentenceOf } from '../loaded.tsx';
import { type HistoryMeans, readAll, takeAll } from './means.ts';

const undoTime = 10_000;

/** What the page says about the last deletion, and whether it can be taken back. */
interface Notice {
  words: string;
  canUndo: boolean;
}

/** Deletes at once and keeps the rows in this page for ten seconds, so that the reader can have them back. */
export function useRemoval(means: HistoryMeans, onChange: (gone: ReadonlySet<string> | 'all' | 'back') => void) {
  const [notice, setNotice] = useState<Notice>({ words: '', canUndo: false });
  const kept = useRef<Assessment[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = () => {
    clearTimeout(timer.current);
    kept.current = [];
  };
  useEffect(() => forget, []);

  const dismiss = () => {
    forget();
    setNotice({ words: '', canUndo: false });
  };
  const hold = (isHeld: boolean) => {
    clearTimeout(timer.current);
    if (!isHeld) timer.current = setTimeout(dismiss, undoTime);
  };
  const say = (words: string, canUndo = false) => {
    setNotice({ words, canUndo });
    hold(false);
  };
  const attempt = (failed: 'history_deleteFailed' | 'history_undoFailed', work: () => Promise<void>) =>
    work().catch((error: unknown) => {
      forget();
      setNotice({ words: text(failed, sentenceOf(error)), canUndo: false });
    });

  return {
    notice,
    dismiss,
    hold,
    remove: (rows: Assessment[]) =>
      attempt('history_deleteFailed', async () => {
        const ids = rows.map(({ id }) => id);
        const count = await means.remove(ids);
        kept.current = rows;
        onChange(new Set(ids));
        say(text('history_deleted', count), true);
      }),
    removeAll: () =>
      attempt('history_deleteFailed', async () => {
        // What cannot be read cannot be given back, but must still go.
        const rows = await readAll(means.browse, everything).catch(() => undefined);
        const count = rows ? await means.remove(rows.map(({ id }) => id)) : await means.clear();
        kept.current = rows ?? [];
        onChange('all');
        say(text('history_deleted', count), rows !== undefined);
      }),
    undo: () =>
      attempt('history_undoFailed', async () => {
        clearTimeout(timer.current);
        await takeAll(means.take, kept.current);
        const count = kept.current.length;
        forget();
        onChange('back');
        say(text('history_undone', count));
      }),
  };
}
