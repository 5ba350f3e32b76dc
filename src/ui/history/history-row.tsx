import { useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { quotable } from '../../core/explain.ts';
import { text } from '../../platform/i18n.ts';
import { AskedList } from '../asked-list.tsx';
import { EvidenceList } from '../evidence-list.tsx';
import { Fact } from '../fact.tsx';
import { LevelMark } from '../level-mark.tsx';
import { formatMoment, formatTime } from '../moments.ts';
import { providerName } from '../provider-names.ts';
import { reportAddress } from '../report/report-address.ts';
import { Mistake } from './mistake.tsx';

/** What can be done with a row. */
export interface RowActions {
  onSelect: (assessment: Assessment, selected: boolean) => void;
  onDelete: (assessment: Assessment) => void;
}

interface Props extends RowActions {
  assessment: Assessment;
  /** Whether the day stands above it already. */
  byDay: boolean;
}

/** One assessment: a line to scan, and everything about it when opened. */
export function HistoryRow({ assessment, byDay, onSelect, onDelete }: Props) {
  const { hostname, level, invokes, lastAt } = assessment;
  const [open, setOpen] = useState(false);
  return (
    <li class="row">
      <label class="pick">
        <input type="checkbox" onChange={(event) => onSelect(assessment, event.currentTarget.checked)} />
        <span class="unseen">{text('history_select', `${hostname} ${formatMoment(lastAt)}`)}</span>
      </label>
      <details class="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <LevelMark level={level} />
          <bdi class="row-host" dir="ltr">
            {hostname}
          </bdi>
          <span class="row-more">
            <time dateTime={new Date(lastAt).toISOString()}>{byDay ? formatTime(lastAt) : formatMoment(lastAt)}</time>
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
  const [appeals, setAppeals] = useState(false);
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
        {title !== '' && <Fact name={text('history_pageTitle')}>{quotable(title)}</Fact>}
        <Fact name={text('history_first')}>{formatMoment(firstAt)}</Fact>
        <Fact name={text('history_last')}>{formatMoment(lastAt)}</Fact>
        <Fact name={text('history_visits')}>{visits}</Fact>
        <Fact name={text('history_decisions')}>
          <Decisions decisions={assessment.decisions} />
        </Fact>
      </dl>
      <div class="actions">
        <a class="button" href={reportAddress([id])} target="_blank" rel="noopener">
          {text('history_report')}
          <span class="unseen">{text('surface_newTab')}</span>
        </a>
        <button type="button" aria-expanded={appeals} onClick={() => setAppeals(!appeals)}>
          {text('history_mistake')}
        </button>
        <button type="button" onClick={() => onDelete(assessment)}>
          {text('history_deleteOne')}
        </button>
      </div>
      {appeals && <Mistake assessment={assessment} />}
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
