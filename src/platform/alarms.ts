import { browser } from 'wxt/browser';

/** Runs work about once in `minutes`, also after the background slept or the browser was closed. Call it at every start. */
export function repeatEvery(name: string, minutes: number, work: () => Promise<unknown>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) work().catch((error: unknown) => console.warn(`The task "${name}" failed:`, String(error)));
  });
  // Set anew at every start it would never come due in a background that starts often.
  void browser.alarms.get(name).then(async (alarm) => {
    if (!alarm) await browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: minutes });
  });
}

/** One-time alarms: `listen` at every start, `set` when the moment is known. Setting one again moves it. */
export const wakeAt = {
  listen(name: string, work: () => Promise<unknown>): void {
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === name) work().catch((error: unknown) => console.warn(`The task "${name}" failed:`, String(error)));
    });
  },
  /** Listens to all whose names begin so. */
  listenAll(start: string, work: () => Promise<unknown>): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name.startsWith(start)) work().catch((error: unknown) => console.warn(`The task "${name}" failed:`, String(error)));
    });
  },
  async set(name: string, when: number): Promise<void> {
    await browser.alarms.create(name, { when });
  },
};
