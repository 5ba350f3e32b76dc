import type { Lab } from '../../../tools/lab/launch.ts';
import type { Tab } from '../../../tools/lab/tab.ts';

/** Hears everything that content scripts say to the extension, as its background does: another of its pages gets the same messages. */
export async function listenIn(lab: Lab): Promise<{ surface: Tab; heard(): Promise<string[]> }> {
  const surface = await lab.surface('history.html');
  await surface.evaluate(`{
    globalThis.__heard = [];
    const { runtime } = globalThis.browser ?? globalThis.chrome;
    runtime.onMessage.addListener((message, sender) => { if (/^https?:/.test(sender.url)) __heard.push(sender.url + ' ' + JSON.stringify(message)); });
    runtime.onConnect.addListener((port) => port.onMessage.addListener((word) => __heard.push(JSON.stringify(word))));
  }`);
  return { surface, heard: () => surface.evaluate<string[]>('__heard') };
}

/** All that the extension keeps, as text: every storage area and every row of every database. */
export function storageOf(surface: Tab): Promise<string> {
  return surface.evaluate<string>(`(async () => {
    const { storage } = globalThis.browser ?? globalThis.chrome;
    const kept = [];
    for (const area of ['local', 'session', 'sync']) kept.push(await storage[area]?.get(null).catch(() => null));
    const wait = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name));
      for (const store of database.objectStoreNames) kept.push(await wait(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  })()`);
}
