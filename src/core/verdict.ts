import type { DataKind } from './page/data-kind.ts';
import type { SignalId } from './signals/index.ts';

export const levels = ['licensed', 'none', 'caution', 'danger'] as const;
export type Level = (typeof levels)[number];

/** A piece of a sentence: plain text from the page, or something that is looked up in the reader's language. */
export type Argument = { text: string } | { kinds: DataKind[] } | { provider: string } | { message: string; args?: Argument[] };

/** What one signal found, with the arguments of its sentence (`signal_<id>`) and the words that gave it away. */
export interface Evidence {
  signal: SignalId;
  args: Argument[];
  /** Up to five places: the words as the page has them and the part of the page they stand in. */
  found: { text: string; where: string }[];
}

/** Why nothing is said of a page. */
export type Silence = 'notPos' | 'noRequest' | 'knownNotLicensed' | 'neutral' | 'trusted' | 'paused' | 'off';

/** The guard's judgement of one page. */
export type Verdict =
  | { level: 'licensed'; provider: string }
  | { level: 'none'; because: Silence; provider?: string; evidence: Evidence[] }
  | {
      level: 'caution' | 'danger';
      evidence: Evidence[];
      /** The institution that the page invokes or imitates, if one can be named. */
      invokes?: string;
      /** What the page asks for, in the order of `dataKinds`. */
      asks: DataKind[];
    };
