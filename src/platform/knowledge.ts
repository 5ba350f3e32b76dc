import data from 'virtual:knowledge';
import { type Knowledge, loadKnowledge } from '../core/knowledge/knowledge.ts';

let loaded: Knowledge | undefined;

/** What the detector knows, made ready on first use. */
export function knowledge(): Knowledge {
  loaded ??= loadKnowledge(data);
  return loaded;
}
