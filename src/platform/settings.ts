import { browser } from 'wxt/browser';
import { imposedSettings } from '../core/policy/imposed-settings.ts';
import { isLocked } from '../core/policy/is-locked.ts';
import { type EffectiveSettings, effectiveSettings, parseSettings, type SettingChanges, type Settings } from '../core/settings.ts';
import { chooseLanguage, text } from './i18n.ts';
import { oneByOne } from './in-turn.ts';
import { readPolicy } from './policy-store.ts';
import { Told } from './told.ts';

const KEY = 'settings';
const POLICY = 'managedPolicy';
const inTurn = oneByOne();

/** What holds: the organisation's settings over the visitor's; damaged ones count as absent. Speaks the chosen language from then on. */
export async function readSettings(): Promise<EffectiveSettings> {
  const [policy, own] = await Promise.all([readPolicy(), readOwnSettings()]);
  const settings = effectiveSettings(imposedSettings(policy), own);
  chooseLanguage(settings.language);
  return settings;
}

/** Changes some of the visitor's own settings and answers what holds; `undefined` puts one back to its default. Only the background writes. */
export function changeSettings(changes: SettingChanges): Promise<EffectiveSettings> {
  return inTurn(async () => {
    const policy = await readPolicy();
    if (Object.keys(changes).some((name) => isLocked(policy, name))) throw new Told(text('policy_locked'));
    await browser.storage.local.set({ [KEY]: parseSettings({ ...(await readOwnSettings()), ...changes }) });
    return readSettings();
  });
}

/** Calls back whenever settings may hold that did not hold before. */
export function hearSettings(hear: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (KEY in changes || POLICY in changes)) hear();
  });
}

/** The visitor's own, untouched by any policy: they come back when it goes. */
async function readOwnSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}
