import { useState } from 'preact/hooks';
import { type MessageKey, text } from '../../platform/i18n.ts';
import type { PolicyReport } from '../../platform/messages.ts';
import { Fact } from '../fact.tsx';
import { moment, policyAsText } from './policy-text.ts';

/** What the organisation imposes on this browser, what of it holds, and what could not be used: to read, and to copy without secrets. */
export function PolicyPage({ report }: { report: PolicyReport }) {
  return (
    <main class="page">
      <h1>{text('policy_title')}</h1>
      <p class="lead">{text('policy_lead')}</p>
      <State report={report} />
      <Copy report={report} />
      <Rejected report={report} />
      <Effective report={report} />
      <Queue queue={report.queue} />
      <details class="card">
        <summary>{text('policy_raw')}</summary>
        <pre class="raw">{JSON.stringify(report.raw, null, 2)}</pre>
      </details>
    </main>
  );
}

function State({ report }: { report: PolicyReport }) {
  const isManaged = report.keys.some(({ forced }) => forced);
  return (
    <section class="card">
      <dl>
        <Fact name={text('policy_state')}>{text(isManaged ? 'policy_managed' : 'policy_unmanaged')}</Fact>
        <Fact name={text('policy_readAt')}>{moment(report.readAt)}</Fact>
        {report.emptyAt !== undefined && <Fact name={text('policy_emptyAt')}>{moment(report.emptyAt)}</Fact>}
        {report.failure !== undefined && <Fact name={text('policy_failure')}>{report.failure}</Fact>}
        <Fact name={text('policy_version')}>{report.version}</Fact>
        <Fact name={text('policy_facts')}>{report.facts}</Fact>
      </dl>
    </section>
  );
}

function Copy({ report }: { report: PolicyReport }) {
  const [notice, setNotice] = useState<MessageKey>();
  const copy = () =>
    navigator.clipboard.writeText(policyAsText(report)).then(
      () => setNotice('policy_copied'),
      () => setNotice('policy_copyFailed'),
    );
  return (
    <div class="actions">
      <button type="button" class="primary" onClick={copy}>
        {text('policy_copy')}
      </button>
      <p role="status" class="note">
        {notice && text(notice)}
      </p>
    </div>
  );
}

function Rejected({ report: { rejected } }: { report: PolicyReport }) {
  return (
    <section class="card">
      <h2>
        {text('policy_rejected')}
        {rejected.length > 0 && ` (${rejected.length})`}
      </h2>
      {rejected.length === 0 ? (
        <p>{text('policy_rejectedNone')}</p>
      ) : (
        <ul class="plain">
          {rejected.map(({ at, why }) => (
            <li key={at + why}>
              <code>{at}</code> {text(`policy_why_${why}`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const sources = { policy: 'policy_fromPolicy', visitor: 'policy_fromVisitor', default: 'policy_fromDefault' } as const;

function Effective({ report: { keys } }: { report: PolicyReport }) {
  return (
    <section class="card">
      <h2>{text('policy_effective')}</h2>
      <dl class="keys">
        {keys.map(({ name, value, by }) => (
          <Fact key={name} name={name}>
            <code>{JSON.stringify(value)}</code>{' '}
            {by === 'policy' ? <strong>{text(sources[by])}</strong> : <span class="note">{text(sources[by])}</span>}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Queue({ queue }: { queue: PolicyReport['queue'] }) {
  return (
    <section class="card">
      <h2>{text('policy_queue')}</h2>
      {queue ? (
        <dl>
          <Fact name={text('policy_queueLength')}>{queue.length}</Fact>
          <Fact name={text('policy_queueOldest')}>{moment(queue.oldest)}</Fact>
          <Fact name={text('policy_queueSent')}>{moment(queue.sentAt)}</Fact>
          <Fact name={text('policy_queueLost')}>{queue.lost}</Fact>
          {queue.failure !== undefined && <Fact name={text('policy_queueFailure')}>{queue.failure}</Fact>}
        </dl>
      ) : (
        <p>{text('policy_queueOff')}</p>
      )}
    </section>
  );
}
