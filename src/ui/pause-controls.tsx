import type { Pause, PauseLength } from '../core/pause.ts';
import { text } from '../platform/i18n.ts';
import { formatTime } from './moments.ts';

/** What is paused, until when, and the way to end it. */
export function PauseList({ pauses, onResume }: { pauses: Pause[]; onResume: (pause: Pause) => void }) {
  if (pauses.length === 0) return null;
  return (
    <ul class="plain">
      {pauses.map((pause) => (
        <li key={pause.hostname ?? ''} class="kept">
          <span>
            {pause.hostname === undefined ? text('pause_nowEverywhere') : <bdi dir="ltr">{pause.hostname}</bdi>}
            {' · '}
            {pause.until === undefined ? text('pause_untilClosed') : text('pause_until', formatTime(pause.until))}
          </span>
          <button type="button" onClick={() => onResume(pause)}>
            {text('pause_resume')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The ways to pause; here only where a host is open. */
export function PauseButtons({ here, onPause }: { here: boolean; onPause: (length: PauseLength, here: boolean) => void }) {
  const ways: { length: PauseLength; here: boolean; key: Parameters<typeof text>[0] }[] = [
    ...(here
      ? [
          { length: 'quarter' as const, here: true, key: 'pause_hereQuarter' as const },
          { length: 'session' as const, here: true, key: 'pause_hereSession' as const },
        ]
      : []),
    { length: 'quarter', here: false, key: 'pause_quarter' },
    { length: 'session', here: false, key: 'pause_session' },
  ];
  return (
    <div class="actions">
      {ways.map((way) => (
        <button
          key={way.key}
          type="button"
          class="quiet"
          onClick={(event) => {
            if (event.isTrusted) onPause(way.length, way.here);
          }}
        >
          {text(way.key)}
        </button>
      ))}
    </div>
  );
}
