interface Node {
  next: Map<number, Node>;
  /** The caller's number for the word that ends here, -1 for none. */
  word: number;
  /** A word that is all Latin must not begin or end inside a longer Latin word. */
  latin: boolean;
}

/** A word found in a text: which one (its index in the list), and where. */
export interface Found {
  word: number;
  start: number;
  end: number;
}

/** Finds any number of words in one pass; the cost grows with the text, not with the list. */
export class WordIndex {
  readonly #root: Node = { next: new Map(), word: -1, latin: false };

  /** Adds a word under a number of the caller's; the same number may have many spellings. */
  add(word: string, number: number): void {
    let node = this.#root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), word: -1, latin: false };
        node.next.set(code, next);
      }
      node = next;
    }
    if (node.word < 0) node.word = number;
    node.latin = /^[\x20-\x7e]+$/.test(word);
  }

  /** Every occurrence in order of its start, overlaps included, the longer first where two start together. */
  find(text: string): Found[] {
    const found: Found[] = [];
    for (let start = 0; start < text.length; start++) {
      let node = this.#root.next.get(text.charCodeAt(start));
      const first = found.length;
      for (let at = start + 1; node; at++) {
        if (node.word >= 0 && (!node.latin || standsAlone(text, start, at))) found.splice(first, 0, { word: node.word, start, end: at });
        if (at >= text.length) break;
        node = node.next.get(text.charCodeAt(at));
      }
    }
    return found;
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !(isLatin(text, start) && isLatin(text, start - 1)) && !(isLatin(text, end) && isLatin(text, end - 1));
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return code >= 97 && code <= 122;
}
