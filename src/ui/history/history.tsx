import { useMemo, useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { anything, findAssessments, institutionsIn } from './find-assessments.ts';
import { HistoryActions } from './history-actions.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { HistoryList } from './history-list.tsx';
import { type Doomed, useRemoval } from './use-removal.ts';

interface Props {
  assessments: Assessment[];
  now: number;
  /** Each resolves once the rows are gone, with their number. */
  onDelete: (ids: string[]) => Promise<number>;
  onClear: () => Promise<number>;
}

/** Every warning there was: find, read, delete. */
export function History({ assessments, now, ...means }: Props) {
  const { rows, doomed, doom, remove, notice } = useRemoval(assessments, means);
  return (
    <main class="page">
      <h1>{text('history_title')}</h1>
      <p class="lead">{text('history_lead')}</p>
      <p role="status" class="notice">
        {notice}
      </p>
      {rows.length === 0 ? <Empty /> : <Browse rows={rows} now={now} onDoom={doom} />}
      {doomed.length > 0 && (
        <ConfirmDialog
          title={text('history_confirmTitle')}
          body={text('history_confirm', doomed === 'all' ? rows.length : doomed.length)}
          yes={text('history_confirmYes')}
          no={text('history_confirmNo')}
          onYes={remove}
          onNo={() => doom([])}
        />
      )}
    </main>
  );
}

function Browse({ rows, now, onDoom }: { rows: Assessment[]; now: number; onDoom: (doomed: Doomed) => void }) {
  const [filter, setFilter] = useState(anything);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => findAssessments(rows, filter), [rows, filter]);
  const institutions = useMemo(() => institutionsIn(rows), [rows]);
  // A filter must not hide what "delete selected" takes away.
  const picked = found.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  const select = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  return (
    <>
      <HistoryFilter filter={filter} institutions={institutions} onFilter={setFilter} />
      <HistoryActions
        found={found.length}
        total={rows.length}
        picked={picked.length}
        onDeletePicked={() => onDoom(picked)}
        onDeleteAll={() => onDoom('all')}
      />
      {found.length === 0 && <NoMatch onClear={() => setFilter(anything)} />}
      <HistoryList assessments={found} now={now} selected={selected} onSelect={select} onDelete={(id) => onDoom([id])} />
    </>
  );
}

function Empty() {
  return (
    <section class="card empty">
      <h2>{text('history_empty_title')}</h2>
      <p>{text('history_empty')}</p>
    </section>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <section class="card empty">
      <p>{text('history_noMatch')}</p>
      <button type="button" onClick={onClear}>
        {text('history_clearFilter')}
      </button>
    </section>
  );
}
