import { useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { sentenceOf } from '../loaded.tsx';

/** What is about to go, until the reader has confirmed or refused. */
export type Doomed = readonly string[] | 'all';

interface Means {
  onDelete: (ids: string[]) => Promise<number>;
  onClear: () => Promise<number>;
}

/** The rows, and how they leave: `doom` asks, `remove` does it after the answer, `notice` says what came of it. */
export function useRemoval(assessments: Assessment[], { onDelete, onClear }: Means) {
  const [rows, setRows] = useState(assessments);
  const [doomed, doom] = useState<Doomed>([]);
  const [notice, setNotice] = useState('');

  const remove = async () => {
    doom([]);
    try {
      const count = await (doomed === 'all' ? onClear() : onDelete([...doomed]));
      const gone = new Set(doomed);
      setRows(doomed === 'all' ? [] : rows.filter(({ id }) => !gone.has(id)));
      setNotice(text('history_deleted', count));
    } catch (error) {
      setNotice(text('history_deleteFailed', sentenceOf(error)));
    }
  };
  return { rows, doomed, doom, remove, notice };
}
