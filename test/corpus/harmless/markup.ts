import type { Dice } from './dice.ts';
import { fill } from './filler.ts';
import { type Field, forms } from './forms.ts';

function parseField(line: string): Field {
  const [label = '', kind = 'text', name = '', hint = ''] = line
    .slice(1)
    .split('|')
    .map((part) => part.trim());
  const [type = 'text', options = ''] = kind.split(':');
  return { label, type: type || 'text', options: options.split(',').filter(Boolean), name, hint };
}

const drawRow = (line: string) =>
  `<tr>${line
    .split('|')
    .slice(1, -1)
    .map((cell) => `<td>${cell.trim()}</td>`)
    .join('')}</tr>`;

/** Turns the short notation of `source/*.txt` into the markup of one page. */
export function drawBody(text: string, formName: string, dice: Dice): string {
  const style = forms[formName];
  if (!style) throw new Error(`no form style ${formName}`);
  const out: string[] = [];
  let open = '';
  const shut = (next: string) => {
    if (open && open !== next) out.push(open === 'ul' ? '</ul>' : '</tbody></table>');
    if (next && open !== next) out.push(next === 'ul' ? '<ul>' : '<table class="tbl" border="1" cellspacing="0" cellpadding="6"><tbody>');
    open = next;
  };
  for (const line of text.split('\n')) {
    const kind = line.startsWith('- ') ? 'ul' : line.startsWith('|') ? 'table' : '';
    shut(kind);
    if (kind === 'ul') out.push(`<li>${line.slice(2)}</li>`);
    else if (kind === 'table') out.push(drawRow(line));
    else out.push(drawLine(line, style, dice));
  }
  shut('');
  return out.join('\n');
}

function drawLine(line: string, style: (typeof forms)[string], dice: Dice): string {
  if (line === '') return '';
  if (line.startsWith('?form')) return style.open(line.slice(5).trim(), dice);
  if (line.startsWith('?end')) return style.close(line.slice(4).trim());
  if (line.startsWith('?')) return style.field(parseField(line), dice);
  if (line.startsWith('## ')) return `<h3>${line.slice(3)}</h3>`;
  if (line.startsWith('# ')) return `<h2>${line.slice(2)}</h2>`;
  if (line.startsWith('> ')) return `<blockquote>${line.slice(2)}</blockquote>`;
  if (line.startsWith('%')) return fill(line.slice(1).trim(), dice);
  return line.startsWith('<') ? line : `<p>${line}</p>`;
}
