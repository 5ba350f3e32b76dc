import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';

interface Props {
  notice: { words: string; canUndo: boolean };
  onUndo: () => void;
  /** Escape: the reader has seen it. */
  onDismiss: () => void;
  /** The keyboard stands on it, or no longer does: meanwhile it must not go away. */
  onHold: (isHeld: boolean) => void;
}

/** What came of a deletion, within reach wherever the reader has scrolled to. */
export function UndoBar({ notice, onUndo, onDismiss, onHold }: Props) {
  const { words, canUndo } = notice;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What had the focus is deleted, and the way here by the keyboard would be longer than the time to take it back.
    if (canUndo) button.current?.focus({ preventScroll: true });
  }, [notice]);
  return (
    <div class={words === '' ? 'undo unseen' : 'undo card'}>
      <p role="status">{words}</p>
      {canUndo && (
        <button
          ref={button}
          type="button"
          onClick={onUndo}
          onKeyDown={(event) => event.key === 'Escape' && onDismiss()}
          onFocus={(event) => onHold(event.currentTarget.matches(':focus-visible'))}
          onBlur={() => onHold(false)}
        >
          {text('history_undo')}
        </button>
      )}
    </div>
  );
}
