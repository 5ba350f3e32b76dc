import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';

export type BrowserName = 'chromium' | 'firefox';

const commands: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const macPrograms: Record<BrowserName, string[]> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const windowsPrograms: Record<BrowserName, string[]> = {
  chromium: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const debianPackages: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** The program of a browser on this machine: named by CHROME_PATH or FIREFOX_PATH, installed, downloaded, or installed from Debian. */
export async function findBrowser(name: BrowserName): Promise<string> {
  const found = named(name) ?? installed(name) ?? (await downloaded(name)) ?? installedFromDebian(name);
  if (found) return found;
  throw new Error(
    name === 'chromium'
      ? 'No Chrome, Chromium or Edge was found. Install one of them, or set CHROME_PATH to the program, then run this again.'
      : 'No Firefox was found. Install Firefox 140 or later, or set FIREFOX_PATH to the program, then run this again.',
  );
}

/** Sees to a font with Chinese characters where we may install one; says so where pictures will show empty boxes instead. */
export function ensureChineseFonts(say: (sentence: string) => void = console.warn): void {
  if (platform() !== 'linux') return;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (list.status === 0 && list.stdout.trim() !== '') return;
  if (aptInstall('fonts-noto-cjk')) return;
  say('No font with Chinese characters was found: screenshots will show empty boxes. Install fonts-noto-cjk.');
}

function named(name: BrowserName): string | undefined {
  const variable = name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
  const value = process.env[variable];
  if (!value) return undefined;
  if (existsSync(value)) return value;
  throw new Error(`${variable} names ${value}, which does not exist.`);
}

function installed(name: BrowserName): string | undefined {
  return usualPlaces(name).find((place) => existsSync(place));
}

function usualPlaces(name: BrowserName): string[] {
  if (platform() === 'darwin') {
    return ['/Applications', path.join(homedir(), 'Applications')].flatMap((root) =>
      macPrograms[name].map((file) => path.join(root, file)),
    );
  }
  if (platform() === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LocalAppData];
    return roots.filter((root) => root !== undefined).flatMap((root) => windowsPrograms[name].map((file) => path.join(root, file)));
  }
  const folders = new Set([...(process.env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']);
  return commands[name].flatMap((command) => [...folders].map((folder) => path.join(folder, command)));
}

async function downloaded(name: BrowserName): Promise<string | undefined> {
  const browser = name === 'chromium' ? Browser.CHROME : Browser.FIREFOX;
  const system = detectBrowserPlatform();
  if (!system) return undefined;
  try {
    const buildId = await resolveBuildId(browser, system, 'stable');
    const { executablePath } = await install({ browser, buildId, cacheDir: path.resolve('.cache/browsers') });
    // A fresh machine may lack the libraries that a downloaded browser needs; Debian's own package brings them.
    return spawnSync(executablePath, ['--version'], { timeout: 20_000 }).status === 0 ? executablePath : undefined;
  } catch {
    return undefined;
  }
}

function installedFromDebian(name: BrowserName): string | undefined {
  return aptInstall(debianPackages[name]) ? installed(name) : undefined;
}

/** Installs a Debian package where that is allowed; false where it is not, or fails. */
export function aptInstall(debianPackage: string): boolean {
  if (platform() !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  const add = () => execFileSync('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], options);
  try {
    add();
    return true;
  } catch {
    // The package lists of a fresh machine are empty.
  }
  try {
    execFileSync('apt-get', ['update'], options);
    add();
    return true;
  } catch {
    return false;
  }
}
