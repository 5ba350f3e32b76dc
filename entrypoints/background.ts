import { defineBackground } from 'wxt/utils/define-background';
import { browseHistory } from '../src/background/browse-history.ts';
import { decide } from '../src/background/decide.ts';
import { explainGuard } from '../src/background/explain-guard.ts';
import { explainPolicy } from '../src/background/explain-policy.ts';
import { explainTab } from '../src/background/explain-tab.ts';
import { followPolicy } from '../src/background/follow-policy.ts';
import { changeSettings } from '../src/background/follow-settings.ts';
import { admit, removeHelperPin, setHelperPin, unlock } from '../src/background/helper.ts';
import { judgePage } from '../src/background/judge-page.ts';
import { keepHistorySmall } from '../src/background/keep-history-small.ts';
import { endPausesInTime, pauseGuard, resumeGuard } from '../src/background/pause.ts';
import { prepareReport } from '../src/background/prepare-report.ts';
import { keepReporting } from '../src/background/report-events.ts';
import { watchSiteAccess } from '../src/background/show-state.ts';
import { explainStopped, proceed, recordSurfaceDecision } from '../src/background/stopped-page.ts';
import { takeAssessments } from '../src/background/take-assessments.ts';
import { triagePage } from '../src/background/triage-page.ts';
import { endTrust, trustHost } from '../src/background/trust.ts';
import { watchWarning } from '../src/background/watch-warning.ts';
import { welcomeOnce } from '../src/background/welcome.ts';
import { dismissHistoryNotices, readHistoryNotices } from '../src/platform/history/notices.ts';
import { drawHistory } from '../src/platform/history/picture.ts';
import { clearHistory, deleteAssessments, listAssessments } from '../src/platform/history-store.ts';
import { serveLines } from '../src/platform/serve-lines.ts';
import { serveRequests } from '../src/platform/serve-requests.ts';
import { readSettings } from '../src/platform/settings.ts';
import { forgetClosedTabs } from '../src/platform/tab-store.ts';

export default defineBackground(() => {
  serveLines(watchWarning);
  serveRequests(
    { triagePage, judgePage, decide },
    {
      readSettings,
      changeSettings,
      explainTab,
      explainGuard,
      pauseGuard,
      resumeGuard,
      trustHost,
      endTrust,
      setHelperPin,
      removeHelperPin,
      unlock,
      explainPolicy,
      listAssessments,
      browseHistory,
      drawHistory: ({ edges }) => drawHistory(edges),
      readHistoryNotices,
      dismissHistoryNotices,
      importAssessments: takeAssessments,
      prepareReport,
      deleteAssessments: ({ ids }) => deleteAssessments(ids),
      clearHistory,
      explainStopped,
      proceed,
      recordSurfaceDecision,
    },
    admit,
  );
  welcomeOnce();
  endPausesInTime();
  watchSiteAccess();
  followPolicy();
  keepReporting();
  forgetClosedTabs();
  keepHistorySmall();
});
