const slow = new Set(['busy', 'alert']);

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
  'hint-popover': 'p.popover = "hint"; p.showPopover()',
  'dialog-closed-by-any': 'd.closedBy = "any"; d.showModal(); setTimeout(() => d.requestClose?.(), 500)',
  'body-replaced': 'setTimeout(() => document.body.replaceWith(document.body.cloneNode(true)), 400)',
  'document-opened':
    'setTimeout(() => { const all = document.documentElement.outerHTML.replace(/<script[^]*/, ""); document.open(); document.write(all); document.close(); }, 300)',
  'chat-widget':
    'const c = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" }); setInterval(() => { c.innerHTML = "<p>客服在线</p><input placeholder=说点什么>"; }, 200)',
  carousel: 'let n = 0; setInterval(() => { document.body.style.translate = (n = (n + 1) % 40) + "px"; }, 16)',
  'loads-again-once': 'if (!location.hash) { location.hash = "again"; setTimeout(() => location.reload(), 500); }',
};

/** What pages speak of: some of the trade, so that the guard reads them, and none of them asks for anything it warns of. */
const topics: Record<string, string> = {
  history: '<h1>收银台的历史</h1><p>商户用 POS机 收款已经二十年了，本文讲刷卡机的由来。</p>',
  balcony: '<h1>我家的阳台</h1><p>今天种了薄荷，浇水两次。</p>',
  news: '<h1>警方提醒：小心假冒 POS机 办理</h1><p>近日有人冒充支付机构上门换机，请拨打 96110 核实。</p>',
  shop: '<h1>结账</h1><p>请选择配送方式，三天内送到。</p><label>收货人 <input name="name"></label>',
  repair: '<h1>刷卡机打印不清怎么办</h1><p>POS机 打印头脏了用棉签擦一擦，再换一卷热敏纸。</p>',
  review: '<h1>Card terminal review</h1><p>We compared five POS terminals for cafés: battery, printer, price of paper.</p>',
  job: '<h1>招聘收银员</h1><p>会用收银机和 POS机 者优先，早晚两班。</p>',
  forum: '<h1>店主论坛</h1><p>大家店里的收款码贴在哪里？</p><textarea></textarea>',
};

const layOut = (
  title: string,
  words: string,
  script: string,
) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>
<main>${words}<label>搜索 <input type="search"></label><video></video><canvas></canvas></main>
<dialog id="d">请选择城市</dialog><div id="p" popover="manual">三件新到的商品</div>
<script>${script}</script>`;

/** By path: a page that may do all it likes without being warned of. Each behaviour under several topics, those that take the browser's time under one. */
export const harmlessPages: Record<string, { body: string }> = Object.fromEntries(
  Object.entries(behaviours).flatMap(([name, script], index) =>
    Object.entries(topics)
      .filter((_, at) => !slow.has(name) || at === index % 2)
      .map(([topic, words]) => [`/${name}-${topic}`, { body: layOut(name, words, script) }]),
  ),
);

/** What a warned page may well do without meaning the warning: by name, a script that starts once the page stands. */
export const ordinaryDeeds: Record<string, string> = {
  'opens a dialog and closes it': 'setTimeout(() => d.showModal(), 1500); setTimeout(() => d.close(), 4000)',
  'opens a menu and closes it': 'setTimeout(() => p.showPopover(), 1500); setTimeout(() => p.hidePopover(), 2500)',
  'asks about cookies': 'setTimeout(() => { p.popover = "auto"; p.showPopover(); }, 700)',
  'turns a carousel':
    'let n = 0; setInterval(() => { p.style.translate = (n = (n + 40) % 400) + "px"; p.textContent = "第" + n + "张"; }, 50)',
  'draws its chat anew': 'setInterval(() => { p.replaceWith(p.cloneNode(true)); document.body.append(document.createElement("i")); }, 250)',
  'replaces its body': 'setTimeout(() => { const next = document.body.cloneNode(true); document.body.replaceWith(next); }, 1500)',
  'hydrates its root':
    'setTimeout(() => { for (const part of [...document.body.children]) { part.replaceWith(part.cloneNode(true)); } document.documentElement.className = "ready"; }, 1500)',
  'scrolls and animates itself':
    'let y = 0; setInterval(() => scrollTo({ top: y += 5 }), 30); document.body.animate({ opacity: [0.5, 1] }, { duration: 800, iterations: 9 })',
  'keeps a route': 'let n = 0; setInterval(() => history.replaceState(0, "", "#" + n++), 500)',
  'locks scrolling': 'document.documentElement.style.overflow = "hidden"; document.body.style.position = "fixed"',
  'focuses its search box': 'setTimeout(() => document.querySelector("input")?.focus(), 1200)',
  'adds styles and scripts': 'setInterval(() => document.head.append(document.createElement("style")), 300)',
};
