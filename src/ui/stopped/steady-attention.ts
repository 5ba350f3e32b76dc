import { useEffect, useState } from 'preact/hooks';

/**
 * True once this page has been visible and focused for this long without a break; false again when it is not,
 * so that nobody can bring it to the front under a click that was meant for something else.
 */
export function useSteadyAttention(milliseconds: number): boolean {
  const [steady, setSteady] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restart = () => {
      clearTimeout(timer);
      setSteady(false);
      if (document.visibilityState === 'visible' && document.hasFocus()) timer = setTimeout(() => setSteady(true), milliseconds);
    };
    restart();
    window.addEventListener('focus', restart);
    window.addEventListener('blur', restart);
    document.addEventListener('visibilitychange', restart);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', restart);
      window.removeEventListener('blur', restart);
      document.removeEventListener('visibilitychange', restart);
    };
  }, [milliseconds]);
  return steady;
}
