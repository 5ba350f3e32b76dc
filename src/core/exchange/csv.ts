/** A table that spreadsheets open as it was meant: UTF-8 with its mark, every cell quoted, no cell a formula. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

// Full-width signs begin formulas in East Asian versions; blanks and control marks before them are skipped by some.
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]/u;

function writeCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replaceAll('\0', '');
  const harmless = typeof value === 'string' && (FORMULA.test(text) || /^[\t\r\n]/.test(text)) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
