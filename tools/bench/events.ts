import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { deliverEvents } from '../../src/background/deliver-events.ts';
import { composeEvent, type ReportEvent, toLines } from '../../src/core/report/event.ts';
import { MOST_EVENTS } from '../../src/core/report/pace.ts';
import { openEventQueue } from '../../src/platform/event-queue.ts';

const ROUNDS = 5;
const reporter = {
  installation: '00000000-0000-4000-8000-000000000000',
  version: '0.1.0',
  browser: { name: 'Chrome', version: '156.0.0.0' },
  facts: '2026-11-01',
};

function anEvent(number: number): ReportEvent {
  const page = {
    assessmentId: crypto.randomUUID(),
    hostname: `www.pos-agent-${number}.example`,
    registrableDomain: `pos-agent-${number}.example`,
    url: `https://www.pos-agent-${number}.example/apply`,
    level: 'danger' as const,
    asks: ['idNumber', 'idPhotoFront', 'bankCard', 'phone'] as const,
    signals: ['claimsInstitution', 'asksDocuments', 'freeMachine', 'offersTerminal'],
    invokes: 'lakala',
  };
  const at = new Date().toISOString();
  return composeEvent({ kind: 'verdict', page }, { id: crypto.randomUUID(), at, reporter, detail: 'host' });
}

const rate = (count: number, started: number) => Math.round((count * 1000) / (performance.now() - started));

/** Prints how large an event is, and how many a second one browser's full queue takes in and hands out (IndexedDB in memory: the logic, not the disk). */
async function benchEvents(): Promise<void> {
  const lines = toLines(Array.from({ length: 100 }, (_, number) => anEvent(number)));
  console.log(`One event: ${Math.round(lines.length / 100)} bytes as JSON, ${Math.round(gzipSync(lines).length / 100)} gzipped among 100`);
  for (let round = 1; round <= ROUNDS; round++) {
    const queue = openEventQueue(`bench-${round}`);
    let started = performance.now();
    for (let number = 0; number < MOST_EVENTS; number++) await queue.append(anEvent(number), Date.now());
    const taken = rate(MOST_EVENTS, started);
    started = performance.now();
    await deliverEvents(queue, { send: async () => ({ ok: true }), now: Date.now, random: Math.random });
    console.log(`Round ${round}: ${taken} events a second in, ${rate(MOST_EVENTS, started)} out`);
  }
}

if (import.meta.main) await benchEvents();
