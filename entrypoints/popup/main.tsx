import '../../assets/theme.css';
import { askBackground } from '../../src/platform/ask.ts';
import type { TabReport } from '../../src/platform/messages.ts';
import { findActiveTab } from '../../src/platform/own-tab.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { startSurface } from '../../src/ui/start-surface.tsx';

async function explainActiveTab(): Promise<TabReport> {
  const tabId = await findActiveTab();
  return tabId === undefined ? { trusted: false } : askBackground('explainTab', { tabId });
}

startSurface('popup_title', explainActiveTab, (report) => <Popup report={report} />);
