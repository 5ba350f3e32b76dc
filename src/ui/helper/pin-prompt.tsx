import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { askBackground, askPinWith } from '../../platform/ask.ts';
import { text } from '../../platform/i18n.ts';
import { sentenceOf } from '../loaded.tsx';

type Give = (unlock: string | undefined) => void;

/** Asks for the helper's PIN wherever this page does something that needs it. One per page. */
export function PinPrompt() {
  const [give, setGive] = useState<Give>();
  useEffect(
    () =>
      askPinWith(
        () =>
          new Promise((answer) => {
            setGive(() => (unlock: string | undefined) => {
              setGive(undefined);
              answer(unlock);
            });
          }),
      ),
    [],
  );
  return give ? <PinDialog onGive={give} /> : null;
}

function PinDialog({ onGive }: { onGive: Give }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState('');
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const tryPin = async () => {
    setPin('');
    try {
      const answer = await askBackground('unlock', { pin });
      if ('unlock' in answer) onGive(answer.unlock);
      else setFault(text(answer.refused === 'wrong' ? 'helper_wrong' : 'helper_wait', waitInWords(answer.waitSeconds)));
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <dialog ref={dialog} class="card" aria-labelledby={`${id}-title`} aria-describedby={`${id}-why`} onClose={() => onGive(undefined)}>
      <h2 id={`${id}-title`}>{text('helper_ask')}</h2>
      <p id={`${id}-why`}>{text('helper_locked')}</p>
      <form
        class="labelled"
        onSubmit={(event) => {
          event.preventDefault();
          void tryPin();
        }}
      >
        <label for={`${id}-pin`}>{text('helper_pin')}</label>
        <input
          id={`${id}-pin`}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={16}
          value={pin}
          onInput={(event) => setPin(event.currentTarget.value)}
        />
        <p role="alert">{fault}</p>
        <div class="actions">
          <button type="submit" class="primary">
            {text('helper_open')}
          </button>
          <button type="button" onClick={() => onGive(undefined)}>
            {text('helper_giveUp')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

const waitInWords = (seconds: number) =>
  seconds < 60 ? text('helper_seconds', Math.max(1, seconds)) : text('helper_minutes', Math.ceil(seconds / 60));
