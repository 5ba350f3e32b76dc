import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../platform/i18n.ts';
import { SafeSteps } from '../safe-steps.tsx';

/** All is set: what happens from now on. */
export function Welcomed({ helperLock }: { helperLock: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="page">
      <h1 ref={heading} tabIndex={-1}>
        {text('welcome_done')}
      </h1>
      <section class="card">
        <h2>{text('welcome_next')}</h2>
        <ul class="evidence">
          <li>{text('welcome_nextWarn')}</li>
          <li>{text('welcome_nextButton')}</li>
          <li>{text('welcome_nextOffline')}</li>
          {helperLock && <li>{text('helper_limits')}</li>}
        </ul>
      </section>
      <SafeSteps />
      <nav class="actions" aria-label={text('popup_more')}>
        <a class="button" href="/options.html">
          {text('options_title')}
        </a>
      </nav>
    </main>
  );
}
