import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryQuery } from '../../core/assessment.ts';
import { isTooBig, type Refusal, readBundle, writeBundle } from '../../core/exchange/bundle.ts';
import { text } from '../../platform/i18n.ts';
import { sentenceOf } from '../loaded.tsx';
import { Managed } from '../managed.tsx';
import { saveFile } from '../save-file.ts';
import { type HistoryMeans, readAll, takeAll } from './means.ts';
import { tableOf } from './table.ts';

interface Props {
  query: HistoryQuery;
  found: number;
  means: HistoryMeans;
  onTaken: () => void;
}

/** The history as files: out as a table or a backup, in from a backup. */
export function HistoryFiles({ query, found, means, onTaken }: Props) {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isAllowed, setAllowed] = useState(true);
  useEffect(() => void means.mayExport?.().then(setAllowed), []);
  const chooser = useRef<HTMLInputElement>(null);
  const during = async (work: () => Promise<string>) => {
    setBusy(true);
    setSaid(text('surface_loading'));
    setSaid(await work().catch((error: unknown) => text('export_failed', sentenceOf(error))));
    setBusy(false);
  };
  const save = (kind: 'csv' | 'json') =>
    during(async () => {
      if (means.mayExport && !(await means.mayExport())) return text('policy_locked');
      const rows = await readAll(means.browse, query);
      const made = new Date();
      const name = `pos-guard-${made.toISOString().slice(0, 10)}.${kind}`;
      if (kind === 'csv') saveFile(name, tableOf(rows), 'text/csv;charset=utf-8');
      else saveFile(name, writeBundle(rows, made.toISOString()), 'application/json');
      return text('export_done', rows.length, name);
    });
  const take = (file: File) =>
    during(async () => {
      const result = isTooBig(file.size) ? { refused: { why: 'tooBig' } as const } : readBundle(await file.text(), Date.now());
      if ('refused' in result) return sentenceFor(result.refused);
      const added = await takeAll(means.take, result.rows);
      onTaken();
      return text('export_taken', result.rows.length, added);
    });
  return (
    <details class="card files">
      <summary>{text('export_title')}</summary>
      <p class="note">{text('export_lead')}</p>
      <div class="actions">
        <button type="button" disabled={isBusy || found === 0 || !isAllowed} onClick={() => save('csv')}>
          {text('export_csv', found)}
        </button>
        <button type="button" disabled={isBusy || found === 0 || !isAllowed} onClick={() => save('json')}>
          {text('export_json', found)}
        </button>
        <button type="button" disabled={isBusy} onClick={() => chooser.current?.click()}>
          {text('export_import')}
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          aria-label={text('export_import')}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
      </div>
      {!isAllowed && <Managed what={text('export_title')} />}
      <p role="status">{said}</p>
    </details>
  );
}

/** Why a file was not taken, in one sentence. */
export function sentenceFor(refusal: Refusal): string {
  if (refusal.why === 'newer') return text('export_refused_newer');
  if (refusal.why === 'badRow') return text('export_refused_badRow', refusal.row, refusal.field);
  return text(`export_refused_${refusal.why}`);
}
