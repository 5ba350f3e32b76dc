import { useState } from 'preact/hooks';
import { text } from '../platform/i18n.ts';
import { Mistake } from './history/mistake.tsx';

/** “This is a mistake”, folded away; its text is written when it is wanted. */
export function MistakeFold(props: Parameters<typeof Mistake>[0]) {
  const [open, setOpen] = useState(false);
  return (
    <details class="gate" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('history_mistake')}</summary>
      {open && <Mistake {...props} />}
    </details>
  );
}
