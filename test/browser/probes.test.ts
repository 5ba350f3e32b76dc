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
};

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>阳台</title><script>
  globalThis.__messages = []; globalThis.__events = []; globalThis.__violations = []; globalThis.__changes = 0;
  globalThis.wait = (ms) => new Promise((end) => setTimeout(end, ms));
  addEventListener('message', (e) => __messages.push(e.data));
  addEventListener('securitypolicyviolation', (e) => __violations.push(e.blockedURI));
  for (const type of ['wxt:content-script-started', 'wxt:locationchange', 'pos-signup-guard', 'guard', 'sentinel'])
    document.addEventListener(type, (e) => __events.push(e.type));
  addEventListener('load', () => {
    __written = document.querySelectorAll('*').length;
    new MutationObserver((records) => { __changes += records.length }).observe(document, { subtree: true, childList: true, attributes: true });
  });
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
