/** Pages that open dialogs, popovers and fullscreen, or keep the browser busy, for good reasons: half of them speak of POS machines, so the guard reads them. */
const behaviours: Record<string, string> = {
  'modal-dialog': 'd.showModal()',
  'modal-dialog-again': 'setInterval(() => { d.close(); d.showModal(); }, 300)',
  'auto-popover': 'p.popover = "auto"; p.showPopover()',
  'manual-popover': 'p.showPopover()',
  'many-popovers': 'setInterval(() => { p.togglePopover(); }, 100)',
  'covering-popover': 'p.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none"; p.showPopover()',
  'fullscreen-video': 'addEventListener("click", () => document.querySelector("video").requestFullscreen())',
  'fullscreen-page': 'addEventListener("click", () => document.documentElement.requestFullscreen())',
  'fullscreen-game': 'addEventListener("click", () => document.querySelector("canvas").requestFullscreen())',
  'pointer-lock': 'addEventListener("click", () => document.body.requestPointerLock())',
  'cookie-wall': 'd.textContent = "本站使用 Cookie"; d.showModal(); addEventListener("click", () => d.close())',
  lightbox: 'd.append(document.createElement("canvas")); addEventListener("click", () => d.showModal())',
  'menu-in-shadow':
    'const r = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" }); r.innerHTML = "<p popover>menu</p>"; r.firstChild.showPopover()',
  'dialog-in-frame':
    'document.body.insertAdjacentHTML("beforeend", "<iframe srcdoc=\'<dialog id=d>x</dialog><script>d.showModal()</scr" + "ipt>\'></iframe>")',
  'view-transition': 'setInterval(() => document.startViewTransition?.(() => { p.hidden = !p.hidden; }), 500)',
  alert: 'setTimeout(() => alert("保存好了"), 300)',
  'leave-prompt': 'addEventListener("beforeunload", (event) => event.preventDefault())',
  print: 'addEventListener("click", () => print())',
  busy: 'setTimeout(() => { for (const end = Date.now() + 3500; Date.now() < end; ); }, 400)',
  'routes-and-rebuilds':
    'let n = 0; setInterval(() => { history.replaceState(0, "", "?route=" + n++); document.querySelector("main").replaceWith(document.querySelector("main").cloneNode(true)); }, 100)',
  'own-overlay':
    'document.documentElement.style.cssText = "opacity:.3;filter:blur(2px);transform:scale(.98)"; p.style.zIndex = 2147483647; p.showPopover()',
  'focus-keeper': 'setInterval(() => document.querySelector("input").focus(), 100)',
};

const words = {
  trade: '<h1>收银台的历史</h1><p>商户用 POS机 收款已经二十年了，本文讲刷卡机的由来。</p>',
  plain: '<h1>我家的阳台</h1><p>今天种了薄荷，浇水两次。</p>',
};

/** By path: a page that may do all it likes without being warned of. */
export const harmlessPages: Record<string, { body: string }> = Object.fromEntries(
  Object.entries(behaviours).map(([name, script], index) => [
    `/${name}`,
    {
      body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><body>
<main>${index % 2 === 0 ? words.trade : words.plain}<label>搜索 <input type="search"></label><video></video><canvas></canvas></main>
<dialog id="d">请选择城市</dialog><div id="p" popover="manual">三件新到的商品</div>
<script>${script}</script>`,
    },
  ]),
);
