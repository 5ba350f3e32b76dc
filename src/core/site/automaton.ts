import { foreign, joining, symbolBits, symbols } from './alphabet.ts';

/** Aho-Corasick over lookalike symbols: finds every pattern in one pass, whatever their number. */
export interface Automaton {
  /** `steps[state << symbolBits | symbol]` is twice the next state, plus one (`accepting`) where a pattern ends there. */
  steps: Steps;
  /** Index of the pattern that ends in a state, plus one. */
  ends: Uint32Array;
  /** The next shorter state in which a pattern ends. */
  shorter: Uint32Array;
}

export const accepting = 1;
// Half the size, twice as much of it in the cache; more than thirty thousand states need the other.
const statesInShort = 0x7fff;
const width = 1 << symbolBits;

type Steps = Uint16Array | Uint32Array;

interface Trie {
  states: number;
  steps: Steps;
  ends: Uint32Array;
  patterns: number;
  /** First child of a state and next sibling of a child, with the symbol that leads to it. */
  child: Uint32Array;
  sibling: Uint32Array;
  symbol: Uint8Array;
}

/** Builds the automaton; texts that read alike share a pattern, and the caller gets their pattern numbers back. */
export function buildAutomaton(texts: readonly string[]): { automaton: Automaton; patternOf: number[] } {
  const trie = plantTrie(2 + texts.reduce((sum, text) => sum + text.length, 0));
  const patternOf = texts.map((text) => addText(trie, text));
  const shorter = linkStates(trie);
  const { steps, ends, states } = trie;
  return {
    automaton: { steps: steps.slice(0, states * width), ends: ends.slice(0, states), shorter },
    patternOf,
  };
}

function plantTrie(room: number): Trie {
  return {
    states: 1,
    steps: new (room > statesInShort ? Uint32Array : Uint16Array)(room * width),
    ends: new Uint32Array(room),
    patterns: 0,
    child: new Uint32Array(room),
    sibling: new Uint32Array(room),
    symbol: new Uint8Array(room),
  };
}

function addText(trie: Trie, text: string): number {
  const { steps, ends, child, sibling, symbol } = trie;
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const by = symbols[text.charCodeAt(at)] ?? foreign;
    const step = (state << symbolBits) | by;
    let next = (steps[step] as number) >>> 1;
    if (next === 0) {
      next = trie.states++;
      steps[step] = next << 1;
      symbol[next] = by;
      sibling[next] = child[state] as number;
      child[state] = next;
    }
    state = next;
  }
  if (ends[state] === 0) ends[state] = ++trie.patterns;
  return (ends[state] as number) - 1;
}

// Breadth first: the row of a state's fallback is complete before the state takes it over.
function linkStates({ steps, ends, child, sibling, symbol, states }: Trie): Uint32Array {
  const fallback = new Uint32Array(states);
  const shorter = new Uint32Array(states);
  const queue = new Uint32Array(states);
  let last = 1;
  for (let first = 0; first < last; first++) {
    const state = queue[first] as number;
    const row = state << symbolBits;
    const back = fallback[state] as number;
    if (state !== 0) steps.copyWithin(row, back << symbolBits, (back << symbolBits) + width);
    for (let next = child[state] as number; next !== 0; next = sibling[next] as number) {
      const by = symbol[next] as number;
      const other = state === 0 ? 0 : (steps[row | by] as number) >>> 1;
      fallback[next] = other;
      shorter[next] = ends[other] ? other : (shorter[other] as number);
      steps[row | by] = (next << 1) | (ends[next] || shorter[next] ? accepting : 0);
      queue[last++] = next;
    }
    // Staying put on a hyphen or a dot is no new match.
    steps[row | joining] = state << 1;
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
    state = step >>> 1;
    if (!(step & accepting)) continue;
    for (let match = ends[state] ? state : (shorter[state] as number); match !== 0; match = shorter[match] as number)
      found((ends[match] as number) - 1, at + 1);
  }
}
