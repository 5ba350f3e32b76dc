// Stands in for the guard, so that the laboratory can be tested without it: a page's title is its verdict.
const api = globalThis.browser ?? globalThis.chrome;
const bornAt = Date.now();

api.runtime.onMessage.addListener((message, sender, reply) => {
  void answer(message, sender).then((value) => reply({ ok: true, value }));
  return true;
});

async function answer({ request, payload }, sender) {
  if (request === 'sawPage') {
    await api.storage.local.set({
      [`tab${sender.tab.id}`]: { hostname: new URL(sender.url).hostname, verdict: { level: payload, evidence: [] } },
    });
  }
  if (request === 'explainTab') return (await api.storage.local.get(`tab${payload.tabId}`))[`tab${payload.tabId}`] ?? { trusted: false };
  if (request === 'listAssessments') return Object.values(await api.storage.local.get());
  if (request === 'bornAt') return bornAt;
}
