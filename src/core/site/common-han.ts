/** The 3,755 common characters of GB 2312 in its order, which is that of their sounds. */
export function commonHan(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    // The last row is not full.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))];
}
