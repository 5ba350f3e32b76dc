import type { Dice } from './make-filler.ts';
import { pick } from './make-filler.ts';

const colours = ['#333', '#666', '#999', '#c00', '#0066b3', '#1e9fff', '#f60', '#07c160', '#2d8cf0'];
const parts = [
  'header',
  'title',
  'body',
  'item',
  'list',
  'label',
  'tip',
  'icon',
  'primary',
  'default',
  'disabled',
  'large',
  'small',
  'row',
  'cell',
  'mask',
  'popup',
  'arrow',
  'badge',
  'tabs',
  'active',
  'footer',
  'close',
  'loading',
  'empty',
];

/** A reset and a set of component rules, different for each page. */
export function baseCss(prefix: string, dice: Dice): string {
  const rules = parts.map(
    (part) =>
      `.${prefix}-${part}{color:${pick(dice, colours)};font-size:${12 + Math.floor(dice() * 8)}px;padding:${Math.floor(dice() * 20)}px ${Math.floor(dice() * 24)}px;margin:0 0 ${Math.floor(dice() * 20)}px}`,
  );
  return `*{box-sizing:border-box}body{margin:0;font:14px/1.6 "Microsoft YaHei","PingFang SC",Arial,sans-serif;color:#333}ul{list-style:none;margin:0;padding:0}img{border:0;max-width:100%}a{color:#36c;text-decoration:none}.clear:after{content:"";display:block;clear:both}${rules.join('')}`;
}

/** A twelve-column grid, as every framework of those years carried one. */
export function gridCss(prefix: string): string {
  const sizes = ['xs', 'sm', 'md', 'lg'];
  return sizes
    .map((size) =>
      Array.from(
        { length: 12 },
        (_none, at) =>
          `.${prefix}-${size}-${at + 1}{position:relative;min-height:1px;padding:0 15px;width:${(((at + 1) * 100) / 12).toFixed(4)}%}`,
      ).join(''),
    )
    .join('');
}

/** A visitor counter's stub: it keeps a queue and sends nothing. */
export function statScript(dice: Dice): string {
  const key = Array.from({ length: 32 }, () => Math.floor(dice() * 16).toString(16)).join('');
  return `var _hmt=_hmt||[];(function(){_hmt.push(['_setAccount','${key}']);_hmt.push(['_trackPageview']);})();function addFav(){try{window.external.addFavorite(location.href,document.title)}catch(e){}}function setSize(n){var c=document.getElementById('content');if(c)c.style.fontSize=n+'px'}`;
}
