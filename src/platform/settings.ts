import { browser } from 'wxt/browser';
import { isLocked } from '../core/policy/apply-policy.ts';
import { imposedSettings } from '../core/policy/imposed-settings.ts';
import { parseSettings, type Settings } from '../core/settings.ts';
import { chooseLanguage, text } from './i18n.ts';
import { readPolicy } from './policy-store.ts';

const KEY = 'settings';

/** What holds: the organisation's settings over the visitor's; damaged ones count as absent. Speaks the chosen language from then on. */
export async function readSettings(): Promise<Settings> {
  const settings = { ...(await readOwnSettings()), ...imposedSettings(await readPolicy()) };
  chooseLanguage(settings.language);
  return settings;
}

/** Changes some of the visitor's own settings and answers what holds; `undefined` puts one back to its default. Only the background writes. */
export async function changeSettings(changes: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings> {
  const policy = await readPolicy();
  if (Object.keys(changes).some((name) => isLocked(policy, name))) throw new Error(text('policy_locked'));
  await browser.storage.local.set({ [KEY]: parseSettings({ ...(await readOwnSettings()), ...changes }) });
  return readSettings();
}

/** The visitor's own, untouched by any policy: they come back when it goes. */
async function readOwnSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}
