/** How an agent's site dresses an article. */
export interface BlogLook {
  site: string;
  /** A line above everything. */
  welcome?: string;
  /** Replaces the article's own title in the browser's title bar. */
  documentTitle?: string;
  nav: string[];
  accent: string;
  /** The contact that is copied by its button. */
  wechat: string;
  phone: string;
  /** Pictures beside the article: what their `alt` says. */
  pictures: string[];
  related: string[];
  /** Markup put under the article, e.g. a form. */
  after?: string;
}

/** An agent's article page around a text: header, article, sidebar with a contact to copy, related offers, footer. */
export function layOutArticle(text: string, look: BlogLook): string {
  const [title = '', ...lines] = text.split('\n').map((line) => line.trim());
  const body = lines.filter((line) => line !== '' && line !== '微信复制成功').map((line) => paragraph(line, title));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${look.documentTitle ?? `${title} - ${look.site}`}</title>
<meta name="description" content="${title}">
<style>${style(look.accent)}</style>
</head>
<body>
${look.welcome ? `<div class="wide">${look.welcome}</div>` : ''}<header><div class="wide"><a class="logo" href="/">${look.site}</a><nav>${look.nav.map((item) => `<a href="/list">${item}</a>`).join('')}</nav></div></header>
<div class="wide columns">
<main><p class="crumbs">当前位置: <a href="/">首页</a> &gt; <a href="/list">${look.nav[1] ?? ''}</a> &gt; 正文</p>
<article><h1>${title}</h1>${body.join('\n')}</article>${look.after ?? ''}</main>
<aside>
<section class="contact"><h3>在线办理</h3>${picture('微信二维码 扫码咨询办理')}<p>微信号: <b id="wx">${look.wechat}</b></p>
<button type="button" id="copy">复制微信号</button><p>咨询电话: <a href="tel:${look.phone}">${look.phone}</a></p></section>
<section><h3>相关POS机产品</h3><ul>${look.related.map((item) => `<li><a href="/product">${item}</a></li>`).join('')}</ul></section>
<section>${look.pictures.map(picture).join('')}</section>
</aside></div>
<div id="toast" hidden>微信复制成功</div>
<footer><div class="wide"><p>${look.site} 版权所有 示例ICP备00000000号</p></div></footer>
<script>${copyScript}</script>
</body></html>`;
}

const copyScript = `document.getElementById('copy').addEventListener('click', function () {
  var range = document.createRange();
  range.selectNode(document.getElementById('wx'));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.execCommand('copy');
  document.getElementById('toast').hidden = false;
});`;

function paragraph(line: string, title: string): string {
  if (line === title) return `<p class="picture">${picture(title)}</p>`;
  const linked = line.replace(/https?:\/\/[a-z0-9.-]+/g, (url) => `<a href="${url}" rel="nofollow">${url}</a>`);
  const isHeading = line.length < 30 && !/[,。:;?!]$/.test(line) && (/^[一二三四五六七八九十]+、/.test(line) || !/[,。]/.test(line));
  return isHeading && !linked.includes('<a') ? `<h2>${linked}</h2>` : `<p>${linked}</p>`;
}

/** A drawing in place of a photograph, so that a page needs nothing from elsewhere: a code to scan or a terminal. */
export function picture(alt: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21" width="160" height="160">${/二维码/.test(alt) ? code(alt) : terminal}</svg>`;
  return `<img alt="${alt}" width="160" height="160" src="data:image/svg+xml,${encodeURIComponent(svg)}">`;
}

const terminal =
  '<rect x="5" y="1" width="11" height="19" rx="2" fill="#2b3a55"/><rect x="6.5" y="3" width="8" height="5" fill="#bfe3d0"/>' +
  [10, 12.5, 15].map((y) => [7, 9.7, 12.4].map((x) => `<rect x="${x}" y="${y}" width="1.8" height="1.5" fill="#fff"/>`).join('')).join('');

/** Looks like a QR code and says nothing. */
function code(seed: string): string {
  const corner = (x: number, y: number) =>
    `<path d="M${x} ${y}h7v7h-7z"/><path fill="#fff" d="M${x + 1} ${y + 1}h5v5h-5z"/><path d="M${x + 2} ${y + 2}h3v3h-3z"/>`;
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_537, 7);
  let cells = '';
  for (let cell = 0; cell < 441; cell += 1) {
    state = (state * 75 + 74) % 65_537;
    const [x, y] = [cell % 21, Math.floor(cell / 21)];
    const inCorner = (x < 8 || x > 12) && y < 8 ? true : x < 8 && y > 12;
    if (!inCorner && state % 2 === 0) cells += `M${x} ${y}h1v1h-1z`;
  }
  return `<path fill="#fff" d="M0 0h21v21H0z"/><path d="${cells}"/>${corner(0, 0)}${corner(14, 0)}${corner(0, 14)}`;
}

const style = (accent: string): string => `
*{box-sizing:border-box}body{margin:0;font:16px/1.8 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#333;background:#f4f5f7}
.wide{max-width:1120px;margin:0 auto;padding:0 16px}header{background:${accent};padding:14px 0}header .wide{display:flex;gap:28px;align-items:center}
.logo{color:#fff;font-size:22px;font-weight:700;text-decoration:none}nav{display:flex;gap:18px;flex-wrap:wrap}nav a{color:#fff;text-decoration:none}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 280px;gap:20px;margin-top:18px}main,aside section{background:#fff;padding:18px 22px;border-radius:4px}
aside section{margin-bottom:16px}aside ul{padding-left:18px}h1{font-size:26px;line-height:1.4}h2{font-size:20px;border-left:4px solid ${accent};padding-left:10px}
.contact button{width:100%;padding:10px;border:0;background:${accent};color:#fff;font-size:16px}.crumbs{color:#888;font-size:14px}.picture{text-align:center}
form{border:2px solid ${accent};padding:18px;margin-top:24px}label{display:block;margin:12px 0}input{width:100%;padding:9px;font-size:16px;border:1px solid #bbb}
footer{margin-top:24px;background:#2b2f36;color:#bbb;padding:18px 0;font-size:14px}#toast{position:fixed;top:40%;left:50%;background:#000a;color:#fff;padding:12px 20px}
@media(max-width:800px){.columns{grid-template-columns:1fr}}`;
