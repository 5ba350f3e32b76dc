import type { SettingChanges } from '../core/settings.ts';
import { changeSettings as keepSettings } from '../platform/settings.ts';
import { judgeAgain } from './judge-again.ts';

/** Changes settings and has every standing warning say it at once: in the new language, size, with the new number to call. */
export async function changeSettings(changes: SettingChanges) {
  const settings = await keepSettings(changes);
  await judgeAgain();
  return settings;
}
