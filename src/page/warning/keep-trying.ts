import { after } from './after.ts';

const LONGEST_WAIT = 200; // ms between two runs in a fight
const PEACE = 1500; // ms without a run, after which waiting starts afresh

/** Runs a repair a task later than asked for, once for all that asked meanwhile, and ever slower in a fight: answering at once would freeze the tab for good. */
export function keepTrying(run: () => void): () => void {
  let waiting = false;
  let rounds = 0;
  let ranAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (waiting) return;
    waiting = true;
    rounds = performance.now() - ranAt > PEACE ? 0 : rounds + 1;
    after(Math.min(LONGEST_WAIT, 2 ** rounds - 1), () => {
      waiting = false;
      ranAt = performance.now();
      run();
    });
  };
}
