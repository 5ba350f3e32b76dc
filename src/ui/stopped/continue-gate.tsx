import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { useSteadyAttention } from './steady-attention.ts';

const readingTime = 3_000; // Long enough to read the title, too long for a click meant for another window.
const secondLook = 1_000; // A double click must not pass both steps.

interface Props {
  hostname: string;
  delaySeconds?: number;
  onContinue: () => void;
}

/** The only way on: hidden at first, two steps, real clicks, after the page had the visitor's attention for a while. */
export function ContinueGate({ hostname, delaySeconds = 0, onContinue }: Props) {
  const [step, setStep] = useState<'first' | 'second'>('first');
  return (
    <details class="gate">
      <summary>{text('stopped_continueOpen')}</summary>
      <p>{text('stopped_continueRisk')}</p>
      <p>{text('stopped_continueScope')}</p>
      {step === 'first' ? (
        <SlowButton
          label={text('stopped_continueFirst')}
          wait={Math.max(readingTime, delaySeconds * 1000)}
          onPress={() => setStep('second')}
        />
      ) : (
        <LastQuestion hostname={hostname} onContinue={onContinue} />
      )}
    </details>
  );
}

/** Takes the focus to its words and not to its button: a key held down since the first step must not pass this one. */
function LastQuestion({ hostname, onContinue }: Pick<Props, 'hostname' | 'onContinue'>) {
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <>
      <p ref={question} tabIndex={-1} class="advice">
        {text('stopped_continueLast')}
      </p>
      <SlowButton label={text('stopped_continueSecond', hostname)} wait={secondLook} onPress={onContinue} />
    </>
  );
}

function SlowButton({ label, wait, onPress }: { label: string; wait: number; onPress: () => void }) {
  const ready = useSteadyAttention(wait);
  const id = useId();
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-disabled={!ready}
        aria-describedby={ready ? undefined : id}
        onClick={(event) => {
          if (ready && event.isTrusted) onPress();
        }}
      >
        {label}
      </button>
      {!ready && (
        <p id={id} class="note">
          {text('stopped_continueWait')}
        </p>
      )}
    </>
  );
}
