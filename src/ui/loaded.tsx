import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { text } from '../platform/i18n.ts';

type State<T> = { step: 'loading' } | { step: 'failed'; error: string } | { step: 'ready'; value: T };

interface Props<T> {
  load: () => Promise<T>;
  children: (value: T) => ComponentChildren;
}

/** Shows what `load` brings once it is there; says so while it waits and when it fails, with a way to try again. */
export function Loaded<T>({ load, children }: Props<T>) {
  const [state, setState] = useState<State<T>>({ step: 'loading' });
  const begin = useCallback(() => {
    setState({ step: 'loading' });
    load().then(
      (value) => setState({ step: 'ready', value }),
      (error: unknown) => setState({ step: 'failed', error: sentenceOf(error) }),
    );
  }, [load]);
  useEffect(begin, [begin]);

  if (state.step === 'ready') return <>{children(state.value)}</>;
  if (state.step === 'loading') return <p role="status">{text('surface_loading')}</p>;
  return (
    <div role="alert" class="card">
      <p>{text('surface_failed', state.error)}</p>
      <button type="button" onClick={begin}>
        {text('surface_retry')}
      </button>
    </div>
  );
}

/** What an error says, for people. */
export const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
