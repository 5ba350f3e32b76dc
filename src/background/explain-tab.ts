import { judge } from '../core/judge.ts';
import { officialSites } from '../core/knowledge/allowlist.ts';
import type { Provider } from '../core/knowledge/provider.ts';
import { siteOf } from '../core/site/index.ts';
import type { Verdict } from '../core/verdict.ts';
import { displayName } from '../core/warning.ts';
import { findNewestOf } from '../platform/history-store.ts';
import { knowledge } from '../platform/knowledge.ts';
import type { ProviderCard, TabReport } from '../platform/messages.ts';
import { readPolicy } from '../platform/policy-store.ts';
import { maySeeSites } from '../platform/site-access.ts';
import { readTab, type TabState } from '../platform/tab-store.ts';
import { addressOf } from '../platform/tabs.ts';
import { mayDo } from './explain-guard.ts';
import { pageAddress } from './page-address.ts';
import { pausesInForce } from './pauses-in-force.ts';
import { readHelper } from './write-warning.ts';

/** What the popup says of a tab. A page that was never worth a look is judged by its host alone. */
export async function explainTab({ tabId }: { tabId: number }): Promise<TabReport> {
  const address = await addressOf(tabId);
  const site = address === undefined ? undefined : siteOf(address);
  const helper = await readHelper();
  const pauses = await pausesInForce(Date.now());
  const known = { ...(helper && { helper }), may: mayDo(await readPolicy()), sees: await maySeeSites() };
  if (!site || address === undefined) return { ...known, trusted: false, pauses: pauses.filter(({ hostname }) => hostname === undefined) };
  const state = await readTab(tabId);
  const isJudged = state?.url === pageAddress(address);
  const verdict = isJudged ? state.verdict : judge({ site, page: undefined }, knowledge());
  const assessmentId = isJudged ? (state.assessmentId ?? (await earlierWarning(state))) : undefined;
  const concerned = providerOf(verdict);
  const provider = concerned === undefined ? undefined : knowledge().byId.get(concerned);
  return {
    ...known,
    hostname: site.unicodeHostname,
    plainHostname: site.hostname,
    verdict,
    ...(provider && { provider: describeProvider(provider) }),
    ...(assessmentId && { assessmentId }),
    trusted: 'because' in verdict ? verdict.because === 'trusted' : false,
    pauses: pauses.filter(({ hostname }) => hostname === undefined || hostname === site.hostname),
  };
}

/** The warning that the visitor went past: what is shown now may still have to be reported. */
async function earlierWarning({ url, verdict }: TabState): Promise<string | undefined> {
  if (!('because' in verdict) || verdict.evidence.length === 0) return undefined;
  return (await findNewestOf(url).catch(() => undefined))?.id;
}

const providerOf = (verdict: Verdict) => ('asks' in verdict ? verdict.invokes : verdict.provider);

function describeProvider(provider: Provider): ProviderCard {
  const sites = officialSites(provider);
  return {
    id: provider.id,
    kind: provider.kind,
    name: displayName(provider) ?? provider.id,
    brands: provider.brands,
    domains: sites.map(({ domain, hosts }) => hosts?.[0] ?? domain),
    licence: provider.licence,
    status: provider.status,
    checked:
      provider.officialDomains
        .map(({ checked }) => checked)
        .sort()
        .at(-1) ?? '',
    hotline: provider.hotline,
  };
}
