import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { askBackground, askPinWith } from '../../platform/ask.ts';
import { text } from '../../platform/i18n.ts';
import { sentenceOf } from '../loaded.tsx';
import { useModal } from '../use-modal.ts';

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
  const dialog = useModal(() => onGive(undefined));
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { fault, checking, tryPin } = useTries(onGive);
  return (
    <dialog ref={dialog} class="card" aria-labelledby={`${id}-title`} aria-describedby={`${id}-why`}>
      <h2 id={`${id}-title`}>{text('helper_ask')}</h2>
      <p id={`${id}-why`}>{text('helper_locked')}</p>
      <form
        class="page-part"
        onSubmit={(event) => {
          event.preventDefault();
          const { current } = field;
          if (!current || checking) return;
          const pin = current.value;
          current.value = '';
          current.focus();
          void tryPin(pin);
        }}
      >
        <div class="labelled">
          <label for={`${id}-pin`}>{text('helper_pin')}</label>
          {/* The browser keeps what is typed, not our code: nothing of it is in the page's state. */}
          <input ref={field} id={`${id}-pin`} type="password" inputMode="numeric" autocomplete="off" maxLength={16} />
        </div>
        <p role="alert" class="fault">
          {fault}
        </p>
        <div class="actions">
          <button type="submit" class="primary" aria-disabled={checking}>
            {text(checking ? 'helper_checking' : 'helper_open')}
          </button>
          <button type="button" onClick={() => onGive(undefined)}>
            {text('helper_giveUp')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** One try after the other: looking at a PIN is slow by intention. */
function useTries(onGive: Give) {
  const [fault, setFault] = useState('');
  const [checking, setChecking] = useState(false);
  const tryPin = async (pin: string) => {
    setChecking(true);
    setFault('');
    try {
      const answer = await askBackground('unlock', { pin });
      if ('unlock' in answer) return onGive(answer.unlock);
      setFault(text(answer.refused === 'wrong' ? 'helper_wrong' : 'helper_wait', waitInWords(answer.waitSeconds)));
    } catch (error) {
      setFault(sentenceOf(error));
    }
    setChecking(false);
  };
  return { fault, checking, tryPin };
}

const waitInWords = (seconds: number) =>
  seconds < 60 ? text('helper_seconds', Math.max(1, seconds)) : text('helper_minutes', Math.ceil(seconds / 60));
