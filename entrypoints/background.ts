import { defineBackground } from 'wxt/utils/define-background';
import { decide } from '../src/background/decide.ts';
import { explainTab } from '../src/background/explain-tab.ts';
import { judgePage } from '../src/background/judge-page.ts';
import { keepHistorySmall } from '../src/background/keep-history-small.ts';
import { explainStopped, proceed, recordSurfaceDecision } from '../src/background/stopped-page.ts';
import { triagePage } from '../src/background/triage-page.ts';
import { clearHistory, deleteAssessments, listAssessments } from '../src/platform/history-store.ts';
import { serveRequests } from '../src/platform/serve-requests.ts';
import { changeSettings, readSettings } from '../src/platform/settings.ts';
import { forgetClosedTabs } from '../src/platform/tab-store.ts';

export default defineBackground(() => {
  serveRequests(
    { triagePage, judgePage, decide },
    {
      readSettings,
      changeSettings,
      explainTab,
      listAssessments,
      deleteAssessments: ({ ids }) => deleteAssessments(ids),
      clearHistory,
      explainStopped,
      proceed,
      recordSurfaceDecision,
    },
  );
  forgetClosedTabs();
  keepHistorySmall();
});
