import { foreign, joining, symbolBits, symbols } from './alphabet.ts';

/** Aho-Corasick over lookalike symbols: finds every pattern in one pass, whatever their number. */
export interface Automaton {
  /** `steps[state << symbolBits | symbol]` is the next state, `accepting` set where a pattern ends there. */
  steps: Uint16Array;
  /** Index of the pattern that ends in a state, plus one. */
  ends: Uint16Array;
  /** The next shorter state in which a pattern ends. */
  shorter: Uint16Array;
  lengths: Uint8Array;
}

export const accepting = 0x8000;
export const stateMask = 0x7fff;
const width = 1 << symbolBits;

interface Trie {
  states: number;
  steps: Uint16Array;
  ends: Uint16Array;
  lengths: number[];
  /** First child of a state and next sibling of a child, with the symbol that leads to it. */
  child: Uint16Array;
  sibling: Uint16Array;
  symbol: Uint8Array;
}

/** Builds the automaton; texts that read alike share a pattern, and the caller gets their pattern numbers back. */
export function buildAutomaton(texts: readonly string[]): { automaton: Automaton; patternOf: number[] } {
  const trie = plantTrie(2 + texts.reduce((sum, text) => sum + text.length, 0));
  const patternOf = texts.map((text) => addText(trie, text));
  if (trie.states > stateMask) throw new Error(`${trie.states} states are more than the automaton can number`);
  const shorter = linkStates(trie);
  const { steps, ends, lengths, states } = trie;
  return {
    automaton: { steps: steps.slice(0, states * width), ends: ends.slice(0, states), shorter, lengths: Uint8Array.from(lengths) },
    patternOf,
  };
}

function plantTrie(room: number): Trie {
  return {
    states: 1,
    steps: new Uint16Array(room * width),
    ends: new Uint16Array(room),
    lengths: [],
    child: new Uint16Array(room),
    sibling: new Uint16Array(room),
    symbol: new Uint8Array(room),
  };
}

function addText(trie: Trie, text: string): number {
  const { steps, ends, child, sibling, symbol } = trie;
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const by = symbols[text.charCodeAt(at)] ?? foreign;
    const step = (state << symbolBits) | by;
    let next = steps[step] as number;
    if (next === 0) {
      next = trie.states++;
      steps[step] = next;
      symbol[next] = by;
      sibling[next] = child[state] as number;
      child[state] = next;
    }
    state = next;
  }
  if (ends[state] === 0) ends[state] = trie.lengths.push(text.length);
  return (ends[state] as number) - 1;
}

// Breadth first: the row of a state's fallback is complete before the state takes it over.
function linkStates({ steps, ends, child, sibling, symbol, states }: Trie): Uint16Array {
  const fallback = new Uint16Array(states);
  const shorter = new Uint16Array(states);
  const queue = new Uint16Array(states);
  let last = 1;
  for (let first = 0; first < last; first++) {
    const state = queue[first] as number;
    const row = state << symbolBits;
    const back = fallback[state] as number;
    if (state !== 0) steps.copyWithin(row, back << symbolBits, (back << symbolBits) + width);
    for (let next = child[state] as number; next !== 0; next = sibling[next] as number) {
      const by = symbol[next] as number;
      const other = state === 0 ? 0 : (steps[row | by] as number) & stateMask;
      fallback[next] = other;
      shorter[next] = ends[other] ? other : (shorter[other] as number);
      steps[row | by] = ends[next] || shorter[next] ? next | accepting : next;
      queue[last++] = next;
    }
    // Staying put on a hyphen or a dot is no new match.
    steps[row | joining] = state;
    steps[row | foreign] = 0;
  }
  return shorter;
}

/** Calls back for every pattern in the text, with its number and where it ends (exclusive). */
export function findPatterns(text: string, { steps, ends, shorter }: Automaton, found: (pattern: number, end: number) => void): void {
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const step = steps[(state << symbolBits) | (code < 128 ? (symbols[code] as number) : foreign)] as number;
    state = step & stateMask;
    if (!(step & accepting)) continue;
    for (let match = ends[state] ? state : (shorter[state] as number); match !== 0; match = shorter[match] as number)
      found((ends[match] as number) - 1, at + 1);
  }
}
