import { useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { useSteadyAttention } from './steady-attention.ts';

const readingTime = 3_000; // Long enough to read the title, too long for a click meant for another window.
const secondLook = 1_000; // A double click must not pass both steps.

/** The only way on: hidden at first, two steps, real clicks, after the page had the visitor's attention for a while. */
export function ContinueGate({
  hostname,
  delaySeconds = 0,
  onContinue,
}: {
  hostname: string;
  delaySeconds?: number;
  onContinue: () => void;
}) {
  const [step, setStep] = useState<'first' | 'second'>('first');
  return (
    <details class="gate">
      <summary>{text('stopped_continueOpen')}</summary>
      <p>{text('stopped_continueRisk')}</p>
      <p>{text('stopped_continueScope')}</p>
      {step === 'first' ? (
        <SlowButton
          key="first"
          label={text('stopped_continueFirst')}
          wait={Math.max(readingTime, delaySeconds * 1000)}
          onPress={() => setStep('second')}
        />
      ) : (
        <SlowButton key="second" label={text('stopped_continueSecond', hostname)} wait={secondLook} onPress={onContinue} />
      )}
    </details>
  );
}

function SlowButton({ label, wait, onPress }: { label: string; wait: number; onPress: () => void }) {
  const ready = useSteadyAttention(wait);
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-disabled={!ready}
        onClick={(event) => {
          if (ready && event.isTrusted) onPress();
        }}
      >
        {label}
      </button>
      {!ready && <p class="note">{text('stopped_continueWait')}</p>}
    </>
  );
}
