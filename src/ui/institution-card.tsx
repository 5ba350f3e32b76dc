import { type MessageKey, text } from '../platform/i18n.ts';
import type { ProviderCard } from '../platform/messages.ts';
import { Fact } from './fact.tsx';
import { formatDate } from './moments.ts';
import { OutsideLink } from './outside-link.tsx';
import { legalName } from './provider-names.ts';

const kinds: Readonly<Record<string, MessageKey>> = {
  acquirer: 'institution_kind_acquirer',
  'online-payment': 'institution_kind_onlinePayment',
  bank: 'institution_kind_bank',
  clearing: 'institution_kind_clearing',
  regulator: 'institution_kind_regulator',
  'service-provider': 'institution_kind_serviceProvider',
  revoked: 'institution_kind_revoked',
};

/** What is known of an institution, and how fresh that is. */
export function InstitutionCard({ provider, heading }: { provider: ProviderCard; heading: string }) {
  const kind = kinds[provider.kind];
  const company = legalName(provider.id);
  return (
    <section class="card institution">
      <h2>{heading}</h2>
      <p class="institution-name">{provider.name}</p>
      {company !== undefined && company !== provider.name && <p>{company}</p>}
      <dl>
        {kind && <Fact name={text('institution_kind')}>{text(kind)}</Fact>}
        <Fact name={text('institution_site')}>
          <OfficialSites domains={provider.domains} />
        </Fact>
        <Fact name={text('institution_hotline')}>
          {provider.hotline ? <span class="number">{provider.hotline}</span> : text('institution_hotlineNone')}
        </Fact>
        <Licence provider={provider} />
        {provider.checked && (
          <Fact name={text('institution_checked')}>
            <time dateTime={provider.checked}>{formatDate(provider.checked)}</time>
          </Fact>
        )}
      </dl>
      <p class="note">{text('institution_checkedNote')}</p>
    </section>
  );
}

function OfficialSites({ domains }: { domains: string[] }) {
  if (domains.length === 0) return <>{text('institution_siteUnknown')}</>;
  return (
    <ul class="plain">
      {domains.map((domain) => (
        <li key={domain}>
          <OutsideLink href={`https://${domain}/`}>{domain}</OutsideLink>
        </li>
      ))}
    </ul>
  );
}

function Licence({ provider }: { provider: ProviderCard }) {
  if (provider.licence === null && provider.kind === 'bank') {
    return <Fact name={text('institution_licence')}>{text('institution_licenceBank')}</Fact>;
  }
  if (provider.licence === null && (provider.kind === 'regulator' || provider.kind === 'clearing')) {
    return <Fact name={text('institution_licence')}>{text('institution_licenceNotNeeded')}</Fact>;
  }
  return (
    <>
      <Fact name={text('institution_licence')}>
        {provider.licence ? <span class="number">{provider.licence}</span> : text('institution_licenceNone')}
      </Fact>
      {provider.licence && <Fact name={text('institution_status')}>{text(`institution_status_${provider.status}`)}</Fact>}
    </>
  );
}
