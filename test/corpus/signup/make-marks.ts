import type { Dice } from './make-filler.ts';
import { article, cityLinks, comments, paragraph, pick, related } from './make-filler.ts';

const noise = ['x', '8', '的', 'q', '年', 'z', '0', '天'];
const between = (text: string, mark: string): string => [...text].join(mark);
const reverse = (text: string): string => [...text].reverse().join('');
const shift = (text: string, base: number, from: number): string =>
  [...text].map((char) => (/[A-Za-z]/.test(char) ? String.fromCodePoint(base + (char.toUpperCase().charCodeAt(0) - from)) : char)).join('');

type Mark = (text: string, dice: Dice) => string;

/** What `⟦name:text⟧` in a source stands for. */
export const marks: Record<string, Mark> = {
  art: (text, dice) => article(dice, Number(text)),
  para: (_text, dice) => `<p>${paragraph(dice)}</p>`,
  rel: (text, dice) => related(dice, Number(text)),
  cmt: (text, dice) => comments(dice, Number(text)),
  city: (text, dice) => cityLinks(dice, Number(text)),
  pic: (text) => picture(text),
  zwsp: (text) => between(text, '\u200b'),
  zwnj: (text) => between(text, '\u200c'),
  zwj: (text) => between(text, '\u200d'),
  wj: (text) => between(text, '\u2060'),
  bom: (text) => between(text, '\ufeff'),
  invsep: (text) => between(text, '\u2063'),
  filler: (text) => between(text, '\u3164'),
  braille: (text) => between(text, '\u2800'),
  shy: (text) => between(text, '&shy;'),
  sp: (text) => between(text, ' '),
  wide: (text) => between(text, '\u3000'),
  nbsp: (text) => between(text, '&nbsp;'),
  thin: (text) => between(text, '\u2009'),
  dot: (text) => between(text, '·'),
  kdot: (text) => between(text, '・'),
  star: (text) => between(text, '*'),
  under: (text) => between(text, '_'),
  slash: (text) => between(text, '/'),
  dash: (text) => between(text, '-'),
  bracket: (text) => [...text].map((char) => `【${char}】`).join(''),
  combine: (text) => between(text, '\u0332'),
  vs: (text) => between(text, '\ufe00'),
  wbr: (text) => between(text, '<wbr>'),
  cm: (text, dice) => [...text].map((char) => `${char}<!--${pick(dice, noise)}-->`).join(''),
  span: (text) => [...text].map((char) => `<span>${char}</span>`).join(''),
  tags: (text) =>
    [...text].map((char, at) => (at % 2 ? `<i style="font-style:normal">${char}</i>` : `<b style="font-weight:400">${char}</b>`)).join(''),
  fs0: (text, dice) => [...text].map((char) => `${char}<i style="font-size:0">${pick(dice, noise)}</i>`).join(''),
  none: (text, dice) => [...text].map((char) => `${char}<s style="display:none">${pick(dice, noise)}</s>`).join(''),
  op0: (text, dice) =>
    [...text].map((char) => `${char}<u style="opacity:0;position:absolute;left:-99px">${pick(dice, noise)}</u>`).join(''),
  ent: (text) => [...text].map((char) => `&#${char.codePointAt(0)};`).join(''),
  hex: (text) => [...text].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join(''),
  rtl: (text) => `<span style="unicode-bidi:bidi-override;direction:rtl">${reverse(text)}</span>`,
  bdo: (text) => `<bdo dir="rtl">${reverse(text)}</bdo>`,
  rlo: (text) => `\u202e${reverse(text)}\u202c`,
  rowrev: (text) =>
    `<span style="display:inline-flex;flex-direction:row-reverse">${[...reverse(text)].map((char) => `<i>${char}</i>`).join('')}</span>`,
  order: (text) =>
    `<span style="display:inline-flex">${[...text]
      .map((char, at) => ({ char, at }))
      .sort((a, b) => ((a.at * 7 + 3) % 5) - ((b.at * 7 + 3) % 5))
      .map(({ char, at }) => `<i style="font-style:normal;order:${at}">${char}</i>`)
      .join('')}</span>`,
  ruby: (text) => [...text].map((char) => `<ruby>${char}<rt>·</rt></ruby>`).join(''),
  vert: (text) => [...text].join('<br>'),
  cells: (text) => `<table class="lb"><tr>${[...text].map((char) => `<td>${char}</td>`).join('')}</tr></table>`,
  fw: (text) => [...text].map((char) => (/[!-~]/.test(char) ? String.fromCodePoint(char.charCodeAt(0) + 0xfee0) : char)).join(''),
  circled: (text) => shift(text, 0x24b6, 65),
  squared: (text) => shift(text, 0x1f130, 65),
  bold: (text) => shift(text, 0x1d400, 65),
  paren: (text) => [...text].map((char) => (/[A-Za-z]/.test(char) ? `(${char})` : char)).join(''),
};

/** A drawn picture with the text in it, as a data: image source. */
export function picture(text: string): string {
  const [words = '', fill = '#c8102e', width = '220', height = '48'] = text.split('|');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><rect width='100%' height='100%' fill='${fill}'/><text x='10' y='30' font-size='20' fill='#fff'>${words}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Replaces every `⟦name:text⟧`, innermost first. */
export function expand(html: string, dice: Dice): string {
  let left = html;
  for (let round = 0; round < 4 && left.includes('⟦'); round++)
    left = left.replace(/⟦([a-z0-9]+):([^⟦⟧]*)⟧/g, (_all, name: string, text: string) => {
      const mark = marks[name];
      if (!mark) throw new Error(`unknown mark ${name}`);
      return mark(text, dice);
    });
  return left;
}
