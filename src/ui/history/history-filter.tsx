import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { decisionKinds, type HistoryQuery, historySorts } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { providerName } from '../provider-names.ts';

interface Props {
  query: HistoryQuery;
  /** The institutions that rows name, the most frequent first. */
  institutions: string[];
  onQuery: (query: HistoryQuery) => void;
}

/** The ways to narrow and to order the list. */
export function HistoryFilter({ query, institutions, onQuery }: Props) {
  return (
    <search class="filter">
      <Labelled name={text('history_search')}>
        {(id) => (
          <input
            id={id}
            type="search"
            value={query.words}
            placeholder={text('history_searchHint')}
            onInput={(event) => onQuery({ ...query, words: event.currentTarget.value })}
          />
        )}
      </Labelled>
      <Choice
        name={text('history_level')}
        value={query.level}
        options={[
          ['', text('history_all')],
          ['danger', text('level_danger')],
          ['caution', text('level_caution')],
        ]}
        onChoose={(level) => onQuery({ ...query, level })}
      />
      <Choice
        name={text('history_institution')}
        value={query.institution}
        options={[['', text('history_all')], ...institutions.map((id): [string, string] => [id, providerName(id)])]}
        onChoose={(institution) => onQuery({ ...query, institution })}
      />
      <Choice
        name={text('history_decisions')}
        value={query.decision}
        options={[
          ['', text('history_all')],
          ...decisionKinds.map((kind): [HistoryQuery['decision'], string] => [kind, text(`decision_${kind}`)]),
          ['none', text('history_decisionsNone')],
        ]}
        onChoose={(decision) => onQuery({ ...query, decision })}
      />
      <Choice
        name={text('history_sort')}
        value={query.sort}
        options={historySorts.map((sort): [typeof sort, string] => [sort, text(`history_sort_${sort}`)])}
        onChoose={(sort) => onQuery({ ...query, sort })}
      />
    </search>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  value: T;
  options: [T, string][];
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, value, options, onChoose }: ChoiceProps<T>) {
  const choose = (words: string) => {
    const chosen = options.find(([option]) => option === words);
    if (chosen) onChoose(chosen[0]);
  };
  return (
    <Labelled name={name}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          {options.map(([option, words]) => (
            <option key={option} value={option} selected={option === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function Labelled({ name, children }: { name: string; children: (id: string) => ComponentChildren }) {
  const id = useId();
  return (
    <div class="labelled">
      <label for={id}>{name}</label>
      {children(id)}
    </div>
  );
}
