interface Scheduler {
  postTask(run: () => void, options: { delay: number }): Promise<unknown>;
}

/** Runs once after a delay. Can't be cancelled, above all not by a page that clears every timer by counting through the ids. */
export function after(delay: number, run: () => void): void {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler) void scheduler.postTask(run, { delay });
  else setTimeout(run, delay);
}
