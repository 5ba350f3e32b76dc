import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import type { TabReport } from '../../src/platform/messages.ts';
import { findActiveTab } from '../../src/platform/own-tab.ts';
import { showWithPicture, takePagePicture } from '../../src/platform/page-picture.ts';
import { askToSeeSites } from '../../src/platform/site-access.ts';
import { grantWith } from '../../src/ui/access-card.tsx';
import { Popup, type PopupMeans } from '../../src/ui/popup/popup.tsx';
import { startSurface } from '../../src/ui/start-surface.tsx';

let tabId: number | undefined;

async function explainActiveTab(): Promise<TabReport> {
  tabId ??= await findActiveTab();
  // A tab number that no tab has: the background then speaks of the guard alone.
  return askBackground('explainTab', { tabId: tabId ?? -1 });
}

startSurface('popup_title', explainActiveTab, (report, again) => {
  const then = (asked: Promise<unknown>) => asked.then(again);
  const means: PopupMeans = {
    pause: (length, here) => then(askBackground('pauseGuard', { length, ...(here && tabId !== undefined && { tabId }) })),
    resume: ({ hostname }) => then(askBackground('resumeGuard', hostname === undefined ? {} : { hostname })),
    grant: () => then(grantWith(askToSeeSites)()),
    picture: async (address) => showWithPicture(address, await takePagePicture()),
    trust: (typed) => then(askBackground('trustHost', { typed, ...(tabId !== undefined && { tabId }) })),
  };
  return <Popup report={report} means={means} />;
});
