import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeHelperPin, setHelperPin } from '../../src/background/helper.ts';
import { pauseGuard, resumeGuard } from '../../src/background/pause.ts';
import { addDecision } from '../../src/background/record-decision.ts';
import { eventQueue, reportChange, reportPolicy } from '../../src/background/report-events.ts';
import { endTrust, trustHost } from '../../src/background/trust.ts';
import { keepPassing } from '../../src/platform/passing-assessments.ts';

const policy = { reportUrl: 'https://collector.example/' };
const seen = {
  hostname: 'www.banji.example',
  registrableDomain: 'banji.example',
  url: 'https://www.banji.example/apply',
  title: '官方直签',
  level: 'danger' as const,
  asks: ['idNumber' as const],
  evidence: [],
  lastAt: Date.UTC(2026, 10, 22),
};

async function told() {
  const rows = await eventQueue.peek(500, Date.now());
  return rows.map(({ event }) => event);
}
const actions = async () => (await told()).map((event) => event['event.action']);

beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'zh-CN';
  fakeBrowser.runtime.getManifest = () => ({ version: '0.1.0' }) as never;
  fakeBrowser.permissions.contains = async () => true;
  fakeBrowser.action.setBadgeText = vi.fn();
  fakeBrowser.action.setBadgeBackgroundColor = vi.fn();
  fakeBrowser.tabs.get = vi.fn(async (id: number) => ({ id, url: 'https://www.banji.example/apply?id=7', incognito: id === 2 })) as never;
  // What would be sent is looked at where it waits.
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nobody is there')));
  await eventQueue.clear();
  await fakeBrowser.storage.local.set({ managedPolicy: { policy, rejected: [] } });
});

describe('what an organisation’s collector hears', () => {
  test('is every pause, trust and lock, and when each ends', async () => {
    await pauseGuard({ length: 'quarter' });
    await resumeGuard({});
    await pauseGuard({ length: 'session', tabId: 1 });
    await trustHost({ typed: 'www.banji.example', tabId: 1 });
    await endTrust({ hostname: 'www.banji.example' });
    await setHelperPin({ pin: '730518' });
    await removeHelperPin();
    expect(await actions()).toEqual(['paused', 'resumed', 'paused', 'trustAdded', 'trustEnded', 'lockSet', 'lockRemoved']);
    const [everywhere, , here, trusted] = await told();
    expect(Date.parse(String(everywhere?.guard_until))).toBeGreaterThan(Date.now());
    expect(everywhere).not.toHaveProperty(['url.domain']);
    expect(here).toMatchObject({ 'url.domain': 'www.banji.example', 'event.dataset': 'pos_signup_guard.change' });
    expect(trusted).toMatchObject({ 'url.registered_domain': 'banji.example' });
    expect(JSON.stringify(await told())).not.toMatch(/apply|id=7|730518/);
  });

  test('is nothing of a private window', async () => {
    await pauseGuard({ length: 'session', tabId: 2 });
    await trustHost({ typed: 'www.banji.example', tabId: 2 });
    await addDecision(await keepPassing(seen, 'private', true), { kind: 'proceeded', at: 1 });
    expect(await actions()).toEqual([]);
  });

  test('is who went on also where the organisation keeps no history', async () => {
    await addDecision(await keepPassing(seen, 'no-history', false), { kind: 'proceeded', at: 1 }, '已核实');
    expect(await told()).toMatchObject([{ 'event.action': 'proceeded', 'event.type': 'allowed', 'event.reason': '已核实' }]);
  });

  test('is only what the policy names', async () => {
    await fakeBrowser.storage.local.set({ managedPolicy: { policy: { ...policy, reportEvents: ['verdict'] }, rejected: [] } });
    await reportChange('lockSet');
    expect(await actions()).toEqual([]);
  });

  test('is nothing without a policy, and what waited is forgotten with it', async () => {
    await reportChange('lockSet');
    await fakeBrowser.storage.local.set({ managedPolicy: { policy: {}, rejected: [] } });
    await reportChange('lockRemoved');
    expect(await actions()).toEqual(['lockSet']);
    await reportPolicy({});
    expect(await actions()).toEqual([]);
  });
});
