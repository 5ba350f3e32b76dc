import { browser } from 'wxt/browser';
import type { Level } from '../core/verdict.ts';

const BADGES: Record<Level, { text: string; color: string }> = {
  licensed: { text: '✓', color: '#1b6e3c' },
  none: { text: '', color: '#5f6368' },
  caution: { text: '!', color: '#9a5b00' },
  danger: { text: '!!', color: '#b3261e' },
};

const PAUSED = { text: '‖', color: '#5f6368' };

/** Shows a level on the toolbar button of one tab. The browser clears it when the tab goes elsewhere. */
export async function showLevel(tabId: number, level: Level, paused = false): Promise<void> {
  const { text, color } = paused ? PAUSED : BADGES[level];
  // Both browsers take null for "as on all tabs", which says where everything is paused; their types don't know it. The tab may be gone by now.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: text === '' ? (null as unknown as string) : text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
  ]).catch(() => undefined);
}

/** What holds for all tabs: warnings come, are paused, or can't come because the browser lets us see no page. */
const EVERYWHERE = { watching: BADGES.none, paused: PAUSED, blind: BADGES.caution };

/** Shows it on every tab that has nothing of its own to show. */
export async function showEverywhere(state: keyof typeof EVERYWHERE): Promise<void> {
  const { text, color } = EVERYWHERE[state];
  await Promise.all([browser.action.setBadgeText({ text }), browser.action.setBadgeBackgroundColor({ color })]);
}
