import { text } from '../../platform/i18n.ts';
import type { GuardReport } from '../../platform/messages.ts';
import { formatDate } from '../moments.ts';

/** What is kept, what never leaves, and how old the facts are. */
export function About({ report: { facts, version } }: { report: GuardReport }) {
  return (
    <>
      <section class="card">
        <h2>{text('about_stored')}</h2>
        <ul class="evidence">
          <li>{text('about_storedHistory')}</li>
          <li>{text('about_storedSettings')}</li>
          <li>{text('about_storedPin')}</li>
        </ul>
        <h3>{text('about_never')}</h3>
        <ul class="evidence">
          <li>{text('about_neverTyped')}</li>
          <li>{text('about_neverSent')}</li>
        </ul>
      </section>
      <section class="card">
        <h2>{text('about_title')}</h2>
        <p>{text('about_version', version)}</p>
        <p>{text('about_facts', facts.institutions, facts.licences, formatDate(facts.date))}</p>
        <p>{text('about_licence')}</p>
        <div class="actions">
          <a class="button" href="/welcome.html">
            {text('about_welcome')}
          </a>
          <a class="button" href="/policy.html">
            {text('policy_title')}
          </a>
        </div>
      </section>
    </>
  );
}
