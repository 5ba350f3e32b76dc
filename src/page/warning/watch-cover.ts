import type { Gate } from './gate.ts';
import { pageDocument } from './pristine.ts';
import type { Stage } from './stage.ts';

/** What lies over the warning, as far as it can be noticed at once. */
export interface Noticed {
  covered(): void;
  fullscreen(): void;
  printing(): void;
}

/** Notices what the page brings to the top layer after us; returns how to stop. */
export function watchCover(stage: Stage, gate: Gate, noticed: Noticed): () => void {
  const hear = ({ type, target }: Event) => {
    if (type === 'beforeprint') noticed.printing();
    if (type === 'fullscreenchange' && pageDocument().fullscreenElement) noticed.fullscreen();
    // `details` elements toggle too.
    if (type === 'toggle' && target !== stage.host && target instanceof Element && target.matches(':popover-open, :modal'))
      noticed.covered();
  };
  gate.hearers.add(hear);
  const stopSeeing = watchSight(stage.frame, noticed.covered);
  return () => {
    gate.hearers.delete(hear);
    stopSeeing();
  };
}

/** Chromium knows what is really seen, under a cover that no hit test finds too. Counts once the frame was seen at all. */
function watchSight(frame: Element, covered: () => void): () => void {
  let seen = false;
  const init = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const observer = new IntersectionObserver((entries) => {
    const { isIntersecting, isVisible } = entries.at(-1) as IntersectionObserverEntry & { isVisible?: boolean };
    if (isVisible) seen = true;
    else if (isVisible === false && isIntersecting && seen) covered();
  }, init);
  observer.observe(frame);
  return () => observer.disconnect();
}
