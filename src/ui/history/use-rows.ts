import { useRef, useState } from 'preact/hooks';
import { type Assessment, everything, type HistoryPage, type HistoryPlace, type HistoryQuery } from '../../core/assessment.ts';
import { sentenceOf } from '../loaded.tsx';
import { type HistoryMeans, pageSize } from './means.ts';

const typingPause = 150;

interface Rows {
  pages: Assessment[][];
  next: HistoryPlace | undefined;
  found: number;
  total: number;
}

const firstRows = ({ rows, next, count }: HistoryPage): Rows => ({
  pages: [rows],
  next,
  found: count?.found ?? rows.length,
  total: count?.total ?? rows.length,
});

/** The rows of the reader's query, a page at a time; of two queries the later one counts, whichever is answered first. */
export function useRows(browse: HistoryMeans['browse'], first: HistoryPage) {
  const [query, setQuery] = useState(everything);
  const [rows, setRows] = useState(() => firstRows(first));
  const [failure, setFailure] = useState('');
  const turn = useRef(0);
  const isLoading = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const load = async (wanted: HistoryQuery, after?: HistoryPlace) => {
    const mine = ++turn.current;
    isLoading.current = true;
    try {
      const page = await browse({ query: wanted, limit: pageSize, ...(after && { after }) });
      if (mine !== turn.current) return;
      setRows((before) => (after ? { ...before, pages: [...before.pages, page.rows], next: page.next } : firstRows(page)));
      setFailure('');
    } catch (error) {
      if (mine === turn.current) setFailure(sentenceOf(error));
    } finally {
      if (mine === turn.current) isLoading.current = false;
    }
  };

  return {
    ...rows,
    query,
    failure,
    seek: (wanted: HistoryQuery) => {
      setQuery(wanted);
      clearTimeout(timer.current);
      if (wanted.words === query.words) void load(wanted);
      else timer.current = setTimeout(() => void load(wanted), typingPause);
    },
    reload: () => load(query),
    loadMore: () => {
      if (rows.next && !isLoading.current) void load(query, rows.next);
    },
    /** Takes rows out of what is shown, without asking again. */
    drop: (ids: ReadonlySet<string>) => {
      const pages = rows.pages.map((page) => (page.some(({ id }) => ids.has(id)) ? page.filter(({ id }) => !ids.has(id)) : page));
      const gone = rows.pages.flat().length - pages.flat().length;
      setRows({ ...rows, pages, found: rows.found - gone, total: rows.total - gone });
    },
  };
}
