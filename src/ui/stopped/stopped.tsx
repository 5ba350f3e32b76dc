import { useEffect, useRef, useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';
import { explainEvidence } from '../../core/explain.ts';
import type { BypassTerms } from '../../core/policy/bypass.ts';
import { catalogue, text } from '../../platform/i18n.ts';
import type { Warning } from '../../platform/messages.ts';
import { EvidenceList } from '../evidence-list.tsx';
import { HelperCall } from '../helper/helper-call.tsx';
import { LevelIcon } from '../icons.tsx';
import { sentenceOf } from '../loaded.tsx';
import { MistakeFold } from '../mistake-fold.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { providerName } from '../provider-names.ts';
import { TrustGate } from '../trust-gate.tsx';
import { Bypass } from './bypass.tsx';
import { ReadAloud } from './read-aloud.tsx';

interface Props {
  assessment: Assessment;
  /** The host as people write it. */
  unicodeHostname?: string;
  warning: Warning;
  /** Whether the visitor's own mark stands above. */
  isMarked?: boolean;
  /** Closes the tab for good. */
  onLeave: () => void;
  onOfficial: () => void;
  /** The organisation's terms for going on, where it has any, and its help page. */
  bypass?: BypassTerms;
  helpUrl?: string;
  /** Opens the stopped page; rejects with a sentence where that is not possible. */
  onContinue: (reason: string) => Promise<void>;
  /** Whether the way on wants the helper's PIN. */
  helperLock?: boolean;
  /** Absent where the organisation lets nobody trust hosts; rejects with a sentence. */
  onTrust?: ((typed: string) => Promise<void>) | undefined;
}

/** The warning where no website can touch it, with the way out first and the way on last. */
export function Stopped(props: Props) {
  const { assessment, warning, isMarked = false, onLeave, onOfficial } = props;
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => wayOut.current?.focus(), []);
  return (
    <main class="page stopped" lang={warning.language}>
      <header class={`head level-${warning.level}`}>
        <h1>
          <LevelIcon level={warning.level} />
          {warning.title}
        </h1>
        <p class="asked">{warning.asked}</p>
        <p class="hostname">
          <span class="label">{text('stopped_where')}</span> <bdi dir="ltr">{assessment.hostname}</bdi>
        </p>
      </header>
      {warning.helper && <HelperCall helper={warning.helper} />}
      <section class="card">
        <h2>{text('stopped_next')}</h2>
        <p class="advice">{warning.advice}</p>
        {warning.official && <p>{warning.official.text}</p>}
        <p>{text('warning_advice_police')}</p>
        <div class="actions">
          <button type="button" class="primary" ref={wayOut} onClick={onLeave}>
            {text('stopped_leave')}
          </button>
          {warning.official && (
            <OutsideLink class="button" href={warning.official.url} onOpen={onOfficial}>
              {warning.official.label}
            </OutsideLink>
          )}
          <ReadAloud language={warning.language} words={wordsOf(assessment, warning)} />
        </div>
      </section>
      <section class="card">
        <h2>{text('stopped_why')}</h2>
        <EvidenceList evidence={assessment.evidence} />
      </section>
      <p class="note">{text(isMarked ? 'stopped_realMark' : 'stopped_real')}</p>
      <OtherWays {...props} />
    </main>
  );
}

/** What is rarely right, last and folded away: it was a mistake, going on, trusting. */
function OtherWays({ assessment, unicodeHostname, bypass, helpUrl, onContinue, helperLock = false, onTrust }: Props) {
  const [failure, setFailure] = useState('');
  const attempt = (work: Promise<void>) => void work.catch((error) => setFailure(sentenceOf(error)));
  const isLockable = onTrust !== undefined || bypass?.allowed !== false;
  return (
    <section class="other-ways" aria-label={text('stopped_other')}>
      {helpUrl && (
        <p>
          <OutsideLink href={helpUrl} onOpen={() => {}}>
            {text('policy_help')}
          </OutsideLink>
        </p>
      )}
      <MistakeFold assessment={assessment} />
      {helperLock && isLockable && <p class="note">{text('helper_lockedHere')}</p>}
      <Bypass {...(bypass && { terms: bypass })} hostname={assessment.hostname} onContinue={(reason) => attempt(onContinue(reason))} />
      {onTrust && (
        <TrustGate
          site={{ hostname: assessment.hostname, unicodeHostname: unicodeHostname ?? assessment.hostname }}
          onTrust={(typed) => attempt(onTrust(typed))}
        />
      )}
      <p role="alert" class="fault">
        {failure && text('stopped_continueFailed', failure)}
      </p>
    </section>
  );
}

/** The page as it is read aloud, the most important first. */
const wordsOf = ({ evidence }: Assessment, { title, asked, advice, official, helper }: Warning): string[] => [
  title,
  asked,
  ...(helper ? [`${helper.text} ${helper.phone}`] : []),
  advice,
  ...(official ? [official.text] : []),
  ...evidence.map((piece) => explainEvidence(piece, catalogue(), providerName)),
];

/** What stands here when there is nothing to decide: no such warning, or another page frames this one. */
export function NothingStopped({ title, body, onLeave }: { title: string; body: string; onLeave?: () => void }) {
  return (
    <main class="page stopped">
      <h1>{title}</h1>
      <p>{body}</p>
      {onLeave && (
        <button type="button" class="primary" onClick={onLeave}>
          {text('stopped_leave')}
        </button>
      )}
    </main>
  );
}
