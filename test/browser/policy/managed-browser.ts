import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtExtension } from '../../../tools/lab/built-extension.ts';
import { type Lab, launchGuarded } from '../../../tools/lab/launch.ts';
import type { SiteServer } from '../../../tools/lab/sites.ts';

/** A browser whose extension an administrator manages: by the system's own policy files, for a copy of the build that nobody else has. */
export interface ManagedBrowser {
  lab: Lab;
  /** Puts a policy in force; undefined takes it away. Chromium takes it over while it runs, Firefox is started anew. Answers the milliseconds it took. */
  impose(policy: Record<string, unknown> | undefined): Promise<number>;
  /** Writes a policy and does nothing else. */
  write(policy: Record<string, unknown>): void;
  close(): Promise<void>;
}

/** Why policies can't be tested here, or undefined where they can. */
export const whyUnmanageable = (): string | undefined =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? undefined
    : 'Managed policies can only be tested as root on Linux: they live in /etc.';

const chromiumFolder = '/etc/chromium/policies/managed';
const firefoxFile = '/etc/firefox/policies/policies.json';

/** Starts a browser with a copy of the build under an id of its own; policies for that id touch nobody else's browser. */
export async function manageBrowser(name: 'chromium' | 'firefox', sites: SiteServer): Promise<ManagedBrowser> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guard-managed-'));
  const { extensionDir, id } = copyBuild(name, folder);
  const files = name === 'chromium' ? chromiumFiles(id) : firefoxFiles(id);
  // A test that is interrupted must not leave a policy behind.
  const emergency = () => files.remove();
  process.once('exit', emergency);
  const launch = () => launchGuarded(name, { extensionDir, sites, profileDir: path.join(folder, 'profile') });
  const managed: ManagedBrowser = {
    lab: await launch(),
    impose: async (policy) => {
      const start = Date.now();
      if (name === 'firefox') {
        await managed.lab.close();
        if (policy) files.write(policy);
        try {
          managed.lab = await launch();
          await managed.lab.ask('explainPolicy', {});
        } finally {
          files.remove();
        }
      } else if (policy) {
        files.write(policy);
        await until(managed, (raw) => Object.keys(raw).length > 0);
      } else files.remove();
      return Date.now() - start;
    },
    write: (policy) => files.write(policy),
    close: async () => {
      files.remove();
      process.off('exit', emergency);
      await managed.lab.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return managed;
}

/** Waits until the extension has read a policy that it had not read before. */
async function until({ lab }: ManagedBrowser, isThere: (raw: Record<string, unknown>) => boolean): Promise<void> {
  const before = JSON.stringify((await lab.ask('explainPolicy', {})).raw);
  for (let tries = 0; tries < 150; tries += 1) {
    const { raw } = await lab.ask('explainPolicy', {});
    if (isThere(raw) && JSON.stringify(raw) !== before) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The browser did not hand over the policy within 15 seconds.');
}

function copyBuild(name: 'chromium' | 'firefox', folder: string): { extensionDir: string; id: string } {
  const extensionDir = path.join(folder, 'extension');
  cpSync(builtExtension(name), extensionDir, { recursive: true });
  const file = path.join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const letters = createHash('sha256').update(der).digest('hex').slice(0, 32);
  const chromeId = letters.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  const id = name === 'chromium' ? chromeId : `policy-test-${letters.slice(0, 8)}@example.org`;
  if (name === 'chromium') manifest.key = der.toString('base64');
  else manifest.browser_specific_settings.gecko.id = id;
  writeFileSync(file, JSON.stringify(manifest));
  return { extensionDir, id };
}

/** Puts a whole policy file in force for whatever starts next, and answers how to take it away; it goes with this process in any case. */
export function placePolicy(name: 'chromium' | 'firefox', content: object): () => void {
  const file = name === 'chromium' ? path.join(chromiumFolder, 'guard-test-installed.json') : firefoxFile;
  if (existsSync(file)) throw new Error(`${file} exists: this machine's browsers are managed already.`);
  const made = mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
  const remove = () => {
    rmSync(file, { force: true });
    if (made) rmSync(made, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return remove;
}

interface PolicyFiles {
  write(policy: Record<string, unknown>): void;
  remove(): void;
}

function chromiumFiles(id: string): PolicyFiles {
  const file = path.join(chromiumFolder, `guard-test-${id}.json`);
  const made = mkdirSync(chromiumFolder, { recursive: true });
  return {
    write: (policy) => writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } })),
    remove: () => {
      rmSync(file, { force: true });
      if (made) rmSync(made, { recursive: true, force: true });
    },
  };
}

function firefoxFiles(id: string): PolicyFiles {
  if (existsSync(firefoxFile))
    throw new Error(`${firefoxFile} exists: this machine's Firefox is managed already, and the test would replace its policy.`);
  let made: string | undefined;
  let written = false;
  return {
    write: (policy) => {
      made = mkdirSync(path.dirname(firefoxFile), { recursive: true });
      written = true;
      writeFileSync(firefoxFile, JSON.stringify({ policies: { '3rdparty': { Extensions: { [id]: policy } } } }));
    },
    remove: () => {
      if (written) rmSync(firefoxFile, { force: true });
      if (made && written) rmSync(made, { recursive: true, force: true });
      written = false;
    },
  };
}
