import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { providerName } from '../provider-names.ts';
import type { Filter } from './find-assessments.ts';

interface Props {
  filter: Filter;
  institutions: string[];
  onFilter: (filter: Filter) => void;
}

/** The three ways to narrow the list. */
export function HistoryFilter({ filter, institutions, onFilter }: Props) {
  return (
    <search class="filter">
      <Labelled name={text('history_search')}>
        {(id) => (
          <input
            id={id}
            type="search"
            value={filter.words}
            placeholder={text('history_searchHint')}
            onInput={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
          />
        )}
      </Labelled>
      <Labelled name={text('history_level')}>
        {(id) => (
          <select id={id} value={filter.level} onChange={(event) => onFilter({ ...filter, level: levelOf(event.currentTarget.value) })}>
            <option value="">{text('history_all')}</option>
            <option value="danger">{text('level_danger')}</option>
            <option value="caution">{text('level_caution')}</option>
          </select>
        )}
      </Labelled>
      <Labelled name={text('history_institution')}>
        {(id) => (
          <select id={id} value={filter.institution} onChange={(event) => onFilter({ ...filter, institution: event.currentTarget.value })}>
            <option value="">{text('history_all')}</option>
            {institutions.map((institution) => (
              <option key={institution} value={institution}>
                {providerName(institution)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </search>
  );
}

const levelOf = (value: string): Filter['level'] => (value === 'danger' || value === 'caution' ? value : '');

function Labelled({ name, children }: { name: string; children: (id: string) => ComponentChildren }) {
  const id = useId();
  return (
    <div class="labelled">
      <label for={id}>{name}</label>
      {children(id)}
    </div>
  );
}
