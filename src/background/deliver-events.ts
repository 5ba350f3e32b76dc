import type { ReportEvent } from '../core/report/event.ts';
import { type Delivery, isIndigestible, nextPace } from '../core/report/pace.ts';
import type { EventQueue } from '../platform/event-queue.ts';

/** How events are sent, and the time and chance to go by. */
export interface Means {
  send: (events: readonly ReportEvent[]) => Promise<Delivery>;
  now: () => number;
  random: () => number;
}

/** Sends what waits, one batch after the other, until nothing is left or the collector wants a rest. Answers when to try again; undefined: nothing waits. */
export async function deliverEvents(queue: EventQueue, { send, now, random }: Means): Promise<number | undefined> {
  for (;;) {
    const { pace } = await queue.state();
    // A clock that was set back must not silence the browser for years.
    if (pace.notBefore > now() && pace.notBefore < now() + DAY) return (await queue.size()).length > 0 ? pace.notBefore : undefined;
    const batch = await queue.peek(pace.batch, now());
    if (batch.length === 0) return undefined;
    const delivery = await send(batch.map(({ event }) => event));
    const next = nextPace(pace, delivery, now(), random());
    if (delivery.ok) {
      await queue.remove(batch.map(({ key }) => key));
      await queue.note({ pace: next, sentAt: now() });
      continue;
    }
    // An event that the collector refuses even alone would hold up all that follow.
    if (isIndigestible(delivery) && batch.length === 1)
      await queue.remove(
        batch.map(({ key }) => key),
        true,
      );
    await queue.note({ pace: next, failure: delivery.status === 0 ? 'no answer' : `HTTP ${delivery.status}` });
    return next.notBefore;
  }
}

const DAY = 24 * 60 * 60 * 1000;
