/** A text folded to what it looks like: Latin letters for their lookalikes, simplified characters for their variants. */
export interface Skeleton {
  text: string;
  /** For each character of `text`, where in the original it stands. Absent where nothing was folded. */
  origin?: readonly number[];
  /** For each character of `text`, whether it stood there as another one. */
  folded?: readonly boolean[];
}

/** Lookalike → what it reads as. */
export type FoldTable = ReadonlyMap<string, string>;

/** Turns the groups of the data (`{ "a": "àɑа" }`) into a table. */
export function buildFoldTable(...groups: readonly Readonly<Record<string, string>>[]): FoldTable {
  return new Map(
    groups.flatMap((group) => Object.entries(group).flatMap(([plain, shapes]) => Array.from(shapes, (shape) => [shape, plain] as const))),
  );
}

const ascii = /^\p{ASCII}*$/u;
const marks = /\p{M}|\u200b|\u200c|\u200d|\u00ad/gu;

/** Folds a text character by character, remembering where each came from. */
export function foldToSkeleton(original: string, table: FoldTable): Skeleton {
  if (ascii.test(original)) return { text: original };
  const origin: number[] = [];
  const folded: boolean[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const plain = foldCharacter(character, table);
    // A dropped accent leaves its trace on the letter before it.
    if (plain === '' && folded.length > 0) folded[folded.length - 1] = true;
    for (let index = 0; index < plain.length; index++) {
      origin.push(at);
      folded.push(plain !== character);
    }
    text += plain;
    at += character.length;
  }
  return { text, origin, folded };
}

function foldCharacter(character: string, table: FoldTable): string {
  if (character <= '\x7f') return character;
  const known = table.get(character);
  if (known) return known;
  const bare = character.normalize('NFKD').replace(marks, '').toLowerCase();
  if (bare === character) return character;
  return Array.from(bare, (part) => table.get(part) ?? part).join('');
}
