import { useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { faultOfPin, HelperFields, nobody, noPin, PinFields, plainHelper } from './helper-fields.tsx';
import type { CardProps } from './options.tsx';

/** Whom to call first, and the PIN that locks what could weaken the guard. */
export function HelperCard({ report: { settings, forced, helperLock }, means, attempt }: CardProps) {
  const [helper, setHelper] = useState(settings.helper ?? nobody);
  const saveHelper = async () => {
    const plain = plainHelper(helper);
    if (!plain) throw new Error(text('helper_bad'));
    await means.change({ helper: plain.name + plain.phone === '' ? undefined : plain });
  };
  return (
    <section class="card">
      <h2>{text('helper_title')}</h2>
      <p>{text('helper_lead')}</p>
      <form
        class="page-part"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(saveHelper, text('options_saved'));
        }}
      >
        <HelperFields helper={helper} disabled={forced.includes('helper')} onHelper={setHelper} />
        <div class="actions">
          <button type="submit" disabled={forced.includes('helper')}>
            {text('helper_saveContact')}
          </button>
        </div>
      </form>
      <PinForm helperLock={helperLock} means={means} attempt={attempt} />
      <p class="note">{text('helper_limits')}</p>
    </section>
  );
}

function PinForm({ helperLock, means, attempt }: { helperLock: boolean } & Pick<CardProps, 'means' | 'attempt'>) {
  const [pin, setPin] = useState(noPin);
  const savePin = async () => {
    const fault = faultOfPin(pin);
    if (fault) throw new Error(fault);
    await means.setPin(pin.pin);
    setPin(noPin);
  };
  return (
    <form
      class="page-part"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(savePin, text('helper_on'));
      }}
    >
      <h3>{text(helperLock ? 'helper_changePin' : 'helper_lockWithPin')}</h3>
      <p>{text('helper_pinWhy')}</p>
      <PinFields value={pin} onValue={setPin} />
      <div class="actions">
        <button type="submit">{text(helperLock ? 'helper_changePin' : 'helper_lockWithPin')}</button>
        {helperLock && (
          <button type="button" class="grave" onClick={() => void attempt(means.removePin, text('helper_off'))}>
            {text('helper_removePin')}
          </button>
        )}
      </div>
    </form>
  );
}
