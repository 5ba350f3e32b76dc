import { useState } from 'preact/hooks';
import { confirmsHost } from '../core/trust.ts';
import { text } from '../platform/i18n.ts';
import { WordsField } from './settings/field.tsx';

/** Trusting an exact host: hidden at first, two steps, its name typed by hand, real clicks. */
export function TrustGate({ hostname, onTrust }: { hostname: string; onTrust: (typed: string) => void }) {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const isMeant = confirmsHost(typed, { hostname, unicodeHostname: hostname });
  return (
    <details class="gate">
      <summary>{text('trust_open')}</summary>
      <p>{text('trust_risk', hostname)}</p>
      {!asked ? (
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && setAsked(true)}>
          {text('trust_first')}
        </button>
      ) : (
        <>
          <WordsField name={text('trust_type', hostname)} value={typed} most={300} onValue={setTyped} />
          <button
            type="button"
            class="quiet"
            aria-disabled={!isMeant}
            onClick={(event) => {
              if (isMeant && event.isTrusted) onTrust(typed);
            }}
          >
            {text('trust_second')}
          </button>
        </>
      )}
    </details>
  );
}
