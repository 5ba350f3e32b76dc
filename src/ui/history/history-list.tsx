import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { formatDay, startOfDay } from '../moments.ts';
import { HistoryRow, type RowActions } from './history-row.tsx';

interface Props extends RowActions {
  pages: Assessment[][];
  now: number;
  /** Whether rows stand under their days. */
  byDay: boolean;
  /** Another number means: draw every row anew, with nothing selected. */
  generation: number;
  hasMore: boolean;
  onMore: () => void;
}

/** Rows as far as they were asked for; the next ones are asked for before the reader gets there. */
export function HistoryList({ pages, now, byDay, generation, hasMore, onMore, ...actions }: Props) {
  // A page once drawn is handed over as it is: comparing ten thousand rows at every hundred more would be felt.
  const drawn = useRef({ generation, pages: new WeakMap<Assessment[], VNode>() });
  if (drawn.current.generation !== generation) drawn.current = { generation, pages: new WeakMap() };
  const draw = (rows: Assessment[], before: Assessment | undefined, index: number) => {
    const known = drawn.current.pages.get(rows);
    if (known) return known;
    const key = `${generation} ${index}`;
    const page = <Page key={key} rows={rows} before={before} now={now} byDay={byDay} actions={actions} />;
    drawn.current.pages.set(rows, page);
    return page;
  };
  return (
    <div class="rows" tabIndex={-1}>
      {pages.map((rows, index) => draw(rows, pages[index - 1]?.at(-1), index))}
      {hasMore && <Ahead key={pages.length} onNear={onMore} />}
    </div>
  );
}

interface PageProps {
  rows: Assessment[];
  before: Assessment | undefined;
  now: number;
  byDay: boolean;
  actions: RowActions;
}

function Page({ rows, before, now, byDay, actions }: PageProps) {
  const groups = byDay ? groupByDay(rows) : [{ day: 0, rows }];
  return (
    <>
      {groups.map(({ day, rows: ofDay }, index) => (
        <section key={day} class="day">
          {byDay && !(index === 0 && before && startOfDay(before.lastAt) === day) && <h2>{formatDay(day, now)}</h2>}
          <ul class="plain">
            {ofDay.map((assessment) => (
              <HistoryRow key={assessment.id} assessment={assessment} byDay={byDay} {...actions} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Rows under their days, both in the order they come in. */
export function groupByDay(rows: readonly Assessment[]): { day: number; rows: Assessment[] }[] {
  const days = new Map<number, Assessment[]>();
  for (const row of rows) {
    const day = startOfDay(row.lastAt);
    const known = days.get(day);
    if (known) known.push(row);
    else days.set(day, [row]);
  }
  return [...days].map(([day, ofDay]) => ({ day, rows: ofDay }));
}

const nearness = '1200px'; // About two screens: scrolling fast must not meet an end.

function Ahead({ onNear }: { onNear: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && onNear(), {
      rootMargin: nearness,
    });
    if (mark.current) watch.observe(mark.current);
    return () => watch.disconnect();
  }, [onNear]);
  return <div ref={mark} class="ahead" />;
}
