import { useState } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import type { Mark } from '../own-mark.tsx';
import { MarkChoice } from './choices.tsx';
import type { CardProps } from './options.tsx';

/** The visitor's mark. */
export function MarkCard({ report: { settings, forced }, means, attempt }: CardProps) {
  const [mark, setMark] = useState<Mark | undefined>(settings.mark);
  const save = () => means.change({ mark: mark && { ...mark, phrase: mark.phrase.trim() } });
  return (
    <section class="card">
      <h2>{text('mark_title')}</h2>
      <p>{text('mark_why')}</p>
      <form
        class="page-part"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(save, text('options_saved'));
        }}
      >
        <MarkChoice mark={mark} disabled={forced.includes('mark')} onMark={setMark} />
        <div class="actions">
          <button type="submit" disabled={mark === undefined || forced.includes('mark')}>
            {text('mark_save')}
          </button>
        </div>
      </form>
    </section>
  );
}
