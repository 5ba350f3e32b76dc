import type { Dice } from './dice.ts';

const asText = (html: string) => JSON.stringify(html).replaceAll('</', '<\\/');

/** Ways a page may bring its main part into the document, by the name used in the sources. */
const ways: Record<string, (html: string, mark: string) => string> = {
  html: (html) => html,
  spa: (html, mark) =>
    `<div id="app-${mark}" class="app-main"><div class="loading">加载中…</div></div><script>(function(){var view=${asText(html)};function show(){document.getElementById('app-${mark}').innerHTML=view}if(document.readyState==='complete'){show()}else{window.addEventListener('load',function(){setTimeout(show,120)})}})();</script>`,
  dom: (html, mark) =>
    `<main id="m${mark}"></main><script>(function(){var t=document.createElement('template');t.innerHTML=${asText(html)};var to=document.getElementById('m${mark}');Array.prototype.slice.call(t.content.childNodes).forEach(function(n,i){setTimeout(function(){to.appendChild(n)},i*4)})})();</script>`,
  openshadow: (html, mark) =>
    `<x-panel id="p${mark}"></x-panel><script>(function(){var root=document.getElementById('p${mark}').attachShadow({mode:'open'});root.innerHTML=${asText(html)}})();</script>`,
  closedshadow: (html, mark) =>
    `<div class="mount" id="c${mark}"></div><script>(function(){document.getElementById('c${mark}').attachShadow({mode:'closed'}).innerHTML=${asText(html)}})();</script>`,
  srcdoc: (html) =>
    `<iframe class="embed" width="100%" height="900" frameborder="0" srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
};

/** The main part as the page delivers it: plain, built by script, in a shadow root or in a frame. */
export function deliver(way: string, html: string, dice: Dice): string {
  const draw = ways[way];
  if (!draw) throw new Error(`no way ${way}`);
  return draw(html, dice.int(1000, 9999).toString(36));
}
