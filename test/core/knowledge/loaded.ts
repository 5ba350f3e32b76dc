import { loadKnowledge } from '../../../src/core/knowledge/knowledge.ts';
import { compileKnowledge } from '../../../tools/compile-knowledge.ts';

/** The detector's whole knowledge, made once for all tests of a file. */
export const knowledge = loadKnowledge(compileKnowledge('assets'));
