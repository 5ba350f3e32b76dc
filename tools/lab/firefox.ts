import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from './browsers.ts';
import { type Driver, type DriverOptions, pause, type ShownWarning, warningElement, warningRoles } from './driver.ts';

/** Starts Firefox with the extension; every connection goes through the laboratory's proxy. */
export async function startFirefox(options: DriverOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless: options.headless,
    acceptInsecureCerts: true,
    defaultViewport: options.headless ? { width: 1280, height: 860 } : null,
    protocolTimeout: 30_000,
    // Without this variable a release build ignores the pref that silences its settings server.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    ...(options.profileDir === undefined ? {} : { userDataDir: options.profileDir }),
    // Firefox >= 153 opens moz-extension: pages and its own windows to automation only with this flag.
    args: ['--remote-allow-system-access', ...options.args],
    extraPrefsFirefox: {
      ...preferences(options.proxyPort),
      ...(options.downloadDir === undefined ? {} : { 'browser.download.folderList': 2, 'browser.download.dir': options.downloadDir }),
    },
  });
  const chrome = await BrowserWindow.of(browser);
  if (options.inPrivate) await chrome.evaluate(allowInPrivate(options.extensionDir));
  const extensionId = await browser.installExtension(options.extensionDir);
  const id = JSON.stringify(extensionId);
  const origin = `moz-extension://${await chrome.evaluate(`WebExtensionPolicy.getByID(${id}).mozExtensionHostname`)}/`;
  return {
    name: 'firefox',
    browser,
    extensionId,
    addressOf: (file) => origin + file,
    showSurface: (page, address) => showSurface(browser, page, address),
    readWarning: async (page) => (await findWarning(browser, page))?.shown ?? null,
    runInPopup: (_page, tabId, script) => chrome.evaluate(popupScript(extensionId, tabId, script)),
    pressInWarning: (page, button) => pressInWarning(browser, page, button),
    stopBackground: async () =>
      void (await chrome.evaluate(`WebExtensionPolicy.getByID(${id}).extension.terminateBackground().then(() => '')`)),
  };
}

/** Privileged code: what “run in private windows” in the add-ons manager notes, before there is an add-on to run. */
function allowInPrivate(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  return `(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  })()`;
}

function preferences(proxyPort: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'intl.accept_languages': 'zh-CN,zh,en',
    'devtools.jsonview.enabled': false,
    // The laboratory's visitor always says yes where the browser itself asks.
    'extensions.webextOptionalPermissionPrompts': false,
    'browser.link.open_newwindow.restriction': 0,
    // A temporary extension keeps its data when the browser is closed, as an installed one does.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // Hidden windows must not be slowed down: several cases run side by side.
    'dom.min_background_timeout_value': 4,
    'widget.windows.window_occlusion_tracking.enabled': false,
    // What Firefox itself would send.
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.server': 'data:,',
    'app.normandy.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.region.network.url': '',
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'dom.push.connection.enabled': false,
  };
}

/** The WebDriver BiDi connection under a puppeteer browser. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}
const bidi = async <T>(browser: Browser, method: string, params: object): Promise<T> =>
  (await (browser as unknown as { connection: BidiConnection }).connection.send(method, params)).result as T;
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

interface ScriptResult {
  type: 'success' | 'exception';
  result?: BidiValue;
  exceptionDetails?: { text: string };
}
interface BidiValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}
interface BidiNode {
  type: 'node';
  sharedId: string;
  value: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
    mode?: 'open' | 'closed';
  };
}

/** Firefox's own window, where its privileged code runs. */
const BrowserWindow = {
  async of(browser: Browser) {
    const { contexts } = await bidi<{ contexts: { context: string }[] }>(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
    const context = contexts[0]?.context;
    const evaluate = async (expression: string): Promise<string> => {
      const answer = await bidi<ScriptResult>(browser, 'script.evaluate', { expression, target: { context }, awaitPromise: true });
      if (answer.type === 'exception') throw new Error(`Firefox refused: ${answer.exceptionDetails?.text}`);
      return String(answer.result?.value);
    };
    return { evaluate };
  },
};

/** Firefox >= 153 never reports that an extension page has loaded, so it is asked. */
async function showSurface(browser: Browser, page: Page, address: string): Promise<void> {
  const context = contextOf(page);
  await bidi(browser, 'browsingContext.navigate', { context, url: address, wait: 'none' });
  const expression = `location.href.startsWith(${JSON.stringify(address)}) && document.readyState === 'complete'`;
  for (let tries = 0; tries < 200; tries += 1) {
    const state = await bidi<ScriptResult>(browser, 'script.evaluate', { expression, target: { context }, awaitPromise: false }).catch(
      () => undefined,
    );
    if (state?.result?.value === true) return;
    await pause(25);
  }
  throw new Error(`Firefox did not show ${address}.`);
}

/** Closed shadow roots are serialized on request; the sandbox keeps the page's own scripts out of the question. */
async function findWarning(
  browser: Browser,
  page: Page,
): Promise<{ shown: ShownWarning; controls: { name: string; sharedId: string }[] } | null> {
  const target = { context: contextOf(page), sandbox: 'laboratory' };
  const { result } = await bidi<ScriptResult>(browser, 'script.callFunction', {
    functionDeclaration: `() => [...document.querySelectorAll('${warningElement}')]`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 60, maxObjectDepth: 60, includeShadowTree: 'all' },
  });
  const nodes = ((result?.value ?? []) as BidiNode[]).flatMap((host) => [host, ...descendants(host)]);
  for (const role of warningRoles) {
    for (const node of nodes.filter(({ value }) => roleOf(value) === role)) {
      const { visible, text } = await look(browser, target, node.sharedId);
      if (!visible) continue;
      const controls = [];
      for (const control of nodes.filter(({ value }) => ['button', 'a'].includes(value.localName ?? ''))) {
        const seen = await look(browser, target, control.sharedId);
        if (seen.visible) controls.push({ name: control.value.attributes?.['aria-label'] ?? seen.text.trim(), sharedId: control.sharedId });
      }
      const level = role === 'alertdialog' ? 'danger' : 'caution';
      return { shown: { level, role, text, buttons: controls.map(({ name }) => name) }, controls };
    }
  }
  return null;
}

function descendants({ value }: BidiNode): BidiNode[] {
  const children = [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])];
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const roleOf = ({ attributes, localName }: BidiNode['value']): string | undefined =>
  attributes?.role ?? (localName === 'output' ? 'status' : undefined);

async function look(browser: Browser, target: object, sharedId: string): Promise<{ visible: boolean; text: string }> {
  const { result } = await bidi<ScriptResult>(browser, 'script.callFunction', {
    functionDeclaration: '(node) => JSON.stringify({ visible: node.checkVisibility(), text: node.innerText })',
    arguments: [{ sharedId }],
    target,
    awaitPromise: false,
  });
  return typeof result?.value === 'string' ? JSON.parse(result.value) : { visible: false, text: '' };
}

async function pressInWarning(browser: Browser, page: Page, button: string): Promise<void> {
  const control = (await findWarning(browser, page))?.controls.find(({ name }) => name.includes(button));
  if (!control) throw new Error(`No warning with a button "${button}" stands in this page.`);
  const origin = { type: 'element', element: { sharedId: control.sharedId } };
  const actions = [
    { type: 'pointerMove', x: 0, y: 0, origin },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const context = contextOf(page);
  await bidi(browser, 'input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
}

/** Privileged code: the popup is a panel of Firefox's own window, which automation does not see as a page. */
function popupScript(extensionId: string, tabId: number, script: string): string {
  return `(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { tabTracker, browserActionFor } = ExtensionParent.apiManager.global;
    const view = tabTracker.getTab(${tabId}).ownerDocument.defaultView;
    const pause = (ms = 50) => new Promise((done) => view.setTimeout(done, ms));
    view.focus();
    browserActionFor(WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension).triggerAction(view);
    // The panel's document is moved while it opens: what was said to it before is lost.
    const say = async (expression) => {
      const popup = view.document.querySelector('browser[webextension-view-type="popup"]')?.messageManager;
      if (!popup) return pause();
      const code = '(async () => { const { document } = content; return ' + expression + '; })().then((said) => sendAsyncMessage("laboratory", String(said)), (error) => sendAsyncMessage("laboratory", "failed: " + error))';
      return Promise.race([pause(1000), new Promise((said) => {
        popup.addMessageListener('laboratory', function hear({ data }) { popup.removeMessageListener('laboratory', hear); said(data); });
        popup.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(code), false);
      })]);
    };
    for (let tries = 0; tries < 200 && (await say('document.querySelector("main.popup") !== null')) !== 'true'; tries++) await pause();
    return await say(${JSON.stringify(script)});
  })()`;
}
