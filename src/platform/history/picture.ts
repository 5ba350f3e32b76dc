import type { HistoryPicture } from '../../core/assessment.ts';
import { transact } from './connection.ts';

/** Counts the warnings between each edge and the next (ms since 1970, rising), and the institutions of all rows. Reads keys only. */
export function drawHistory(edges: readonly number[]): Promise<HistoryPicture> {
  return transact('readonly', async (transaction) => {
    const store = transaction.objectStore('assessments');
    const count = (level: string, from: number, to: number) =>
      store.index('byLevel').count(IDBKeyRange.bound([level, from], [level, to], false, true));
    const spans = await Promise.all(
      edges.slice(0, -1).map(async (from, index) => {
        const to = edges[index + 1] ?? from;
        return { from, danger: await count('danger', from, to), caution: await count('caution', from, to) };
      }),
    );
    const invoked = store.index('byInstitution');
    const institutions: HistoryPicture['institutions'] = [];
    for (let cursor = await invoked.openKeyCursor(); cursor; ) {
      const [id] = cursor.key;
      institutions.push({ id, count: await invoked.count(IDBKeyRange.bound([id], [id, []])) });
      // Straight to the next institution, over all rows of this one; counting has let go of the first cursor.
      cursor = await invoked.openKeyCursor(IDBKeyRange.lowerBound([id, []]));
    }
    return { spans, institutions: institutions.sort((one, other) => other.count - one.count) };
  });
}
