import { useCallback, useState } from 'preact/hooks';
import type { Assessment } from '../../core/assessment.ts';

/** The rows that are ticked. `generation` grows when all ticks go at once, for rows that keep their own tick. */
export function useSelection() {
  const [state, setState] = useState({ picked: new Map<string, Assessment>(), generation: 0 });
  const select = useCallback((assessment: Assessment, on: boolean) => {
    setState(({ picked, generation }) => {
      const next = new Map(picked);
      if (on) next.set(assessment.id, assessment);
      else next.delete(assessment.id);
      return { picked: next, generation };
    });
  }, []);
  const clear = useCallback(
    () => setState((before) => (before.picked.size === 0 ? before : { picked: new Map(), generation: before.generation + 1 })),
    [],
  );
  return { ...state, select, clear };
}
