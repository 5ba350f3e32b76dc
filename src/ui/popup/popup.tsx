import type { Pause, PauseLength } from '../../core/pause.ts';
import { text } from '../../platform/i18n.ts';
import type { TabReport } from '../../platform/messages.ts';
import { AccessCard } from '../access-card.tsx';
import { AskedList } from '../asked-list.tsx';
import { EvidenceList } from '../evidence-list.tsx';
import { HelperCall } from '../helper/helper-call.tsx';
import { InstitutionCard } from '../institution-card.tsx';
import { Managed } from '../managed.tsx';
import { MistakeFold } from '../mistake-fold.tsx';
import { Notice } from '../notice.tsx';
import { PauseButtons, PauseList } from '../pause-controls.tsx';
import { ReportOffer } from '../report/report-offer.tsx';
import { SafeSteps } from '../safe-steps.tsx';
import { TrustGate } from '../trust-gate.tsx';
import { type Deeds, useDeeds } from '../use-deeds.ts';
import { VerdictSummary } from './verdict-summary.tsx';

/** What the popup can do; each rejects with a sentence where it is refused. */
export interface PopupMeans {
  pause: (length: PauseLength, here: boolean) => Promise<void>;
  resume: (pause: Pause) => Promise<void>;
  trust: (typed: string) => Promise<void>;
  grant: () => Promise<void>;
  /** Opens the report at this address with a picture of the page. */
  picture: (address: string) => Promise<void>;
}

interface Props {
  report: TabReport;
  means: PopupMeans;
}

/** The verdict about one tab, its evidence, the institution concerned, and what the visitor may do about it. */
export function Popup({ report, means }: Props) {
  const { notice, attempt } = useDeeds();
  const pauses = report.pauses ?? [];
  return (
    <main class="popup">
      {report.sees === false ? (
        <>
          <h1 class="unseen">{text('popup_title')}</h1>
          <AccessCard onGrant={() => void attempt(means.grant, text('access_done'))} />
        </>
      ) : (
        <VerdictSummary report={report} />
      )}
      <Notice notice={notice} />
      {pauses.length > 0 && (
        <section class="card">
          <h2>{text('pause_now')}</h2>
          <PauseList pauses={pauses} onResume={(pause) => void attempt(() => means.resume(pause), text('pause_ended'))} />
        </section>
      )}
      {report.helper && isWarned(report) && <HelperCall helper={report.helper} />}
      <Reasons report={report} />
      {report.provider && <InstitutionCard provider={report.provider} heading={institutionHeading(report)} />}
      {report.assessmentId !== undefined && <ReportOffer assessmentId={report.assessmentId} onPicture={means.picture} />}
      <SafeSteps />
      <OtherWays report={report} means={means} attempt={attempt} />
      <nav class="actions" aria-label={text('popup_more')}>
        <OwnPageLink href="/history.html">{text('popup_history')}</OwnPageLink>
        <OwnPageLink href="/options.html">{text('options_title')}</OwnPageLink>
      </nav>
    </main>
  );
}

function OwnPageLink({ href, children }: { href: string; children: string }) {
  return (
    <a class="button" href={href} target="_blank" rel="noopener">
      {children}
      <span class="unseen">{text('surface_newTab')}</span>
    </a>
  );
}

/** What is rarely wanted, folded away. */
function OtherWays({ report, means, attempt }: Props & Pick<Deeds, 'attempt'>) {
  const { hostname, plainHostname = hostname, may } = report;
  return (
    <>
      {may?.pause && (
        <details class="card">
          <summary>{text('pause_title')}</summary>
          <p>{text('pause_risk')}</p>
          <PauseButtons
            here={hostname !== undefined}
            onPause={(length, here) => void attempt(() => means.pause(length, here), text('pause_begun'))}
          />
        </details>
      )}
      {may?.trust && hostname !== undefined && plainHostname !== undefined && isWarned(report) && (
        <TrustGate
          site={{ hostname: plainHostname, unicodeHostname: hostname }}
          onTrust={(typed) => void attempt(() => means.trust(typed), text('trust_done'))}
        />
      )}
      {may?.pause === false && <Managed what={text('pause_title')} />}
      {may?.trust === false && isWarned(report) && <Managed what={text('trust_title')} />}
    </>
  );
}

const isWarned = ({ verdict }: TabReport) => verdict?.level === 'caution' || verdict?.level === 'danger';

function Reasons({ report }: { report: TabReport }) {
  const { verdict, hostname } = report;
  if (!verdict || verdict.level === 'licensed') return null;
  if (verdict.level === 'none')
    return verdict.evidence.length === 0 ? null : (
      <section class="card">
        <h2>{text('popup_noticed')}</h2>
        <EvidenceList evidence={verdict.evidence} />
      </section>
    );
  return (
    <>
      {verdict.asks.length > 0 && (
        <section class="card">
          <h2>{text('popup_asks')}</h2>
          <AskedList asks={verdict.asks} />
        </section>
      )}
      <section class="card">
        <h2>{text('popup_why')}</h2>
        <EvidenceList evidence={verdict.evidence} />
        {hostname !== undefined && <MistakeFold assessment={{ ...verdict, hostname }} />}
      </section>
    </>
  );
}

const institutionHeading = (report: TabReport) => text(isWarned(report) ? 'popup_invoked' : 'popup_institution');
