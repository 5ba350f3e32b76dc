import { useEffect, useRef, useState } from 'preact/hooks';
import { confirmsHost } from '../core/trust.ts';
import { text } from '../platform/i18n.ts';
import { WordsField } from './settings/field.tsx';

interface Props {
  /** As it is written for machines and for people; the same for most. */
  site: { hostname: string; unicodeHostname: string };
  onTrust: (typed: string) => void;
}

/** Trusting an exact host: hidden at first, two steps, its name typed by hand, real clicks. */
export function TrustGate({ site, onTrust }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <details class="gate">
      <summary>{text('trust_open')}</summary>
      <p>{text('trust_risk', site.unicodeHostname)}</p>
      {asked ? (
        <TypedName site={site} onTrust={onTrust} />
      ) : (
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && setAsked(true)}>
          {text('trust_first')}
        </button>
      )}
    </details>
  );
}

function TypedName({ site, onTrust }: Props) {
  const [typed, setTyped] = useState('');
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.querySelector('input')?.focus(), []);
  const isMeant = confirmsHost(typed, site);
  return (
    <div ref={part} class="page-part">
      <WordsField name={text('trust_type', site.unicodeHostname)} value={typed} most={300} onValue={setTyped} />
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
    </div>
  );
}
