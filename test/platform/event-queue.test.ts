import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deliverEvents } from '../../src/background/deliver-events.ts';
import { composeEvent, type ReportEvent, type Reporter, toLines } from '../../src/core/report/event.ts';
import { BATCH, type Delivery, firstPace, KEPT_FOR, MOST_EVENTS, nextPace } from '../../src/core/report/pace.ts';
import { type EventQueue, openEventQueue } from '../../src/platform/event-queue.ts';
import { postEvents } from '../../src/platform/post-events.ts';
import { sampleEvents } from '../../tools/policy/sample-events.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const reporter: Reporter = { installation: 'i', version: '1', browser: { name: 'Chrome', version: '156.0' }, facts: '2026-11-01' };
const page = {
  assessmentId: 'one',
  hostname: 'www.banji.example',
  registrableDomain: 'banji.example',
  url: 'https://www.banji.example/apply',
  level: 'danger' as const,
  asks: ['idNumber' as const],
  signals: ['asksDocuments'],
};
const event = (id: string): ReportEvent =>
  composeEvent({ kind: 'verdict', page }, { id, at: new Date(noon).toISOString(), reporter, detail: 'host' });

let made = 0;
const aQueue = () => openEventQueue(`queue-${made++}`);
const deliver = (queue: EventQueue, send: (events: readonly ReportEvent[]) => Promise<Delivery>, now = noon) =>
  deliverEvents(queue, { send, now: () => now, random: () => 0.5 });
const idsOf = (events: readonly ReportEvent[]) => events.map((one) => one['event.id']);

describe('an event', () => {
  test('holds these fields and no others, byte for byte', () => {
    expect(toLines([event('e')])).toBe(
      '{"@timestamp":"2026-11-22T12:00:00.000Z","ecs.version":"8.11.0","event.id":"e","event.module":"pos_signup_guard",' +
        '"event.dataset":"pos_signup_guard.verdict","event.kind":"alert","event.category":"intrusion_detection","event.type":"info","event.action":"warned",' +
        '"agent.id":"i","agent.type":"pos-signup-guard","agent.version":"1","user_agent.name":"Chrome","user_agent.version":"156.0","guard_facts":"2026-11-01",' +
        '"event.severity":90,"url.registered_domain":"banji.example","url.domain":"www.banji.example","guard_level":"danger","guard_assessment":"one",' +
        '"guard_asks":["idNumber"],"guard_signals":["asksDocuments"]}\n',
    );
  });

  test('of every kind uses names of the Elastic Common Schema 8.11, and types that belong to its categories', () => {
    const expectedTypes: Record<string, string[]> = {
      intrusion_detection: ['allowed', 'denied', 'info'],
      configuration: ['access', 'change', 'creation', 'deletion', 'info'],
    };
    const known =
      /^(?:@timestamp|ecs\.version|event\.(?:id|module|dataset|kind|category|type|action|reason|severity)|agent\.(?:id|type|version)|user_agent\.(?:name|version)|url\.(?:domain|registered_domain|path)|guard_[a-z_]+)$/;
    for (const line of sampleEvents().trim().split('\n')) {
      const sent = JSON.parse(line);
      for (const name of Object.keys(sent)) expect(name).toMatch(known);
      expect(['alert', 'event', 'state']).toContain(sent['event.kind']);
      expect(expectedTypes[sent['event.category']]).toContain(sent['event.type']);
    }
  });

  test.each([
    ['domain', ['url.registered_domain']],
    ['host', ['url.domain', 'url.registered_domain']],
    ['path', ['url.domain', 'url.path', 'url.registered_domain']],
  ] as const)('with detail "%s" tells of the address %j', (detail, told) => {
    const composed = composeEvent(
      { kind: 'verdict', page: { ...page, url: `${page.url}?id=1#x` } },
      { id: 'e', at: new Date(noon).toISOString(), reporter, detail },
    );
    expect(
      Object.keys(composed)
        .filter((name) => name.startsWith('url.'))
        .sort(),
    ).toEqual(told);
    expect(JSON.stringify(composed)).not.toMatch(/id=1|#x/);
  });
});

describe('the queue of events', () => {
  test('survives the end of the background: another connection finds what was appended', async () => {
    const name = `queue-${made++}`;
    await openEventQueue(name).append(event('a'), noon);
    expect(idsOf((await openEventQueue(name).peek(9, noon)).map((row) => row.event))).toEqual(['a']);
    expect((await openEventQueue(name).state()).installation).toBe((await openEventQueue(name).state()).installation);
  });

  test('keeps the newest 500 and counts what left', async () => {
    const queue = aQueue();
    for (let at = 0; at < MOST_EVENTS + 3; at++) await queue.append(event(`${at}`), noon);
    expect((await queue.peek(1, noon))[0]?.event['event.id']).toBe('3');
    expect(await queue.size()).toEqual({ length: MOST_EVENTS, oldest: noon });
    expect((await queue.state()).lost).toBe(3);
  });

  test('forgets what waited seven days', async () => {
    const queue = aQueue();
    await queue.append(event('old'), noon - KEPT_FOR);
    await queue.append(event('new'), noon);
    expect(idsOf((await queue.peek(9, noon)).map((row) => row.event))).toEqual(['new']);
  });

  test('sends everything in batches and is empty afterwards', async () => {
    const queue = aQueue();
    for (let at = 0; at < 250; at++) await queue.append(event(`${at}`), noon);
    const sent: unknown[][] = [];
    const send = async (events: readonly ReportEvent[]): Promise<Delivery> => {
      sent.push(idsOf(events));
      return { ok: true };
    };
    expect(await deliver(queue, send)).toBeUndefined();
    expect(sent.map(({ length }) => length)).toEqual([BATCH, BATCH, 50]);
    expect(new Set(sent.flat()).size).toBe(250);
  });

  test('keeps what was refused, waits, and waits longer each time', async () => {
    const queue = aQueue();
    await queue.append(event('a'), noon);
    const waits: number[] = [];
    let now = noon;
    for (let attempt = 0; attempt < 4; attempt++) {
      const again = (await deliver(queue, async () => ({ ok: false, status: 503 }), now)) ?? 0;
      expect(await deliver(queue, () => Promise.reject(new Error('too early')), again - 1)).toBe(again);
      waits.push(again - now);
      now = again;
    }
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect((await queue.size()).length).toBe(1);
    expect(await queue.state()).toMatchObject({ failure: 'HTTP 503', pace: { failures: 4 } });
  });

  test('does as the collector asks with Retry-After, and never waits longer than six hours and a half more', () => {
    expect(nextPace(firstPace, { ok: false, status: 429, retryAfter: 600_000 }, 0, 0).notBefore).toBe(600_000);
    expect(nextPace({ ...firstPace, failures: 60 }, { ok: false, status: 500 }, 0, 1).notBefore).toBe(9 * 60 * 60 * 1000);
    expect(nextPace(firstPace, { ok: false, status: 429, retryAfter: 1e12 }, 0, 0).notBefore).toBe(6 * 60 * 60 * 1000);
  });

  test('cuts what the collector cannot digest, and gives up the one event that it refuses alone', async () => {
    const queue = aQueue();
    for (let at = 0; at < 8; at++) await queue.append(event(at === 5 ? 'poison' : `${at}`), noon);
    const taken: unknown[] = [];
    let now = noon;
    for (let attempt = 0; attempt < 40 && (await queue.size()).length > 0; attempt++) {
      const send = async (events: readonly ReportEvent[]): Promise<Delivery> => {
        if (idsOf(events).includes('poison')) return { ok: false, status: 413 };
        taken.push(...idsOf(events));
        return { ok: true };
      };
      now = (await deliver(queue, send, now)) ?? now;
    }
    expect(taken.sort()).toEqual(['0', '1', '2', '3', '4', '6', '7']);
    expect((await queue.state()).lost).toBe(1);
  });

  test('is not silenced for years by a clock that was set back', async () => {
    const queue = aQueue();
    await queue.append(event('a'), noon);
    await deliver(queue, async () => ({ ok: false, status: 500 }), noon + 365 * 24 * 60 * 60 * 1000);
    expect(await deliver(queue, async () => ({ ok: true }), noon)).toBeUndefined();
    expect((await queue.size()).length).toBe(0);
  });
});

describe('posting events', () => {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    seen.push({ request, body });
    if (request.url === '/slow') return;
    if (request.url === '/elsewhere') return void response.writeHead(302, { location: '/ok' }).end();
    const refused = request.url === '/busy' || request.url === '/until';
    const after = request.url === '/until' ? new Date(noon + 90_000).toUTCString() : '7';
    response.writeHead(refused ? 429 : 200, { 'retry-after': after }).end('x'.repeat(1000));
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('signs timestamp and body with the key, and sends nothing else of its own', async () => {
    const collector = { url: `${origin}/ok`, authorization: 'Splunk 0', key: 'sesame' };
    expect(await postEvents([event('a'), event('b')], collector, noon)).toEqual({ ok: true });
    const { request, body } = seen.at(-1) as (typeof seen)[number];
    expect(body).toBe(toLines([event('a'), event('b')]));
    const at = request.headers['x-guard-timestamp'];
    expect(request.headers['x-guard-signature']).toBe(`sha256=${createHmac('sha256', 'sesame').update(`${at}.${body}`).digest('hex')}`);
    expect(request.headers).toMatchObject({ authorization: 'Splunk 0', 'content-type': 'application/json' });
    expect(request.headers).not.toHaveProperty('cookie');
    expect(request.headers).not.toHaveProperty('referer');
  });

  test.each([
    ['/busy', { ok: false, status: 429, retryAfter: 7_000 }],
    ['/until', { ok: false, status: 429, retryAfter: 90_000 }],
    ['/slow', { ok: false, status: 0 }],
    ['/elsewhere', { ok: false, status: 0 }],
  ])('takes %s for a failure', async (place, delivery) => {
    const patience = place === '/slow' ? 200 : 20_000;
    expect(await postEvents([event('a')], { url: origin + place, authorization: '', key: '' }, noon, patience)).toEqual(delivery);
  });
});

describe('the recipes for checking a signature', () => {
  const key = '密钥 with spaces';
  const recipes = [
    ['deploy/events/verify.mjs', process.execPath],
    ['deploy/events/verify.py', 'python3'],
  ] as const;
  const check = (program: string, file: string, args: string[], body: string) =>
    spawnSync(program, [file, ...args], { input: body, encoding: 'utf8' }).status;

  test.each(recipes)('%s takes what a browser signs, and nothing changed, forged or old', async (file, program) => {
    const seen: { at: string; signature: string; body: string }[] = [];
    vi.stubGlobal('fetch', async (_: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
      seen.push({ at: headers['x-guard-timestamp'] ?? '', signature: headers['x-guard-signature'] ?? '', body });
      return new Response();
    });
    const collector = { url: 'https://collector.example/', authorization: '', key };
    await postEvents([event('办机')], collector, Date.now());
    await postEvents([event('办机')], collector, Date.now() - 600_000);
    vi.unstubAllGlobals();
    const [fresh, old] = seen as [(typeof seen)[number], (typeof seen)[number]];
    expect(check(program, file, [key, fresh.at, fresh.signature], fresh.body)).toBe(0);
    expect(check(program, file, [key, fresh.at, fresh.signature], `${fresh.body} `)).toBe(1);
    expect(check(program, file, ['another key', fresh.at, fresh.signature], fresh.body)).toBe(1);
    expect(check(program, file, [key, `${Number(fresh.at) + 1}`, fresh.signature], fresh.body)).toBe(1);
    expect(check(program, file, [key, old.at, old.signature], old.body)).toBe(1);
  });
});
