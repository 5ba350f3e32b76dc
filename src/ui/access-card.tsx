import { text } from '../platform/i18n.ts';

/** Where the browser lets us see no web page: says so first, and asks for it with one press. */
export function AccessCard({ onGrant }: { onGrant: () => void }) {
  return (
    <section class="head level-caution">
      <h2>{text('access_title')}</h2>
      <p>{text('access_body')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onGrant}>
          {text('access_grant')}
        </button>
      </div>
    </section>
  );
}

/** Asks the browser for sight; rejects with a sentence where its owner says no. Call it straight from a click. */
export const grantWith = (ask: () => Promise<boolean>) => () =>
  ask().then((granted) => {
    if (!granted) throw new Error(text('access_refused'));
  });
