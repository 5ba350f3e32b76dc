const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A leap longer than this between two looks at the clock is not believed at once: it was set, or the computer slept for a week. */
const leap = 7 * DAY;

/** What was seen of the clock. */
export interface ClockMemory {
  seenAt: number;
  /** From when on its word is taken for throwing rows away. */
  believedFrom: number;
}

/** Remembers a look at the clock; one that leapt or went back is believed again after it has run on for a day. */
export function lookAtClock(memory: ClockMemory | undefined, now: number): ClockMemory {
  if (!memory) return { seenAt: now, believedFrom: now };
  const passed = now - memory.seenAt;
  const believedFrom = passed < -HOUR || passed > leap ? now + DAY : memory.believedFrom;
  return { seenAt: now, believedFrom };
}

export const isBelieved = ({ seenAt, believedFrom }: ClockMemory) => seenAt >= believedFrom;
