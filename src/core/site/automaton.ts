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

/** Builds the automaton; texts that read alike share a pattern, and the caller gets their pattern numbers back. */
export function buildAutomaton(texts: readonly string[]): { automaton: Automaton; patternOf: number[] } {
  const room = 2 + texts.reduce((sum, text) => sum + text.length, 0);
  const trie = growTrie(texts, room);
  const states = trie.states;
  const steps = trie.steps.slice(0, states * width);
  const shorter = linkStates(steps, trie.ends, states);
  markAccepting(steps, trie.ends, shorter);
  return {
    automaton: { steps, ends: trie.ends.slice(0, states), shorter, lengths: Uint8Array.from(trie.lengths) },
    patternOf: trie.patternOf,
  };
}

function growTrie(texts: readonly string[], room: number) {
  const steps = new Uint16Array(room * width);
  const ends = new Uint16Array(room);
  const lengths: number[] = [];
  let states = 1;
  const patternOf = texts.map((text) => {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const step = (state << symbolBits) | (symbols[text.charCodeAt(at)] ?? foreign);
      if (steps[step] === 0) steps[step] = states++;
      state = steps[step] as number;
    }
    if (ends[state] === 0) ends[state] = lengths.push(text.length);
    return (ends[state] as number) - 1;
  });
  if (states > stateMask) throw new Error(`${states} states are more than the automaton can number`);
  return { steps, ends, lengths, patternOf, states };
}

// Breadth first: a state's fallback is always complete before the state is.
function linkStates(steps: Uint16Array, ends: Uint16Array, states: number): Uint16Array {
  const fallback = new Uint16Array(states);
  const shorter = new Uint16Array(states);
  const queue = new Uint16Array(states);
  let last = 1;
  for (let first = 0; first < last; first++) {
    const state = queue[first] as number;
    const back = fallback[state] as number;
    shorter[state] = ends[back] ? back : (shorter[back] as number);
    for (let symbol = 0; symbol < width; symbol++) {
      const step = (state << symbolBits) | symbol;
      const next = steps[step] as number;
      const other = state === 0 ? 0 : (steps[(back << symbolBits) | symbol] as number);
      if (next === 0) steps[step] = other;
      else {
        fallback[next] = other;
        queue[last++] = next;
      }
    }
    steps[(state << symbolBits) | joining] = state;
    steps[(state << symbolBits) | foreign] = 0;
  }
  return shorter;
}

function markAccepting(steps: Uint16Array, ends: Uint16Array, shorter: Uint16Array): void {
  for (let step = 0; step < steps.length; step++) {
    const state = steps[step] as number;
    // Staying put on a hyphen or dot is no new match.
    if ((step & (width - 1)) !== joining && (ends[state] || shorter[state])) steps[step] = state | accepting;
  }
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
