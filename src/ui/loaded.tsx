import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { text } from '../platform/i18n.ts';

type State<T> = { step: 'loading' } | { step: 'failed'; error: string } | { step: 'ready'; value: T };

interface Props<T> {
  /** The surface's heading while there is nothing else to show. */
  title: string;
  load: () => Promise<T>;
  /** Another number: load once more, and go on showing what is there until it has come. */
  version?: number;
  /** `again` loads once more. */
  children: (value: T, again: () => void) => ComponentChildren;
}

/** Shows what `load` brings once it is there; says so while it waits and when it fails, with a way to try again. */
export function Loaded<T>({ title, load, version = 0, children }: Props<T>) {
  const [state, setState] = useState<State<T>>({ step: 'loading' });
  const begin = useCallback(() => {
    setState((before) => (before.step === 'ready' ? before : { step: 'loading' }));
    load().then(
      (value) => setState({ step: 'ready', value }),
      (error: unknown) => setState({ step: 'failed', error: sentenceOf(error) }),
    );
  }, [load]);
  // Before the first picture: what has come already is not preceded by a frame that says it is on its way.
  useLayoutEffect(begin, [begin, version]);

  if (state.step === 'ready') return <>{children(state.value, begin)}</>;
  return (
    <main class="page">
      <h1>{title}</h1>
      {state.step === 'loading' ? <p role="status">{text('surface_loading')}</p> : <Failure error={state.error} onRetry={begin} />}
    </main>
  );
}

function Failure({ error, onRetry }: { error: string; onRetry: () => void }) {
  return (
    <div role="alert" class="card">
      <p>{text('surface_failed', error)}</p>
      <div class="actions">
        <button type="button" onClick={onRetry}>
          {text('surface_retry')}
        </button>
      </div>
    </div>
  );
}

/** What an error says, for people. */
export const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
