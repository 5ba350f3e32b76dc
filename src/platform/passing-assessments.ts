import { browser } from 'wxt/browser';
import type { Assessment, SeenAssessment } from '../core/assessment.ts';
import { findAssessment } from './history-store.ts';
import { oneByOne } from './in-turn.ts';

const KEY = 'passingAssessments';
const most = 20;
const inTurn = oneByOne();

/** One that is kept in memory alone; whether because it was made in a private window. */
export interface PassingAssessment extends Assessment {
  isPrivate: boolean;
}

/** Keeps an assessment that the history may not have, in memory until the browser is closed, so that our own page can speak of it. */
export function keepPassing(seen: SeenAssessment, id: string, isPrivate: boolean): Promise<string> {
  return inTurn(async () => {
    const others = (await readPassing()).filter((row) => row.id !== id);
    const row: PassingAssessment = { ...seen, id, firstAt: seen.lastAt, visits: 1, decisions: [], isPrivate };
    await browser.storage.session.set({ [KEY]: [...others, row].slice(-most) });
    return id;
  });
}

/** An assessment, whether the history has it or only the memory. */
export async function findAnyAssessment(id: string): Promise<Assessment | undefined> {
  return (await findPassing(id)) ?? (await findAssessment(id));
}

/** An assessment that only the memory has. */
export async function findPassing(id: string): Promise<PassingAssessment | undefined> {
  return (await readPassing()).find((row) => row.id === id);
}

async function readPassing(): Promise<PassingAssessment[]> {
  const rows: unknown = (await browser.storage.session.get(KEY))[KEY];
  return Array.isArray(rows) ? (rows as PassingAssessment[]) : [];
}
