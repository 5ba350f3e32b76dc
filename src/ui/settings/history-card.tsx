import { useState } from 'preact/hooks';
import { parseSettings } from '../../core/settings.ts';
import { text } from '../../platform/i18n.ts';
import { Field, TickField } from './field.tsx';
import type { CardProps } from './options.tsx';

/** Whether a history is kept, and how much of it. */
export function HistoryCard({ report: { settings, forced }, means, attempt }: CardProps) {
  const [days, setDays] = useState(String(settings.historyDays));
  const [rows, setRows] = useState(String(settings.historyRows));
  const save = async () => {
    const wanted = parseSettings({ historyDays: Number(days), historyRows: Number(rows) });
    if (wanted.historyDays === undefined || wanted.historyRows === undefined) throw new Error(text('options_historyBad'));
    const { historyDays, historyRows } = wanted;
    await means.change({
      ...(!forced.includes('historyDays') && { historyDays }),
      ...(!forced.includes('historyRows') && { historyRows }),
    });
  };
  return (
    <section class="card">
      <h2>{text('history_title')}</h2>
      <TickField
        name={text('options_history')}
        checked={settings.historyEnabled}
        disabled={forced.includes('historyEnabled')}
        onTick={(historyEnabled) => void attempt(() => means.change({ historyEnabled }), text('options_saved'))}
      />
      <form
        class="page-part"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(save, text('options_saved'));
        }}
      >
        <NumberField name={text('options_historyDays')} value={days} disabled={forced.includes('historyDays')} onValue={setDays} />
        <NumberField name={text('options_historyRows')} value={rows} disabled={forced.includes('historyRows')} onValue={setRows} />
        <div class="actions">
          <button type="submit">{text('options_save')}</button>
          <a class="button" href="/history.html">
            {text('popup_history')}
          </a>
        </div>
      </form>
    </section>
  );
}

function NumberField({
  name,
  value,
  disabled,
  onValue,
}: {
  name: string;
  value: string;
  disabled: boolean;
  onValue: (value: string) => void;
}) {
  return (
    <Field name={name} disabled={disabled}>
      {(id, note) => (
        <input
          id={id}
          inputMode="numeric"
          value={value}
          disabled={disabled}
          aria-describedby={note}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
