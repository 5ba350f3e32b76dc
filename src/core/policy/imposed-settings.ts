import { parseSettings, type Settings } from '../settings.ts';
import type { Policy } from './keys.ts';

/** The visitor's settings that a policy forces: its keys that are settings too, under the same names. */
export const imposedSettings = (policy: Policy): Settings => parseSettings(policy);
