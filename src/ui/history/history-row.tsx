import { useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { AskedList } from '../asked-list.tsx';
import { EvidenceList } from '../evidence-list.tsx';
import { Fact } from '../fact.tsx';
import { LevelMark } from '../level-mark.tsx';
import { formatMoment, formatTime } from '../moments.ts';
import { providerName } from '../provider-names.ts';

interface Props {
  assessment: Assessment;
  selected: boolean;
  onSelect: (id: string, selected: boolean) => void;
  onDelete: (id: string) => void;
}

/** One assessment: a line to scan, and everything about it when opened. */
export function HistoryRow({ assessment, selected, onSelect, onDelete }: Props) {
  const { id, hostname, level, invokes, lastAt } = assessment;
  const [open, setOpen] = useState(false);
  return (
    <li class="row">
      <label class="pick">
        <input type="checkbox" checked={selected} onChange={(event) => onSelect(id, event.currentTarget.checked)} />
        <span class="unseen">{text('history_select', `${hostname} ${formatMoment(lastAt)}`)}</span>
      </label>
      <details class="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <LevelMark level={level} />
          <bdi class="row-host" dir="ltr">
            {hostname}
          </bdi>
          <span class="row-more">
            <time dateTime={new Date(lastAt).toISOString()}>{formatTime(lastAt)}</time>
            {invokes !== undefined && ` · ${text('history_invokes', providerName(invokes))}`}
          </span>
        </summary>
        {open && <Details assessment={assessment} onDelete={onDelete} />}
      </details>
    </li>
  );
}

function Details({ assessment, onDelete }: { assessment: Assessment; onDelete: Props['onDelete'] }) {
  const { id, url, title, asks, evidence, firstAt, lastAt, visits } = assessment;
  return (
    <div class="details">
      <h3>{text('history_why')}</h3>
      <EvidenceList evidence={evidence} />
      {asks.length > 0 && (
        <>
          <h3>{text('history_asked')}</h3>
          <AskedList asks={asks} />
        </>
      )}
      <dl>
        <Fact name={text('history_address')}>
          {/* Not a link: one click must not lead back to where we warned. */}
          <bdi dir="ltr">{url}</bdi>
        </Fact>
        {title !== '' && <Fact name={text('history_pageTitle')}>{title}</Fact>}
        <Fact name={text('history_first')}>{formatMoment(firstAt)}</Fact>
        <Fact name={text('history_last')}>{formatMoment(lastAt)}</Fact>
        <Fact name={text('history_visits')}>{visits}</Fact>
        <Fact name={text('history_decisions')}>
          <Decisions decisions={assessment.decisions} />
        </Fact>
      </dl>
      <button type="button" onClick={() => onDelete(id)}>
        {text('history_deleteOne')}
      </button>
    </div>
  );
}

function Decisions({ decisions }: Pick<Assessment, 'decisions'>) {
  if (decisions.length === 0) return <>{text('history_decisionsNone')}</>;
  return (
    <ul class="plain">
      {decisions.map(({ kind, at }) => (
        <li key={`${at} ${kind}`}>
          {text(`decision_${kind}`)} · {formatMoment(at)}
        </li>
      ))}
    </ul>
  );
}
