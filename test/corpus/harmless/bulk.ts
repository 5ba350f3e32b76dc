import type { Dice } from './dice.ts';

const stems = [
  'header',
  'nav',
  'menu',
  'banner',
  'swiper',
  'list',
  'card',
  'panel',
  'footer',
  'btn',
  'icon',
  'form',
  'tab',
  'modal',
  'toast',
  'grid',
  'row',
  'col',
  'crumb',
  'pager',
  'tag',
  'badge',
  'aside',
  'article',
  'comment',
  'search',
  'drop',
  'tips',
  'side',
  'hot',
];
const parts = [
  'wrap',
  'inner',
  'hd',
  'bd',
  'ft',
  'item',
  'title',
  'desc',
  'link',
  'img',
  'more',
  'active',
  'hover',
  'left',
  'right',
  'text',
  'num',
  'mask',
];
const rules = [
  'display:block',
  'display:flex',
  'float:left',
  'overflow:hidden',
  'position:relative',
  'text-align:center',
  'text-overflow:ellipsis',
  'white-space:nowrap',
  'cursor:pointer',
  'border-radius:4px',
  'background:#fff',
  'transition:all .3s ease',
  'font-weight:700',
  'vertical-align:middle',
  'list-style:none',
  'zoom:1',
];

function drawRule(prefix: string, dice: Dice): string {
  const selector = `.${prefix}${dice.pick(stems)}-${dice.pick(parts)}${dice.pick(['', ':hover', ' a', ' li', ' p', '::after'])}`;
  const sizes = `margin:${dice.int(0, 20)}px ${dice.int(0, 30)}px;padding:${dice.int(0, 16)}px;font-size:${dice.int(12, 24)}px;color:#${dice.int(0, 0xffffff).toString(16).padStart(6, '0')}`;
  return `${selector}{${dice.some(rules, dice.int(1, 4)).join(';')};${sizes}}`;
}

const widgets = [
  'function Slide(el,o){this.el=el;this.i=0;this.o=o||{};this.n=el?el.children.length:0}Slide.prototype.go=function(i){if(!this.n)return;this.i=(i+this.n)%this.n;for(var k=0;k<this.n;k++)this.el.children[k].style.display=k===this.i?"block":"none"};Slide.prototype.start=function(){var s=this;clearInterval(s.t);s.t=setInterval(function(){s.go(s.i+1)},s.o.speed||5000)};',
  'var Cookie={set:function(k,v,d){var t=new Date();t.setTime(t.getTime()+d*864e5);document.cookie=k+"="+encodeURIComponent(v)+";expires="+t.toUTCString()+";path=/"},read:function(k){var m=document.cookie.match(new RegExp("(^| )"+k+"=([^;]*)(;|$)"));return m?decodeURIComponent(m[2]):null}};',
  'function debounce(fn,ms){var t;return function(){var a=arguments,c=this;clearTimeout(t);t=setTimeout(function(){fn.apply(c,a)},ms)}}window.addEventListener("scroll",debounce(function(){var b=document.getElementById("gotop");if(b)b.style.display=window.pageYOffset>400?"block":"none"},100));',
  'function formatDate(d,f){var o={"M+":d.getMonth()+1,"d+":d.getDate(),"h+":d.getHours(),"m+":d.getMinutes()};for(var k in o)if(new RegExp("("+k+")").test(f))f=f.replace(RegExp.$1,RegExp.$1.length===1?o[k]:("00"+o[k]).substr((""+o[k]).length));return f}',
  'var Valid={mobile:function(v){return /^1[3-9]\\d{9}$/.test(v)},email:function(v){return /^[\\w.-]+@[\\w-]+(\\.[\\w-]+)+$/.test(v)},empty:function(v){return !v||!String(v).replace(/\\s/g,"")}};function msg(t){var d=document.createElement("div");d.className="toast-wrap";d.textContent=t;d.style.display="none";document.body.appendChild(d);setTimeout(function(){d.parentNode&&d.parentNode.removeChild(d)},1500)}',
  '(function(){var ua=navigator.userAgent.toLowerCase();var b={wx:/micromessenger/.test(ua),ios:/iphone|ipad/.test(ua),android:/android/.test(ua)};for(var k in b)if(b[k])document.documentElement.className+=" is-"+k;window.browserKind=b})();',
  'function lazy(){var im=document.querySelectorAll("img[data-src]");for(var i=0;i<im.length;i++){var r=im[i].getBoundingClientRect();if(r.top<window.innerHeight+200){im[i].removeAttribute("data-src")}}}window.addEventListener("load",lazy);',
];

/** Pads a page with the style sheet and widgets that real sites carry inline. */
export function addBulk(html: string, dice: Dice): string {
  const prefix = dice.pick(['', 'm-', 'g-', 'ui-', 'c-', 'yx-', 't_']);
  const sheet = Array.from({ length: dice.int(20, 260) }, () => drawRule(prefix, dice)).join(dice.pick(['\n', '']));
  const script = dice.some(widgets, dice.int(2, 7)).join('\n');
  const end = html.lastIndexOf('</body>');
  return `${html.slice(0, end).replace('</head>', () => `<style>\n${sheet}\n</style>\n</head>`)}<script>${script}</script>\n${html.slice(end)}`;
}
