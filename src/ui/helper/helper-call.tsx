import { text } from '../../platform/i18n.ts';
import type { Warning } from '../../platform/messages.ts';

/** Whom to call first, as large as it gets. */
export function HelperCall({ helper }: { helper: NonNullable<Warning['helper']> }) {
  return (
    <section class="card helper-call" aria-label={text('helper_call')}>
      <p>{helper.text}</p>
      {helper.phone !== '' && (
        <p class="helper-phone">
          <bdi dir="ltr">{helper.phone}</bdi>
        </p>
      )}
    </section>
  );
}
