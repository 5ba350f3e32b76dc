import type { Assessment, HistoryNotice, HistoryPage, HistoryPicture, HistoryPlace, HistoryQuery } from '../../core/assessment.ts';

/** What the history page can do; each rejects with a sentence to show. */
export interface HistoryMeans {
  browse: (request: { query: HistoryQuery; limit: number; after?: HistoryPlace }) => Promise<HistoryPage>;
  draw: (edges: number[]) => Promise<HistoryPicture>;
  /** Resolves once the rows are gone, with their number. */
  remove: (ids: string[]) => Promise<number>;
  clear: () => Promise<number>;
  /** Resolves once the rows are kept, with the number of new ones. */
  take: (rows: Assessment[]) => Promise<number>;
  dismissNotices: () => Promise<void>;
  /** Whether the organisation lets the history be exported; absent: it does. */
  mayExport?: () => Promise<boolean>;
}

/** What the page opens with. */
export interface HistoryStart {
  page: HistoryPage;
  notices: HistoryNotice[];
}

/** Rows asked for at a time: a few screens; fewer at first, when somebody waits. */
export const pageSize = 100;
export const firstPageSize = 24;
const batch = 500;

/** Every row of a query, page after page. */
export async function readAll(browse: HistoryMeans['browse'], query: HistoryQuery): Promise<Assessment[]> {
  const rows: Assessment[] = [];
  for (let after: HistoryPlace | undefined; ; ) {
    const page = await browse({ query, limit: batch, ...(after && { after }) });
    rows.push(...page.rows);
    if (!page.next) return rows;
    after = page.next;
  }
}

/** Hands over rows in messages that no browser finds too long; handed over again, none is doubled. */
export async function takeAll(take: HistoryMeans['take'], rows: readonly Assessment[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += batch) added += await take(rows.slice(from, from + batch));
  return added;
}
