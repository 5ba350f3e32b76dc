import { useId } from 'preact/hooks';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  body: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks before something that can't be undone. Escape and the first button mean no. */
export function ConfirmDialog({ title, body, yes, no, onYes, onNo }: Props) {
  const dialog = useModal(onNo);
  const id = useId();
  return (
    <dialog ref={dialog} class="card" aria-labelledby={`${id}-title`} aria-describedby={`${id}-body`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-body`}>{body}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onNo}>
          {no}
        </button>
        <button type="button" class="grave" onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
