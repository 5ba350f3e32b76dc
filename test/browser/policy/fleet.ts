import { createServer } from 'node:http';
import { deliverEvents } from '../../../src/background/deliver-events.ts';
import { composeEvent, type Occurrence } from '../../../src/core/report/event.ts';
import { type EventQueue, openEventQueue } from '../../../src/platform/event-queue.ts';
import { postEvents } from '../../../src/platform/post-events.ts';

/** Numbers between 0 and 1 that are the same at every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a bad collector did how often. */
export type Mischief = Record<'passed' | 'busy' | 'broken' | 'lostAnswer' | 'hung' | 'down', number>;

/** A collector that passes batches on to `target` and misbehaves on the way: refuses, breaks, hangs, or loses the answer to what it has passed on. */
export async function serveBadly(target: string, random: () => number) {
  const counts: Mischief = { passed: 0, busy: 0, broken: 0, lostAnswer: 0, hung: 0, down: 0 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const dice = random();
    if (dice < 0.08) return void (++counts.busy && response.writeHead(429, { 'retry-after': '1' }).end());
    if (dice < 0.14) return void (++counts.broken && response.writeHead(500).end());
    if (dice < 0.16) return void ++counts.hung;
    const answer = await fetch(target, { method: 'POST', body }).catch(() => undefined);
    if (!answer?.ok) return void (++counts.down && response.writeHead(502).end(await answer?.text()));
    if (dice < 0.24) return void (++counts.lostAnswer && response.writeHead(500).end());
    if (dice < 0.26) return void ++counts.hung;
    counts.passed += 1;
    response.writeHead(200).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/`,
    counts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const institutions = ['lakala', 'unionpay', 'suixingpay', 'huifu'];
const day = 24 * 60 * 60 * 1000;

/** What one invented browser of the fleet lives through: `number` decides everything. */
export function eventsOf(number: number, count: number, start: number): { at: number; occurrence: Occurrence }[] {
  const random = seededRandom(number + 1);
  return Array.from({ length: count }, (_, index) => {
    const at = start + Math.floor(index / 2) * 60_000 + number;
    if (index === 0)
      return {
        at,
        occurrence: {
          kind: 'status',
          sees: number !== 77,
          policyKeys: ['mode', 'reportUrl'],
          rejected: number % 50 === 0 ? 2 : 0,
          queued: 0,
          lost: 0,
        },
      };
    const level = index % 3 === 0 ? 'caution' : 'danger';
    const name = `agent-${Math.floor(index / 2) % 20}`;
    const page = {
      assessmentId: `${number}-${Math.floor(index / 2)}`,
      hostname: `www.${name}.example`,
      registrableDomain: `${name}.example`,
      url: `https://www.${name}.example/`,
      level,
      asks: level === 'danger' ? (['idNumber', 'bankCard'] as const) : [],
      signals: level === 'danger' ? ['claimsInstitution', 'asksDocuments'] : ['agency'],
      invokes: institutions[Math.floor(random() * random() * institutions.length)] ?? 'lakala',
    } as const;
    if (index % 2 === 1) return { at, occurrence: { kind: 'verdict', page } };
    if (number % 20 === 3 && index === 48)
      return { at, occurrence: { kind: 'change', change: 'paused', until: new Date(at).toISOString() } };
    const decision = number % 10 === 0 && index % 20 === 2 ? ('proceeded' as const) : ('left' as const);
    return { at, occurrence: { kind: 'decision', page, decision, ...(decision === 'proceeded' && { reason: '已电话核实' }) } };
  });
}

/** One browser of the fleet: its events on its own disk, its own clock, its background ended now and then. */
export class FleetBrowser {
  readonly number: number;
  readonly ids: string[] = [];
  readonly #random: () => number;
  #queue: EventQueue;

  constructor(number: number) {
    this.number = number;
    this.#random = seededRandom(1_000 + number);
    this.#queue = openEventQueue(`fleet-${number}`);
  }

  /** Lets the background end: what is not on disk is gone. */
  restart(): void {
    this.#queue = openEventQueue(`fleet-${this.number}`);
  }

  async live(count: number, start: number): Promise<void> {
    for (const { at, occurrence } of eventsOf(this.number, count, start)) {
      const id = `${this.number}-${at}-${this.ids.length}`;
      const version = this.number % 4 === 0 ? '0.1.0' : '0.2.0';
      const reporter = {
        installation: `browser-${this.number}`,
        version,
        browser: { name: 'Chrome', version: '156.0' },
        facts: '2026-11-01',
      };
      this.ids.push(id);
      await this.#queue.append(composeEvent(occurrence, { id, at: new Date(at).toISOString(), reporter, detail: 'host' }), at);
    }
  }

  /** One waking of the background; true once nothing is left to send. */
  async wake(url: string, now: number): Promise<boolean> {
    const collector = { url, authorization: '', key: 'sesame' };
    const again = await deliverEvents(this.#queue, {
      send: (events) => postEvents(events, collector, now, 1_500),
      now: () => now,
      random: this.#random,
    });
    return again === undefined;
  }

  state = () => this.#queue.state();
}

/** A moment some days before the fleet's newest. */
export const daysBefore = (days: number, moment: number) => moment - days * day;
