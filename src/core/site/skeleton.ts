/** A text folded to what it looks like: Latin letters for their lookalikes, simplified characters for their variants. */
export interface Skeleton {
  text: string;
  /** Length of the original. */
  length: number;
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
  if (ascii.test(original)) return { text: original, length: original.length };
  const origin: number[] = [];
  const folded: boolean[] = [];
  let text = '';
  let at = 0;
  const characters = [...original];
  for (const [index, character] of characters.entries()) {
    const plain = isAmongHan(characters, index) ? foldHan(character, table) : foldCharacter(character, table);
    // A dropped accent leaves its trace on the letter before it.
    if (plain === '' && folded.length > 0) folded[folded.length - 1] = true;
    for (let unit = 0; unit < plain.length; unit++) {
      origin.push(at);
      folded.push(plain !== character);
    }
    text += plain;
    at += character.length;
  }
  return { text, length: original.length, origin, folded };
}

const han = /\p{Script=Han}/u;

// 一 reads as a hyphen and 口 as an o only where no other Han character stands beside it.
function isAmongHan(characters: readonly string[], index: number): boolean {
  if (!han.test(characters[index] ?? '')) return false;
  return han.test(characters[index - 1] ?? '') || han.test(characters[index + 1] ?? '');
}

function foldHan(character: string, table: FoldTable): string {
  const plain = table.get(character);
  return plain && han.test(plain) ? plain : character;
}

function foldCharacter(character: string, table: FoldTable): string {
  if (character <= '\x7f') return character;
  const known = table.get(character);
  if (known) return known;
  const bare = character.normalize('NFKD').replace(marks, '').toLowerCase();
  if (bare === character) return character;
  return Array.from(bare, (part) => table.get(part) ?? part).join('');
}
