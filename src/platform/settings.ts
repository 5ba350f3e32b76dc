import { browser } from 'wxt/browser';
import { parseSettings, type Settings } from '../core/settings.ts';
import { chooseLanguage } from './i18n.ts';

const KEY = 'settings';

/** The visitor's settings; damaged ones count as absent. Speaks the chosen language from then on. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const settings = parseSettings(stored[KEY]);
  chooseLanguage(settings.language);
  return settings;
}

/** Changes some settings and answers all of them; `undefined` puts one back to its default. Only the background writes. */
export async function changeSettings(changes: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings> {
  const settings = parseSettings({ ...(await readSettings()), ...changes });
  await browser.storage.local.set({ [KEY]: settings });
  chooseLanguage(settings.language);
  return settings;
}
