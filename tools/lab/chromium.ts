import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer';
import { findBrowser } from './browsers.ts';
import { type Driver, type DriverOptions, pause, type ShownWarning, warningElement, warningRoles } from './driver.ts';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,HttpsUpgrades',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--allow-browser-signin=false',
  '--lang=zh-CN',
];

/** Starts Chrome, Chromium or Edge with the extension; every connection goes through the laboratory's proxy or nowhere. */
export async function startChromium(options: DriverOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless: options.headless,
    pipe: true,
    enableExtensions: options.inPrivate || [options.extensionDir],
    acceptInsecureCerts: true,
    defaultViewport: options.headless ? { width: 1280, height: 860 } : null,
    protocolTimeout: 30_000,
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    ...(options.profileDir === undefined ? {} : { userDataDir: options.profileDir }),
    ...(options.downloadDir === undefined ? {} : { downloadBehavior: { policy: 'allow', downloadPath: options.downloadDir } as const }),
    args: [
      ...quiet,
      // Root has no user namespaces to build a sandbox from.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headless ? ['--disable-gpu'] : []),
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      ...options.args,
    ],
  });
  if (options.inPrivate) await browser.installExtension(options.extensionDir, { enabledInIncognito: true });
  const extensionId = await waitForExtension(browser);
  const origin = `chrome-extension://${extensionId}/`;
  return {
    name: 'chromium',
    browser,
    extensionId,
    addressOf: (file) => origin + file,
    showSurface: async (page, address) => void (await page.goto(address)),
    readWarning: (page) => withSession(page, readWarning),
    runInPopup: (page, _tabId, script) => runInPopup(browser, page, `${origin}popup.html`, script),
    pressInWarning: (page, button) => withSession(page, (session) => pressInWarning(page, session, button)),
    stopBackground: () => stopWorker(browser, origin),
  };
}

async function waitForExtension(browser: Browser): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [id] = (await browser.extensions()).keys();
    if (id !== undefined) return id;
    await pause(50);
  }
  await browser.close();
  throw new Error('Chromium started, but the extension did not load. Is its manifest valid?');
}

async function withSession<T>(page: Page, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Where to look for the warning: its host elements and what stands in their closed roots (a host without a box has no accessible tree of its own). */
async function warningRoots(session: CDPSession): Promise<number[]> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: warningElement });
  const roots: number[] = [];
  for (const nodeId of nodeIds) {
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: 2, pierce: true });
    const inside = (node.shadowRoots ?? []).flatMap(({ children }) => children ?? []);
    roots.push(...[node, ...inside].filter(({ nodeType }) => nodeType === 1).map(({ backendNodeId }) => backendNodeId));
  }
  return roots;
}

async function findByRoles(session: CDPSession, roots: number[], ...roles: string[]) {
  const found = new Map<number, string>();
  for (const backendNodeId of roots) {
    for (const role of roles) {
      const { nodes } = await session.send('Accessibility.queryAXTree', { backendNodeId, role });
      for (const node of nodes) {
        if (!node.ignored && node.backendDOMNodeId !== undefined) found.set(node.backendDOMNodeId, String(node.name?.value ?? ''));
      }
    }
  }
  return [...found].map(([id, name]) => ({ id, name }));
}

async function readWarning(session: CDPSession): Promise<ShownWarning | null> {
  const roots = await warningRoots(session);
  for (const role of warningRoles) {
    for (const { id } of await findByRoles(session, roots, role)) {
      const { visible, text } = await look(session, id);
      if (!visible) continue;
      const controls = await findByRoles(session, roots, 'button', 'link');
      return { level: role === 'alertdialog' ? 'danger' : 'caution', role, text, buttons: controls.map(({ name }) => name) };
    }
  }
  return null;
}

async function look(session: CDPSession, backendNodeId: number): Promise<{ visible: boolean; text: string }> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function () { return { visible: this.checkVisibility(), text: this.innerText }; }',
    returnByValue: true,
  });
  return result.value;
}

async function pressInWarning(page: Page, session: CDPSession, button: string): Promise<void> {
  const controls = await findByRoles(session, await warningRoots(session), 'button', 'link');
  const wanted = controls.find(({ name }) => name.includes(button));
  if (!wanted) throw new Error(`No warning with a button "${button}" stands in this page.`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: wanted.id });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: wanted.id });
  const [quad] = quads;
  if (!quad) throw new Error(`The warning's "${button}" is not on the screen.`);
  const middle = (axis: 0 | 1) => ((quad[axis] ?? 0) + (quad[axis + 4] ?? 0)) / 2;
  await page.mouse.click(middle(0), middle(1));
}

async function stopWorker(browser: Browser, origin: string): Promise<void> {
  const isWorker = (target: { type(): string; url(): string }) => target.type() === 'service_worker' && target.url().startsWith(origin);
  const target = browser.targets().find(isWorker);
  const worker = await target?.worker();
  await worker?.close();
  for (let tries = 0; browser.targets().some(isWorker) && tries < 40; tries += 1) await pause(25);
}

async function runInPopup(browser: Browser, page: Page, address: string, script: string): Promise<string> {
  const [extension] = (await browser.extensions()).values();
  await page.bringToFront();
  await extension?.triggerAction(page);
  const target = await browser.waitForTarget((shown) => shown.url() === address, { timeout: 10_000 });
  const popup = await target.asPage();
  await popup.waitForSelector('main.popup', { timeout: 10_000 });
  return String(await popup.evaluate(script));
}
