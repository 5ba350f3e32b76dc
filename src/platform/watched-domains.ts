import { browser } from 'wxt/browser';
import { injectGuard } from './tabs.ts';

const ID = 'blocked-domains';
const SOME = 1_000; // One script's list of patterns; browsers slow down with longer ones.

/** Has every page on these domains judged, whatever it says: without it only pages that name the trade are looked at. Survives restarts. */
export async function watchDomains(domains: readonly string[]): Promise<void> {
  const wanted = domains.map(patternFor);
  const present = await browser.scripting.getRegisteredContentScripts();
  const ours = present.filter(({ id }) => id.startsWith(ID));
  if (JSON.stringify(ours.flatMap(({ matches }) => matches ?? []).sort()) === JSON.stringify(wanted.toSorted())) return;
  if (ours.length > 0) await browser.scripting.unregisterContentScripts({ ids: ours.map(({ id }) => id) });
  for (let from = 0; from < wanted.length; from += SOME) {
    await browser.scripting.registerContentScripts([
      {
        id: `${ID}-${from}`,
        matches: wanted.slice(from, from + SOME),
        js: ['guard.js'],
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
  }
}

/** Brings the guard into pages on these domains that were open before. */
export async function enterOpenPages(domains: readonly string[]): Promise<void> {
  if (domains.length === 0) return;
  const tabs = await browser.tabs.query({ url: domains.map(patternFor) });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : injectGuard(id))));
}

const patternFor = (domain: string) => (isAddress(domain) ? `*://${domain}/*` : `*://*.${domain}/*`);
const isAddress = (domain: string) => /^[\d.]+$|^\[/.test(domain);
