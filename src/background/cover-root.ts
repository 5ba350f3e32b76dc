import { rootSheet } from '../core/root-sheet.ts';
import type { Level } from '../core/verdict.ts';
import { readSessionWord } from '../platform/tab-store.ts';
import { coverTop, uncoverTop } from '../platform/tabs.ts';

/** Sees to it that the top document wears the style sheet that no page outranks while `danger` stands, and only then; tells the word that lets our overlay through. */
export async function coverRoot(
  tabId: number,
  level: Level,
  born: number | undefined,
  covered: number | undefined,
): Promise<{ secret: string; born: number } | undefined> {
  if (born === undefined) return undefined;
  const secret = await secretOf(tabId, born);
  if (level === 'danger') {
    if (covered !== born) coverTop(tabId, rootSheet(secret));
    return { secret, born };
  }
  if (covered === born) uncoverTop(tabId, rootSheet(secret));
  return undefined;
}

/** A word that no page can guess, and the same again for the same document after the background was stopped. */
async function secretOf(tabId: number, born: number): Promise<string> {
  const bytes = new TextEncoder().encode(`${await readSessionWord()} ${tabId} ${born}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `g${[...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
