import { standingOf } from '../core/knowledge/allowlist.ts';
import { isWithin } from '../core/policy/addresses.ts';
import { siteOf } from '../core/site/index.ts';
import { knowledge } from '../platform/knowledge.ts';
import { readPolicy } from '../platform/policy-store.ts';
import type { PageSender } from '../platform/serve-requests.ts';
import { writeTab } from '../platform/tab-store.ts';
import { injectGuard } from '../platform/tabs.ts';
import { showLevel } from '../platform/toolbar.ts';
import { pageAddress } from './page-address.ts';

/** Answers a sentinel: a licensed host gets its badge and nothing else, a page worth a look gets the guard. Says whether the host is licensed. */
export async function triagePage(payload: unknown, { tabId, frameId, topUrl }: PageSender): Promise<boolean> {
  const seen = typeof payload === 'object' && payload !== null && 'seen' in payload ? payload.seen : undefined;
  const site = siteOf(topUrl);
  if (!site) return false;
  if (isWithin(site, (await readPolicy()).blockedDomains ?? [])) {
    await injectGuard(tabId);
    return false;
  }
  const { standing, provider } = standingOf(site.hostname, site.registrableDomain, knowledge().standings);
  if (standing === 'licensed' && provider) {
    if (frameId === 0) await writeTab(tabId, { url: pageAddress(topUrl), verdict: { level: 'licensed', provider }, frames: {} });
    await showLevel(tabId, 'licensed');
    return true;
  }
  if (seen === 'worthALook') await injectGuard(tabId);
  return false;
}
