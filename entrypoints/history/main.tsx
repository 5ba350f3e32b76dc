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

// Asked for before the surface is ready for it: the rows are what the reader waits for.
let begun: Promise<HistoryStart> | undefined = load();
begun.catch(() => undefined);

function takeBegun(): Promise<HistoryStart> {
  const first = begun ?? load();
  begun = undefined;
  return first;
}

startSurface('history_title', takeBegun, (start) => <History start={start} now={Date.now()} means={means} />);
