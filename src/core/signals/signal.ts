import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PageFacts } from '../page/facts.ts';
import type { HostVerdict, Site } from '../site/index.ts';
import type { Argument, Evidence } from '../verdict.ts';

/** Everything that a signal may look at: who speaks, what the host alone says, what the page says, what is known. */
export interface Case {
  site: Site;
  host: HostVerdict;
  page: PageFacts;
  knowledge: Knowledge;
}

/** What a signal found: the arguments of its sentence and the words that gave it away. */
export interface Finding {
  args: Argument[];
  found?: Evidence['found'];
}

/** A check that may find evidence. Its sentence is `signal_<id>` in `_locales`. */
export interface Signal {
  readonly id: string;
  assess(subject: Case): Finding | undefined;
}

/** At most five places, each short enough to be read in a list. */
export const places = (list: readonly { text: string; where: string }[]): Evidence['found'] =>
  list.slice(0, 5).map(({ text, where }) => ({ text: text.slice(0, 60), where }));
