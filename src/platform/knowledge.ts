import data from 'virtual:knowledge';
import { type Knowledge, loadKnowledge, type OwnKnowledge } from '../core/knowledge/knowledge.ts';

let loaded: Knowledge | undefined;
let own: OwnKnowledge = { providers: [], blockedDomains: [] };

/** What the detector knows, made ready on first use. */
export function knowledge(): Knowledge {
  loaded ??= loadKnowledge(data, own);
  return loaded;
}

/** Adds what the organisation's administrator knows, in place of what was added before. */
export function addOwnKnowledge(added: OwnKnowledge): void {
  if (JSON.stringify(added) === JSON.stringify(own)) return;
  own = added;
  loaded = undefined;
}
