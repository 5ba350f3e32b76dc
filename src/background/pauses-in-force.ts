import type { Pause } from '../core/pause.ts';
import { readPauses } from '../platform/pause-store.ts';
import { readPolicy } from '../platform/policy-store.ts';

/** The pauses that hold now: none where the organisation allows none. */
export async function pausesInForce(now: number): Promise<Pause[]> {
  return (await readPolicy()).allowPause === false ? [] : readPauses(now);
}
