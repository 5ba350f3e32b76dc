import { bypassTerms, whyNotBypass } from '../core/policy/bypass.ts';
import { text } from '../platform/i18n.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { readSettings } from '../platform/settings.ts';
import { markShown, shownSince } from '../platform/stopped-since.ts';
import { Told } from '../platform/told.ts';

/** On which terms this stopped page may be opened; the wait begins with the first call. */
export async function offerBypass(assessmentId: string) {
  await markShown(assessmentId, Date.now());
  return bypassTerms(await readPolicy());
}

/** Refuses with a sentence where the administrator's terms are not met, whoever asks. */
export async function insistOnTerms(assessmentId: string, reason: string): Promise<void> {
  const terms = bypassTerms(await readPolicy());
  const since = await shownSince(assessmentId);
  const why = whyNotBypass(terms, { waited: since === undefined ? 0 : Date.now() - since, reason });
  if (!why) return;
  await readSettings();
  throw new Told(text(why, terms.delaySeconds));
}
