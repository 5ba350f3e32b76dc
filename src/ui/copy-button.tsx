import { useState } from 'preact/hooks';
import { text } from '../platform/i18n.ts';

/** Puts words into the clipboard and says whether they are there. */
export function CopyButton({ words, onCopied }: { words: string; onCopied?: () => void }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => {
        setSaid(text('report_copied'));
        onCopied?.();
      },
      () => setSaid(text('report_copyFailed')),
    );
  return (
    <>
      <button type="button" onClick={copy}>
        {text('report_copy')}
      </button>
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
}
