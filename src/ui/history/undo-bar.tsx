import { text } from '../../platform/i18n.ts';

/** What came of a deletion, within reach wherever the reader has scrolled to. */
export function UndoBar({ notice: { words, canUndo }, onUndo }: { notice: { words: string; canUndo: boolean }; onUndo: () => void }) {
  return (
    <div class={words === '' ? 'undo unseen' : 'undo card'}>
      <p role="status">{words}</p>
      {canUndo && (
        <button type="button" onClick={onUndo}>
          {text('history_undo')}
        </button>
      )}
    </div>
  );
}
