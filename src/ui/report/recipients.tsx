import { text } from '../../platform/i18n.ts';
import type { ReportRecipient } from '../../platform/messages.ts';
import { OutsideLink } from '../outside-link.tsx';

/** Whom to send a report to, with the official ways to reach them. */
export function Recipients({ recipients }: { recipients: ReportRecipient[] }) {
  return (
    <section class="card sheet">
      <h2>{text('report_recipients')}</h2>
      <ul class="plain recipients">
        {recipients.map(({ id, name, role, phone, url }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> <span class="label">{text(`report_role_${role}`)}</span>
            </p>
            <p>
              {phone !== undefined && <span class="number">{phone}</span>}{' '}
              {url !== undefined && <OutsideLink href={url}>{url}</OutsideLink>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
