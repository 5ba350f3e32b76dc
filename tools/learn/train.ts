import { FEW, UNIT, type WordingData, type WordingPart, wordingParts } from '../../src/core/page/wording.ts';

/** One labelled page: the runs of characters in each of its parts. */
export interface Lesson {
  id: string;
  /** Pages of one group were written together: what is learnt from them is tried on others. */
  group: string;
  invites: boolean;
  runs: Record<WordingPart, ReadonlySet<string>>;
}

const EPOCHS = 25;
const RATE = 0.3;
const DECAY = 1e-4;
const FEWEST_PAGES = 4;
const FEWEST_GROUPS = 3;
const KEPT = 8_000;

interface Model {
  names: readonly string[];
  weights: Float64Array;
}

/** Learns what runs of characters speak for an invitation: logistic regression over those that several groups of pages share, the telling ones kept. Deterministic. */
export function learn(lessons: readonly Lesson[]): Model {
  const all = fitModel(lessons, sharedRuns(lessons));
  const order = [...all.names.keys()].sort((a, b) => Math.abs(all.weights[b] as number) - Math.abs(all.weights[a] as number) || a - b);
  return fitModel(
    lessons,
    order
      .slice(0, KEPT)
      .map((at) => all.names[at] as string)
      .sort(),
  );
}

/** A run's name: its part and itself. */
const namesOf = ({ runs }: Lesson) => wordingParts.flatMap((part) => [...runs[part]].map((run) => `${part} ${run}`));

function sharedRuns(lessons: readonly Lesson[]): string[] {
  const pages = new Map<string, number>();
  const groups = new Map<string, Set<string>>();
  for (const lesson of lessons)
    for (const name of namesOf(lesson)) {
      pages.set(name, (pages.get(name) ?? 0) + 1);
      const known = groups.get(name);
      if (known) known.add(lesson.group);
      else groups.set(name, new Set([lesson.group]));
    }
  return [...pages]
    .filter(([name, count]) => count >= FEWEST_PAGES && (groups.get(name)?.size ?? 0) >= FEWEST_GROUPS)
    .map(([name]) => name)
    .sort();
}

function fitModel(lessons: readonly Lesson[], names: readonly string[]): Model {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const rows = lessons.map((lesson) => namesOf(lesson).flatMap((name) => numbers.get(name) ?? []));
  const weights = new Float64Array(names.length);
  const spread = new Float64Array(names.length).fill(1e-8);
  const order = lessons.map((_, at) => at);
  const random = mulberry(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] as number[];
      const scale = 1 / Math.sqrt(row.length + FEW);
      let odds = 0;
      for (const run of row) odds += weights[run] as number;
      const error = 1 / (1 + Math.exp(-odds * scale)) - (lessons[at]?.invites ? 1 : 0);
      for (const run of row) {
        const slope = error * scale + DECAY * (weights[run] as number);
        spread[run] = (spread[run] as number) + slope * slope;
        weights[run] = (weights[run] as number) - (RATE * slope) / Math.sqrt(spread[run] as number);
      }
    }
  }
  return { names, weights };
}

/** How many pages a model takes for what they are not. */
export function misjudged({ names, weights }: Model, lessons: readonly Lesson[]): { missed: number; wrong: number } {
  const known = new Map(names.map((name, at) => [name, weights[at] as number]));
  const wrong = lessons.filter((lesson) => {
    const invites = namesOf(lesson).reduce((odds, name) => odds + (known.get(name) ?? 0), 0) > 0;
    return invites !== lesson.invites;
  });
  const missed = wrong.filter(({ invites }) => invites).length;
  return { missed, wrong: wrong.length - missed };
}

/** The model as it is kept in `assets/wording.json`. */
export function writeWording({ names, weights }: Model, note: string): WordingData {
  const parts: Record<WordingPart, Map<number, string[]>> = { anywhere: new Map(), headline: new Map(), control: new Map() };
  for (const [at, name] of names.entries()) {
    const weight = Math.round((weights[at] as number) * UNIT);
    if (weight === 0) continue;
    const [part, run] = name.split(' ') as [WordingPart, string];
    parts[part].set(weight, [...(parts[part].get(weight) ?? []), run]);
  }
  const listed = (runs: Map<number, string[]>) =>
    Object.fromEntries([...runs].sort(([one], [other]) => other - one).map(([weight, list]) => [String(weight), list.join(' ')]));
  return { note, weights: { anywhere: listed(parts.anywhere), headline: listed(parts.headline), control: listed(parts.control) } };
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as number, list[at] as number];
  }
}

/** Random numbers that are the same at every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
