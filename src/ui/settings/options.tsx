import type { Pause, PauseLength } from '../../core/pause.ts';
import type { SettingChanges } from '../../core/settings.ts';
import { text } from '../../platform/i18n.ts';
import type { GuardReport } from '../../platform/messages.ts';
import { AccessCard } from '../access-card.tsx';
import { Managed } from '../managed.tsx';
import { Notice } from '../notice.tsx';
import { PauseButtons, PauseList } from '../pause-controls.tsx';
import { useDeeds } from '../use-deeds.ts';
import { About } from './about.tsx';
import { HelperCard } from './helper-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { MarkCard } from './mark-card.tsx';
import { ReadingCard } from './reading-card.tsx';
import { TrustedCard } from './trusted-card.tsx';

/** What the options can do; each rejects with a sentence where it is refused. */
export interface OptionsMeans {
  change: (changes: SettingChanges) => Promise<unknown>;
  pause: (length: PauseLength) => Promise<unknown>;
  resume: (pause: Pause) => Promise<unknown>;
  grant: () => Promise<unknown>;
  endTrust: (hostname: string) => Promise<unknown>;
  setPin: (pin: string) => Promise<unknown>;
  removePin: () => Promise<unknown>;
}

/** What a card of the options gets. */
export interface CardProps {
  report: GuardReport;
  means: OptionsMeans;
  attempt: ReturnType<typeof useDeeds>['attempt'];
}

/** Everything that can be set, and what is kept and sent. */
export function Options({ report, means }: { report: GuardReport; means: OptionsMeans }) {
  const { notice, attempt } = useDeeds();
  const card: CardProps = { report, means, attempt };
  return (
    <main class="page">
      <h1>{text('options_title')}</h1>
      {report.helperLock && <p class="note">{text('helper_on')}</p>}
      {report.forced.length > 0 && <Managed />}
      <div class="sticky">
        <Notice notice={notice} />
      </div>
      {!report.sees && <AccessCard onGrant={() => void attempt(means.grant, text('access_done'))} />}
      <ReadingCard {...card} />
      <HelperCard {...card} />
      <MarkCard {...card} />
      <PauseCard {...card} />
      <TrustedCard {...card} />
      <HistoryCard {...card} />
      <About report={report} />
    </main>
  );
}

function PauseCard({ report, means, attempt }: CardProps) {
  return (
    <section class="card">
      <h2>{text('pause_title')}</h2>
      <p>{text(report.pauses.length === 0 ? 'pause_none' : 'pause_now')}</p>
      {report.may.pause && <p class="note">{text('pause_risk')}</p>}
      <PauseList pauses={report.pauses} onResume={(pause) => void attempt(() => means.resume(pause), text('pause_ended'))} />
      {report.may.pause ? (
        <PauseButtons here={false} onPause={(length) => void attempt(() => means.pause(length), text('pause_begun'))} />
      ) : (
        <Managed />
      )}
    </section>
  );
}
