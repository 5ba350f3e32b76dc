import '../../assets/theme.css';
import '../../src/ui/history/history.css';
import { everything } from '../../src/core/assessment.ts';
import { askBackground } from '../../src/platform/ask.ts';
import { readPolicy } from '../../src/platform/policy-store.ts';
import { History } from '../../src/ui/history/history.tsx';
import { firstPageSize, type HistoryMeans, type HistoryStart } from '../../src/ui/history/means.ts';
import { startSurface } from '../../src/ui/start-surface.tsx';

const means: HistoryMeans = {
  browse: (request) => askBackground('browseHistory', request),
  draw: (edges) => askBackground('drawHistory', { edges }),
  remove: (ids) => askBackground('deleteAssessments', { ids }),
  clear: () => askBackground('clearHistory', {}),
  take: (rows) => askBackground('importAssessments', { rows }),
  dismissNotices: () => askBackground('dismissHistoryNotices', {}),
  mayExport: async () => (await readPolicy()).allowExport !== false,
};

async function load(): Promise<HistoryStart> {
  const [page, notices] = await Promise.all([
    means.browse({ query: everything, limit: firstPageSize }),
    askBackground('readHistoryNotices', {}).catch(() => []),
  ]);
  return { page, notices };
}

startSurface('history_title', load, (start) => <History start={start} now={Date.now()} means={means} />);
