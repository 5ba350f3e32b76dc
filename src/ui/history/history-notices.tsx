import { useState } from 'preact/hooks';
import type { HistoryNotice } from '../../core/assessment.ts';
import { text } from '../../platform/i18n.ts';
import { formatMoment } from '../moments.ts';

/** What happened to the history behind the reader's back, until it is put away. */
export function HistoryNotices({ notices, onDismiss }: { notices: HistoryNotice[]; onDismiss: () => Promise<void> }) {
  const [isRead, setRead] = useState(false);
  if (isRead || notices.length === 0) return null;
  return (
    <section class="head level-caution" aria-label={text('history_notices')}>
      <ul class="plain">
        {notices.map((notice) => (
          <li key={notice.kind}>{sentenceOfNotice(notice)}</li>
        ))}
      </ul>
      <div class="actions">
        <button
          type="button"
          onClick={() =>
            onDismiss().then(
              () => setRead(true),
              () => undefined,
            )
          }
        >
          {text('history_noticesRead')}
        </button>
      </div>
    </section>
  );
}

const sentenceOfNotice = ({ kind, at, count = 0 }: HistoryNotice) => text(`history_notice_${kind}`, formatMoment(at), count);
