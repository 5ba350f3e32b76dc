/** Work that can pause: it yields often, is told whether the page ran meanwhile, and returns its outcome. */
export type Sliceable<Outcome> = Generator<void, Outcome, boolean>;

/** Runs work to its end without a pause. */
export function runAtOnce<Outcome>(work: Sliceable<Outcome>): Outcome {
  for (;;) {
    const step = work.next(false);
    if (step.done) return step.value;
  }
}

/** Runs work in tasks of at most `slice` milliseconds, letting the page breathe between them; `tally` learns of the time spent in each. */
export async function runInSlices<Outcome>(work: Sliceable<Outcome>, slice: number, tally: (spent: number) => void): Promise<Outcome> {
  for (let paused = false; ; paused = true) {
    const start = performance.now();
    let step = work.next(paused);
    while (!step.done && performance.now() - start < slice) step = work.next(false);
    tally(performance.now() - start);
    if (step.done) return step.value;
    await pause();
  }
}

let port: MessagePort | undefined;
const waiting: (() => void)[] = [];

/** A fresh task at once: timers are clamped to 4 ms when nested and to a second in background tabs. */
function pause(): Promise<void> {
  if (!port) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
    port = channel.port2;
  }
  const sender = port;
  return new Promise((resolve) => {
    waiting.push(resolve);
    sender.postMessage(0);
  });
}
