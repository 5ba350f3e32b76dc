import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../../tools/lab/built-extension.ts';
import { pause } from '../../tools/lab/driver.ts';
import { type Lab, launchGuarded } from '../../tools/lab/launch.ts';
import { serveSites } from '../../tools/lab/sites.ts';

/** What a page can try, by name; each is the body of an async function that answers whether it found the guard. `origin` is where the extension really lives, which a page would have to guess. */
const probes: Record<string, string> = {
  ...Object.fromEntries(
    [
      'manifest.json',
      'sentinel.js',
      'guard.js',
      'background.js',
      'popup.html',
      'history.html',
      'stopped.html',
      'options.html',
      'welcome.html',
      '_locales/zh_CN/messages.json',
      'icon/128.png',
      'managed_schema.json',
    ].flatMap((file) => [
      [`fetch ${file}`, `return fetch(origin + '${file}').then(() => true, () => false)`],
      [
        `load ${file} as a script`,
        `return new Promise((end) => { const s = document.createElement('script'); s.src = origin + '${file}'; s.onload = () => end(true); s.onerror = () => end(false); document.head.append(s); })`,
      ],
    ]),
  ),
  'frame our page': `const f = document.createElement('iframe'); f.src = origin + 'stopped.html'; document.body.append(f); await wait(600); try { return f.contentWindow.length > 0 } catch { return f.contentWindow.location.origin === origin } finally { f.remove() }`,
  'load our icon as a picture': `return new Promise((end) => { const i = new Image(); i.onload = () => end(true); i.onerror = () => end(false); i.src = origin + 'icon/128.png' })`,
  'our style sheet': `return new Promise((end) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = origin + 'assets/stopped.css'; l.onload = () => end(true); l.onerror = () => end(false); document.head.append(l) })`,
  'talk to the extension by its id': `const api = globalThis.chrome?.runtime ?? globalThis.browser?.runtime; if (!api?.sendMessage) return false; return new Promise((end) => { api.sendMessage(new URL(origin).host, 'hello', (a) => end(a !== undefined)); setTimeout(end, 500, false) })`,
  'connect to the extension by its id': `const api = globalThis.chrome?.runtime ?? globalThis.browser?.runtime; if (!api?.connect) return false; try { const p = api.connect(new URL(origin).host); let open = true; p.onDisconnect.addListener(() => { open = false }); await wait(400); return open } catch { return false }`,
  'element of our name': `return document.getElementsByTagName('pos-signup-guard').length > 0`,
  'definition of our element': `return customElements.get('pos-signup-guard') !== undefined`,
  'globals of ours': `return Object.getOwnPropertyNames(globalThis).some((name) => /posSignup|signup.?guard|wxt/i.test(name))`,
  'symbols of ours': `return globalThis[Symbol.for('gate')] !== undefined || Object.getOwnPropertySymbols(globalThis).some((s) => /guard|gate/.test(String(s)))`,
  'properties of the document': `return Object.getOwnPropertyNames(document).some((name) => name !== 'location' && name !== 'isTrusted')`,
  'attributes on the root and body': `return document.documentElement.getAttributeNames().join() !== 'lang' || document.body.getAttributeNames().length > 0`,
  'children of the root': `return [...document.documentElement.children].some((c) => !/^(HEAD|BODY)$/.test(c.tagName))`,
  'elements we did not write': `return document.querySelectorAll('*').length !== globalThis.__written`,
  'style sheets': `return document.styleSheets.length > 0 || document.adoptedStyleSheets.length > 0`,
  'shadow roots': `return [...document.querySelectorAll('*')].some((e) => e.shadowRoot)`,
  'changes while the page stood': `return globalThis.__changes > 0`,
  'messages to the window': `return globalThis.__messages.length > 0`,
  'custom events': `return globalThis.__events.length > 0`,
  'answer to WXT’s event': `let heard = false; const hear = (e) => { heard ||= e.data?.type?.startsWith?.('wxt') && e.data !== sent }; const sent = { type: 'wxt:content-script-started', contentScriptName: 'guard' }; addEventListener('message', hear); document.dispatchEvent(new CustomEvent('wxt:content-script-started', { detail: sent })); await wait(300); removeEventListener('message', hear); return heard`,
  'answer to a message': `let heard = 0; const hear = () => heard++; addEventListener('message', hear); for (const m of ['ping', { request: 'triagePage' }, { announce: 'verdict', verdict: { level: 'danger' } }]) postMessage(m, '*'); await wait(400); removeEventListener('message', hear); return heard !== 3 || document.getElementsByTagName('pos-signup-guard').length > 0`,
  'prototypes of events': `return /extension|guard/.test(EventTarget.prototype.addEventListener.toString()) || !/native code/.test(EventTarget.prototype.addEventListener.toString())`,
  'prototypes of nodes': `return ![Node.prototype.appendChild, Element.prototype.attachShadow, Element.prototype.setAttribute, Document.prototype.createElement].every((f) => /native code/.test(Function.prototype.toString.call(f)))`,
  'prototypes of forms': `return ![HTMLFormElement.prototype.submit, HTMLFormElement.prototype.requestSubmit, Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get].every((f) => /native code/.test(Function.prototype.toString.call(f)))`,
  'functions of the network': `return ![fetch, XMLHttpRequest.prototype.send, navigator.sendBeacon, history.pushState].every((f) => /native code/.test(Function.prototype.toString.call(f)))`,
  'patched timers and observers': `return ![setTimeout, MutationObserver, IntersectionObserver, requestAnimationFrame].every((f) => /native code/.test(Function.prototype.toString.call(f)))`,
  'names of prototype members': `return Object.getOwnPropertyNames(Element.prototype).concat(Object.getOwnPropertyNames(Node.prototype)).some((name) => /guard|lab/i.test(name) && !/aria|label/i.test(name))`,
  'style of the root': `const s = getComputedStyle(document.documentElement); return s.overflow !== 'visible' || s.animationName !== 'none' || s.opacity !== '1'`,
  'style of an unknown element of our name': `const e = document.body.appendChild(document.createElement('pos-signup-guard')); const d = getComputedStyle(e).display; e.remove(); return d !== 'inline'`,
  'popover of our own': `const e = document.body.appendChild(document.createElement('div')); e.popover = 'manual'; e.showPopover(); await wait(50); const d = getComputedStyle(e).display; e.remove(); return d === 'none'`,
  'dialog of our own': `const e = document.body.appendChild(document.createElement('dialog')); e.showModal(); await wait(50); const d = getComputedStyle(e).display; e.remove(); return d === 'none'`,
  'stopped events': `let n = 0; const hear = () => n++; addEventListener('keydown', hear, true); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })); removeEventListener('keydown', hear, true); return n !== 1`,
  'prevented events': `return !document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
  'a getter of a synthetic event is read': `let read = false; const e = new KeyboardEvent('keydown', { key: 'a', bubbles: true }); for (const name of ['isTrusted', 'target', 'key', 'composedPath']) try { Object.defineProperty(e, name, { get() { read = true } }) } catch {} document.body.dispatchEvent(e); return read`,
  'a getter of an element is read': `let read = false; const e = document.createElement('input'); for (const name of ['value', 'placeholder', 'matches', 'getAttribute', 'shadowRoot', 'textContent']) Object.defineProperty(e, name, { get() { read = true } }); document.body.append(e); await wait(400); e.remove(); return read`,
  'resource timings': `return performance.getEntries().some(({ name }) => /extension:/.test(name))`,
  'stack of an error in a listener': `let stack = ''; addEventListener('probe', () => { stack = new Error().stack }, { once: true }); dispatchEvent(new Event('probe')); return /extension:/.test(stack)`,
  'a violation of the content policy': `return globalThis.__violations.length > 0`,
  'storage of the site': `return localStorage.length + sessionStorage.length > 0 || (await indexedDB.databases?.())?.length > 0`,
  'the window’s name and history': `return window.name !== '' || history.state !== null`,
  'time to make our element': `const time = (name) => { const start = performance.now(); for (let i = 0; i < 20000; i++) document.createElement(name); return performance.now() - start }; time('x-warm'); const times = [1, 2, 3, 4, 5].map(() => time('pos-signup-guard') / Math.max(0.5, time('the-other-guard'))).sort((a, b) => a - b); return times[2] > 5`,
  'time to read globals': `const time = (name) => { const start = performance.now(); for (let i = 0; i < 200000; i++) globalThis[name]; return performance.now() - start }; time('warm'); const times = [1, 2, 3, 4, 5].map(() => time('posSignupGuard') / Math.max(0.5, time('somethingGuard'))).sort((a, b) => a - b); return times[2] > 5`,
  'entries about long tasks, frames and events': `const kinds = PerformanceObserver.supportedEntryTypes.filter((kind) => kind !== 'navigation'); const seen = []; const observers = kinds.map((type) => { const o = new PerformanceObserver((list) => seen.push(...list.getEntries())); o.observe({ type, buffered: true }); return o }); await wait(300); for (const o of observers) o.disconnect(); return seen.some((entry) => /extension:|sentinel|guard.js/.test(JSON.stringify(entry) + (entry.scripts ?? []).map((s) => s.sourceURL + s.invoker).join()))`,
  'marks and measures': `return performance.getEntriesByType('mark').length + performance.getEntriesByType('measure').length > 0`,
  'reports of the browser': `return globalThis.__reports.some((report) => /extension:/.test(report))`,
  'errors that reach the window': `return globalThis.__errors.length > 0`,
  'stacks that pass through a hook of ours': `return globalThis.__stacks.some((stack) => /extension:|sentinel|guard/.test(stack))`,
  'words in our console': `return globalThis.__said.length > 0`,
  'calls of prototypes that we wrapped before anybody else': `return globalThis.__calls.length > 0`,
  'properties that we trapped for everybody': `return globalThis.__trapped.length > 0`,
  'attributes that changed from the first moment': `return globalThis.__early.length > 0`,
  'keys that a new window has not': `const f = document.body.appendChild(document.createElement('iframe')); const fresh = new Set(Reflect.ownKeys(f.contentWindow)); f.remove(); return Reflect.ownKeys(globalThis).some((key) => !fresh.has(key) && !/^(__|wait$|\\d+$)/.test(String(key)))`,
  'symbols on prototypes': `return [Document, Element, HTMLElement, Node, EventTarget, Window, Event].some((one) => Object.getOwnPropertySymbols(one.prototype).some((symbol) => !Object.values(Object.getOwnPropertyDescriptors(Symbol)).some(({ value }) => value === symbol)))`,
  'our registered symbols': `return ['gate', 'guard', 'line', 'posSignupGuard', 'pos-signup-guard'].some((name) => [globalThis, document, document.documentElement].some((one) => Symbol.for(name) in one))`,
  'handlers that somebody set': `return [globalThis, document, document.documentElement].some((one) => { for (const name in one) if (/^on[a-z]/.test(name) && one[name] !== null && one[name] !== undefined) return true; return false })`,
  'whether our tag is defined': `return document.createElement('pos-signup-guard').matches(':defined')`,
  'an element of our tag that was upgraded': `const e = document.createElement('pos-signup-guard'); document.body.append(e); await wait(100); const found = e.constructor !== HTMLElement || e.shadowRoot !== null || e.getAttributeNames().length > 0; e.remove(); return found`,
  'a root that can no longer be attached': `const e = document.createElement('div'); try { e.attachShadow({ mode: 'open' }); return false } catch { return true }`,
  'animations and fonts': `return document.getAnimations().length > 0 || document.fonts.size > 0`,
  'a transition under way': `return CSS.supports('selector(:active-view-transition)') && document.documentElement.matches(':active-view-transition')`,
  'registered properties': `const e = document.body.appendChild(document.createElement('div')); const found = ['--ink', '--paper', '--alarm', '--deed'].some((name) => getComputedStyle(e).getPropertyValue(name) !== ''); e.remove(); return found`,
  'frames, scripts and the top layer': `return window.length > 0 || document.scripts.length !== 1 || document.querySelector(':popover-open, :modal, :fullscreen') !== null`,
  'the focus': `return document.activeElement !== document.body`,
  'what lies at the corners': `return [[1, 1], [innerWidth - 2, 1], [1, innerHeight - 2]].some(([x, y]) => !/^(HTML|BODY)$/.test(document.elementFromPoint(x, y)?.tagName ?? 'HTML'))`,
  'a route that is held': `const before = location.href; history.pushState(0, '', '#probe'); const moved = location.hash === '#probe'; history.replaceState(null, '', before); return !moved`,
  'a navigation that somebody refuses': `if (!globalThis.navigation) return false; let refused = false; const hear = (e) => setTimeout(() => { refused ||= e.defaultPrevented }); navigation.addEventListener('navigate', hear); history.replaceState(null, '', location.href); await wait(50); navigation.removeEventListener('navigate', hear); return refused`,
  'form data that somebody emptied': `const f = document.createElement('form'); f.innerHTML = '<input name=a value=b>'; document.body.append(f); const size = [...new FormData(f)].length; f.remove(); return size !== 1`,
  'a trusted event that does not arrive': `const e = document.body.appendChild(document.createElement('details')); let n = 0; const hear = (event) => { n += Number(event.isTrusted) }; addEventListener('toggle', hear, true); e.open = true; await wait(100); removeEventListener('toggle', hear, true); e.remove(); return n !== 1`,
  'a paste, a drop and a submission that are refused': `const f = document.createElement('form'); document.body.append(f); const free = ['paste', 'drop', 'submit', 'beforeinput', 'compositionstart'].every((type) => f.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))); f.remove(); return !free`,
  'a field that was closed or marked': `const e = document.createElement('input'); e.name = 'sfz'; e.placeholder = '身份证号'; document.body.append(e); await wait(500); const names = e.getAttributeNames().join(); e.remove(); return names !== 'name,placeholder'`,
  'locks, caches and cookies': `return (await navigator.locks?.query())?.held.length > 0 || (await globalThis.caches?.keys())?.length > 0 || document.cookie !== ''`,
  'a channel that answers': `let heard = 0; const channels = ['guard', 'pos-signup-guard', 'sentinel'].map((name) => { const c = new BroadcastChannel(name); c.onmessage = () => heard++; c.postMessage('ping'); return c }); await wait(200); for (const c of channels) c.close(); return heard > 0`,
  'the id of the extension’s API': `return globalThis.chrome?.runtime?.id !== undefined || globalThis.browser !== undefined`,
  'how long a first look into a new frame takes us, beside one that nobody looks into': `const time = async (html) => { const f = document.createElement('iframe'); f.srcdoc = html; const start = performance.now(); document.body.append(f); await new Promise((end) => { f.onload = end }); const spent = performance.now() - start; f.remove(); return spent }; await time('<p>x'); const ratios = []; for (let i = 0; i < 9; i++) ratios.push((await time('<p>POS机 <input>')) / Math.max(1, await time('<p>abc <input>'))); return ratios.sort((a, b) => a - b)[4] > 3`,
  'how long events take to pass the window': `const spend = (type) => { const e = document.body; const start = performance.now(); for (let i = 0; i < 20000; i++) e.dispatchEvent(new Event(type, { bubbles: true })); return performance.now() - start }; spend('warm'); const ratios = [1, 2, 3, 4, 5].map(() => spend('keydown') / Math.max(1, spend('keyguard'))).sort((a, b) => a - b); return ratios[2] > 8`,
};

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>阳台</title><script>
  globalThis.__messages = []; globalThis.__events = []; globalThis.__violations = []; globalThis.__changes = 0;
  globalThis.__reports = []; globalThis.__errors = []; globalThis.__stacks = []; globalThis.__said = []; globalThis.__calls = []; globalThis.__trapped = []; globalThis.__early = [];
  if (globalThis.ReportingObserver) new ReportingObserver((list) => __reports.push(...list.map((one) => JSON.stringify(one))), { buffered: true }).observe();
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, (e) => __errors.push(String(e.message ?? e.reason)), true);
  Error.prepareStackTrace = (error, calls) => { const stack = error + '\\n' + calls.join('\\n'); __stacks.push(stack); return stack };
  for (const name of ['log', 'warn', 'error', 'info', 'debug']) console[name] = (...words) => __said.push(words.join(' '));
  new MutationObserver((records) => __early.push(...records.map((one) => one.attributeName))).observe(document, { subtree: true, attributes: true });
  globalThis.wait = (ms) => new Promise((end) => setTimeout(end, ms));
  addEventListener('message', (e) => __messages.push(e.data));
  addEventListener('securitypolicyviolation', (e) => __violations.push(e.blockedURI));
  for (const type of ['wxt:content-script-started', 'wxt:locationchange', 'pos-signup-guard', 'guard', 'sentinel'])
    document.addEventListener(type, (e) => __events.push(e.type));
  const count = document.querySelectorAll.bind(document, '*');
  addEventListener('load', () => {
    __written = count().length;
    new MutationObserver((records) => { __changes += records.length }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  // Watched for the time in which the guard has its look; later the probes themselves would be caught.
  let watching = true;
  const spied = [[Node.prototype, 'appendChild'], [Element.prototype, 'attachShadow'], [Element.prototype, 'matches'], [Document.prototype, 'querySelectorAll'], [Document.prototype, 'createTreeWalker'], [EventTarget.prototype, 'addEventListener'], [globalThis, 'postMessage'], [globalThis, 'setTimeout']];
  const own = setTimeout;
  for (const [owner, name] of spied) {
    const real = owner[name];
    owner[name] = new Proxy(real, { apply(target, self, args) { if (watching) __calls.push(name); return Reflect.apply(target, self, args); } });
    own(() => { owner[name] = real; }, 1200);
  }
  for (const name of ['posSignupGuard', 'request', 'announce', 'gate']) {
    Object.defineProperty(Object.prototype, name, { configurable: true, get() { if (watching) __trapped.push(name); }, set() { if (watching) __trapped.push(name); } });
    own(() => { delete Object.prototype[name]; }, 1200);
  }
  own(() => { watching = false; }, 1200);
</script></head><body><h1>我家的阳台</h1><form><label>姓名 <input name="xm"></label><label>身份证号 <input name="sfz"></label><button type="button">好</button></form></body></html>`;

/** Words of the trade beside a search box: the guard comes and reads, and has nothing to say. */
const trade = '<p>商户用 POS机 收款已经二十年了，本文讲刷卡机的由来。</p><input type="search">';

describe.each(['chromium', 'firefox'] as const)('a clean page in %s', (name) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await launchGuarded(name, {
      extensionDir: builtExtension(name),
      sites: await serveSites([
        { host: 'yangtai.example', pages: { '/': { body: page }, '/read': { body: page.replace(/<form>.*<\/form>/, trade) } } },
      ]),
    });
  });
  afterAll(async () => {
    await lab?.close();
    await lab?.sites.close();
  });

  test.each(['/', '/read'])('at %s cannot tell that the guard is there, however it asks', async (path) => {
    const tab = await lab.open(`https://yangtai.example${path}`);
    await pause(1_500);
    const found: string[] = [];
    // What the page itself adds must not count for what it found.
    const passiveFirst = Object.entries(probes).sort(
      ([, one], [, other]) => Number(one.includes('append')) - Number(other.includes('append')),
    );
    for (const [probe, body] of passiveFirst) {
      const answer = await tab.page.evaluate(
        `(async (origin) => { ${body} })(${JSON.stringify(lab.driver.addressOf(''))}).catch((error) => 'failed: ' + error)`,
      );
      if (answer !== false) found.push(`${probe}: ${String(answer)}`);
    }
    console.log(`probes: ${Object.keys(probes).length} asked, ${found.length} found the guard on ${path} in ${name}`);
    expect(found).toEqual([]);
    await tab.close();
  });

  test('has more than fifty ways of asking, about files that the build really has', () => {
    expect(Object.keys(probes).length).toBeGreaterThanOrEqual(50);
    expect(readdirSync(builtExtension(name))).toEqual(expect.arrayContaining(['manifest.json', 'sentinel.js', 'guard.js', 'stopped.html']));
  });
});
