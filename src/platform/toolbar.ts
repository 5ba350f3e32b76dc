import { browser } from 'wxt/browser';
import type { Level } from '../core/verdict.ts';

const BADGES: Record<Level, { text: string; color: string }> = {
  licensed: { text: '✓', color: '#1b6e3c' },
  none: { text: '', color: '#5f6368' },
  caution: { text: '!', color: '#9a5b00' },
  danger: { text: '!!', color: '#b3261e' },
};

/** Shows a level on the toolbar button of one tab. The browser clears it when the tab goes elsewhere. */
export async function showLevel(tabId: number, level: Level): Promise<void> {
  const { text, color } = BADGES[level];
  // The tab may be gone by now.
  await Promise.all([browser.action.setBadgeText({ tabId, text }), browser.action.setBadgeBackgroundColor({ tabId, color })]).catch(
    () => undefined,
  );
}
