import { useMemo, useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { formatDay } from '../moments.ts';
import { groupByDay } from './find-assessments.ts';
import { HistoryRow } from './history-row.tsx';

const step = 100; // Rows drawn at a time: a few screens, drawn in a few milliseconds.

interface Props {
  assessments: Assessment[];
  now: number;
  selected: ReadonlySet<string>;
  onSelect: (id: string, selected: boolean) => void;
  onDelete: (id: string) => void;
}

/** Assessments under their days, a hundred at a time. */
export function HistoryList({ assessments, now, selected, onSelect, onDelete }: Props) {
  const [shown, setShown] = useState(step);
  const days = useMemo(() => groupByDay(assessments.slice(0, shown)), [assessments, shown]);
  const rest = assessments.length - shown;
  return (
    <>
      {days.map(({ day, assessments: ofDay }) => (
        <section key={day} class="day">
          <h2>{formatDay(day, now)}</h2>
          <ul class="plain">
            {ofDay.map((assessment) => (
              <HistoryRow
                key={assessment.id}
                assessment={assessment}
                selected={selected.has(assessment.id)}
                onSelect={onSelect}
                onDelete={onDelete}
              />
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 && (
        <button type="button" class="wide" onClick={() => setShown(shown + step)}>
          {text('history_more', Math.min(step, rest))}
        </button>
      )}
    </>
  );
}
