import { browser } from 'wxt/browser';
import type { Assessment, SeenAssessment } from '../core/assessment.ts';
import { findAssessment } from './history-store.ts';
import { oneByOne } from './in-turn.ts';

const KEY = 'passingAssessments';
const most = 20;
const inTurn = oneByOne();

/** Keeps an assessment that the history may not have, in memory until the browser is closed, so that our own page can speak of it. */
export function keepPassing(seen: SeenAssessment, id: string): Promise<string> {
  return inTurn(async () => {
    const others = (await readPassing()).filter((row) => row.id !== id);
    const row: Assessment = { ...seen, id, firstAt: seen.lastAt, visits: 1, decisions: [] };
    await browser.storage.session.set({ [KEY]: [...others, row].slice(-most) });
    return id;
  });
}

/** An assessment, whether the history has it or only the memory. */
export async function findAnyAssessment(id: string): Promise<Assessment | undefined> {
  return (await readPassing()).find((row) => row.id === id) ?? (await findAssessment(id));
}

async function readPassing(): Promise<Assessment[]> {
  const rows: unknown = (await browser.storage.session.get(KEY))[KEY];
  return Array.isArray(rows) ? (rows as Assessment[]) : [];
}
