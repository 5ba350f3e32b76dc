import { browser } from 'wxt/browser';

/** The version of this extension. */
export const ownVersion = () => browser.runtime.getManifest().version;

/** The browser's own name and version, without the rest of what it says of the machine. */
export function describeBrowser(agent: string = navigator.userAgent): { name: string; version: string } {
  for (const [name, mark] of [
    ['Edge', 'Edg'],
    ['Firefox', 'Firefox'],
    ['Chrome', 'Chrome'],
  ] as const) {
    const version = new RegExp(`${mark}/([\\d.]+)`).exec(agent)?.[1];
    if (version !== undefined) return { name, version };
  }
  return { name: 'other', version: '' };
}
