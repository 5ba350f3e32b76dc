import { text } from '../../platform/i18n.ts';
import { Managed } from '../managed.tsx';
import { formatMoment } from '../moments.ts';
import type { CardProps } from './options.tsx';

/** The hosts that the visitor trusts, until when, and the way to end it. */
export function TrustedCard({ report: { trusted, may }, means, attempt }: CardProps) {
  return (
    <section class="card">
      <h2>{text('trust_title')}</h2>
      <p>{text(trusted.length === 0 ? 'trust_none' : 'trust_lead')}</p>
      {!may.trust && <Managed />}
      <ul class="plain">
        {trusted.map(({ hostname, until }) => (
          <li key={hostname} class="kept">
            <span>
              <bdi dir="ltr">{hostname}</bdi>
              {' · '}
              {text('trust_until', formatMoment(until))}
            </span>
            <button type="button" onClick={() => void attempt(() => means.endTrust(hostname), text('trust_ended', hostname))}>
              {text('trust_end')}
              <span class="unseen"> {hostname}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
