import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../tools/lab/browsers.ts';
import { projectRoot } from '../../../tools/lab/built-extension.ts';
import { type SiteServer, serveSites } from '../../../tools/lab/sites.ts';
import { placePolicy, whyUnmanageable } from './managed-browser.ts';

const server = 'https://updates.example/guard';
const collector = 'https://collector.example/guard';
const settings = { hideFirstRun: true, language: 'zh_CN', helperText: '请先问信息安全部', reportUrl: collector };

const unmanageable = whyUnmanageable();
if (unmanageable) console.warn(unmanageable);

describe.skipIf(unmanageable)('a browser that has the guard installed by an administrator, as the guide says', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guard-installed-'));
  const zipOf = (browser: string) => {
    const output = path.join(projectRoot, '.output');
    return path.join(output, readdirSync(output).find((file) => file.endsWith(`-${browser}.zip`)) ?? '');
  };
  let sites: SiteServer;
  let browser: Browser | undefined;
  let takeAway = () => {};
  const told: string[] = [];

  beforeAll(async () => {
    const run = (command: string) => execSync(command, { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] });
    run('npx wxt zip');
    run('npx wxt zip -b firefox');
    run(`npx node tools/build-policy.ts --key ${folder}/guard.pem --server ${server} --out ${folder}`);
    const serve = (file: string, contentType: string) => ({ body: readFileSync(path.join(folder, 'server', file)), contentType });
    sites = await serveSites([
      {
        host: 'updates.example',
        pages: {
          '/guard/update.xml': serve('update.xml', 'application/xml'),
          '/guard/pos-signup-guard.crx': serve('pos-signup-guard.crx', 'application/x-chrome-extension'),
        },
      },
      {
        host: 'collector.example',
        pages: {
          '/guard': ({ body }) => {
            told.push(body);
            return { body: '' };
          },
        },
      },
    ]);
  });
  afterAll(async () => {
    takeAway();
    await browser?.close();
    await sites?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const hasTold = async (name: string) =>
    await expect
      .poll(() => told.find((body) => body.includes(`"user_agent.name":"${name}"`)), { timeout: 60_000 })
      .toContain('"hideFirstRun"');
  const template = (file: string) => JSON.parse(readFileSync(path.join(folder, 'deploy', file), 'utf8'));

  test('is Chromium, from a server of the organisation’s own: under the id of its key, with its policy, without a welcome', async () => {
    const policy = template('install/linux-chrome.json');
    const [id = ''] = Object.keys(policy.ExtensionSettings);
    takeAway = placePolicy('chromium', { ...policy, '3rdparty': { extensions: { [id]: settings } } });
    browser = await puppeteer.launch({
      executablePath: await findBrowser('chromium'),
      headless: true,
      pipe: true,
      enableExtensions: true,
      acceptInsecureCerts: true,
      userDataDir: path.join(folder, 'chromium'),
      // Both would keep the browser from asking for extensions at all.
      ignoreDefaultArgs: ['--disable-background-networking', '--disable-default-apps'],
      args: ['--no-sandbox', '--disable-gpu', '--ignore-certificate-errors', `--proxy-server=127.0.0.1:${sites.port}`],
    });
    await hasTold('Chrome');
    const session = await browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    // The background stands there, so a welcome would be seen too.
    expect(targetInfos.map(({ url }) => url).filter((url) => url.startsWith(`chrome-extension://${id}/`))).toEqual([
      `chrome-extension://${id}/background.js`,
    ]);
    takeAway();
    await browser.close();
  });

  test('is Firefox ESR, from an address of the organisation’s own, with its policy', async () => {
    const { policies } = template('firefox/policies.json');
    const [id = ''] = Object.keys(policies.ExtensionSettings);
    const xpi = path.join(folder, 'pos-signup-guard.xpi');
    writeFileSync(xpi, readFileSync(zipOf('firefox')));
    policies.ExtensionSettings[id].install_url = `file://${xpi}`;
    policies['3rdparty'].Extensions[id] = settings;
    takeAway = placePolicy('firefox', { policies });
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: await findBrowser('firefox'),
      headless: true,
      acceptInsecureCerts: true,
      userDataDir: mkdirSync(path.join(folder, 'firefox'), { recursive: true }) ?? '',
      extraPrefsFirefox: {
        // Ours is not signed by Mozilla yet; ESR lets an administrator say so.
        'xpinstall.signatures.required': false,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': sites.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': sites.port,
      },
    });
    await hasTold('Firefox');
    takeAway();
    await browser.close();
    expect(existsSync('/etc/firefox/policies/policies.json')).toBe(false);
  });
});
