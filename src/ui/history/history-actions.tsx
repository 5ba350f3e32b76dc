import { text } from '../../platform/i18n.ts';

interface Props {
  found: number;
  total: number;
  picked: number;
  onDeletePicked: () => void;
  onDeleteAll: () => void;
}

/** How many rows there are, and what can be done with them. */
export function HistoryActions({ found, total, picked, onDeletePicked, onDeleteAll }: Props) {
  return (
    <div class="bar">
      <p role="status">
        {found === total ? text('history_count', total) : text('history_countFiltered', found, total)}
        {picked > 0 && ` · ${text('history_selected', picked)}`}
      </p>
      <div class="actions">
        <button type="button" disabled={picked === 0} onClick={onDeletePicked}>
          {text('history_deleteSelected')}
        </button>
        <button type="button" onClick={onDeleteAll}>
          {text('history_deleteAll')}
        </button>
      </div>
    </div>
  );
}
