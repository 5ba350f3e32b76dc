import { text } from '../../platform/i18n.ts';
import { reportAddress } from '../report/report-address.ts';

interface Props {
  found: number;
  total: number;
  picked: string[];
  onDeletePicked: () => void;
  onDeleteAll: () => void;
}

/** How many rows there are, and what can be done with them. */
export function HistoryActions({ found, total, picked, onDeletePicked, onDeleteAll }: Props) {
  return (
    <div class="bar">
      <p role="status">
        {found === total ? text('history_count', total) : text('history_countFiltered', found, total)}
        {picked.length > 0 && ` · ${text('history_selected', picked.length)}`}
      </p>
      <div class="actions">
        {picked.length > 0 && (
          <a class="button" href={reportAddress(picked)} target="_blank" rel="noopener">
            {text('history_reportSelected')}
            <span class="unseen">{text('surface_newTab')}</span>
          </a>
        )}
        <button type="button" disabled={picked.length === 0} onClick={onDeletePicked}>
          {text('history_deleteSelected')}
        </button>
        <button type="button" onClick={onDeleteAll}>
          {text('history_deleteAll')}
        </button>
      </div>
    </div>
  );
}
