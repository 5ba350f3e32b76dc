import { text } from '../../platform/i18n.ts';
import type { TabReport } from '../../platform/messages.ts';
import { AskedList } from '../asked-list.tsx';
import { EvidenceList } from '../evidence-list.tsx';
import { InstitutionCard } from '../institution-card.tsx';
import { VerdictSummary } from './verdict-summary.tsx';

/** The verdict about one tab, its evidence, and the institution concerned. */
export function Popup({ report }: { report: TabReport }) {
  return (
    <main class="popup">
      <VerdictSummary report={report} />
      <Reasons report={report} />
      {report.provider && <InstitutionCard provider={report.provider} heading={institutionHeading(report)} />}
      <a class="button" href="/history.html" target="_blank" rel="noopener">
        {text('popup_history')}
        <span class="unseen">{text('surface_newTab')}</span>
      </a>
    </main>
  );
}

function Reasons({ report: { verdict } }: { report: TabReport }) {
  if (!verdict || verdict.level === 'licensed') return null;
  const warned = verdict.level !== 'none';
  return (
    <>
      {warned && verdict.asks.length > 0 && (
        <section class="card">
          <h2>{text('popup_asks')}</h2>
          <AskedList asks={verdict.asks} />
        </section>
      )}
      {verdict.evidence.length > 0 && (
        <section class="card">
          <h2>{text(warned ? 'popup_why' : 'popup_noticed')}</h2>
          <EvidenceList evidence={verdict.evidence} />
        </section>
      )}
    </>
  );
}

const institutionHeading = ({ verdict }: TabReport) =>
  text(verdict?.level === 'caution' || verdict?.level === 'danger' ? 'popup_invoked' : 'popup_institution');
