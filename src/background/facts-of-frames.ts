import { mergeFacts, type PageFacts } from '../core/page/facts.ts';
import type { TabState } from '../platform/tab-store.ts';

/** What all frames of a tab say together, the top document first. */
export function factsOfFrames(frames: TabState['frames']): PageFacts | undefined {
  return mergeFacts(
    Object.entries(frames)
      .sort(([one], [other]) => Number(one) - Number(other))
      .map(([, frame]) => frame.facts),
  );
}
