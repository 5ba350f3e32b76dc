import { useState } from 'preact/hooks';
import type { BypassTerms } from '../../core/policy/bypass.ts';
import { text } from '../../platform/i18n.ts';
import { ContinueGate } from './continue-gate.tsx';

const freely: BypassTerms = { allowed: true, delaySeconds: 0, reasonRequired: false };

interface Props {
  hostname: string;
  terms?: BypassTerms;
  onContinue: (reason: string) => void;
}

/** The way on under the organisation's terms: closed for good, after a wait, or with a reason. */
export function Bypass({ hostname, terms = freely, onContinue }: Props) {
  const [reason, setReason] = useState('');
  if (!terms.allowed)
    return (
      <p class="note">
        {text('policy_noBypass')} <strong>{text('policy_managed')}</strong>
      </p>
    );
  return (
    <>
      {terms.delaySeconds > 0 && <p class="note">{text('policy_waitBypass', terms.delaySeconds)}</p>}
      {terms.reasonRequired && (
        <label>
          <span>{text('policy_reasonBypass')}</span>
          <input
            name="reason"
            maxLength={200}
            aria-label={text('policy_reason')}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      )}
      <ContinueGate hostname={hostname} delaySeconds={terms.delaySeconds} onContinue={() => onContinue(reason)} />
    </>
  );
}
