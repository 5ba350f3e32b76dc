import type { Policy } from '../core/policy/keys.ts';
import type { EffectiveSettings } from '../core/settings.ts';
import type { Site } from '../core/site/index.ts';
import type { Verdict } from '../core/verdict.ts';
import { composeWarning, type Warning } from '../core/warning.ts';
import { catalogue, languageTag, text } from '../platform/i18n.ts';
import { knowledge } from '../platform/knowledge.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';

/** The warning as this visitor is to read it: language, size, and whom to call first. */
export async function writeWarning(verdict: Extract<Verdict, { asks: unknown }>, site: Site): Promise<Warning> {
  const [{ largeText }, helper] = [await readSettings(), await readHelper()];
  return composeWarning(verdict, site, { catalogue: catalogue(), language: languageTag(), helper, large: largeText }, knowledge());
}

/** Whom this visitor may call first, if anybody is named. */
export const readHelper = async () => helperOf(await readSettings(), await readPolicy());

/** The organisation's help stands in the place of the family's. */
function helperOf({ helper }: EffectiveSettings, { helperText }: Policy): Warning['helper'] {
  if (helperText) return { text: helperText, phone: '' };
  if (!helper || helper.name + helper.phone === '') return undefined;
  const { name, phone } = helper;
  return { text: name === '' ? text('warning_helperNameless') : text('warning_helper', name), phone };
}
