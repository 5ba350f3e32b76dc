import { symbolBits, symbols } from './alphabet.ts';
import { type Automaton, accepting } from './automaton.ts';
import { hasHash, hashBase, powers, type TokenFilter } from './token-filter.ts';

const hyphen = 45;
const dot = 46;
const longestToken = 64;
const prefixes = new Int32Array(longestToken + 1);

/** One pass over a hostname, without allocation: whether anything in it deserves a closer look. Most hosts leave here. */
export function deservesALook(host: string, { steps }: Automaton, filter: TokenFilter): boolean {
  if (host.length > 253) return true;
  let state = 0;
  let length = 0;
  let hash = 0;
  for (let at = 0; at < host.length; at++) {
    const code = host.charCodeAt(at);
    // Only lower-case ASCII letters, digits, dots and hyphens are canonical.
    if (code > 122 || (code < 97 && (code > 57 || code < hyphen || code === 47))) return true;
    if (code === dot || code === hyphen) {
      if (mayBeKnown(hash, length, filter)) return true;
      length = 0;
      hash = 0;
      continue;
    }
    const step = steps[(state << symbolBits) | (symbols[code] as number)] as number;
    if (step & accepting) return true;
    state = step >>> 1;
    hash = (Math.imul(hash, hashBase) + code) | 0;
    if (length < longestToken) prefixes[++length] = hash;
  }
  return false;
}

// The hash of a token without one character follows from the hashes of what stands before and after it.
function mayBeKnown(hash: number, length: number, filter: TokenFilter): boolean {
  if (hasHash(filter.words, hash)) return true;
  if (length < filter.shortest || length > filter.longest) return false;
  if (hasHash(filter.neighbours, hash)) return true;
  let before = 0;
  for (let at = 0; at < length; at++) {
    const after = prefixes[at + 1] as number;
    if (hasHash(filter.neighbours, (hash + Math.imul(before - after, powers[length - 1 - at] as number)) | 0)) return true;
    before = after;
  }
  return false;
}
