import { type PolicyKeyName, policyKeyNames, policyKeys } from '../../src/core/policy/keys.ts';
import type { PolicyKey, PolicyShape } from '../../src/core/policy/policy-key.ts';
import { type KeyWords, words } from './words.ts';

/** Everything a template says of one key. */
export interface KeySheet {
  name: PolicyKeyName;
  shape: PolicyShape;
  example: unknown;
  fallback: unknown;
  secret: boolean;
  en: KeyWords;
  zh: KeyWords;
}

/** All keys, in the order of the source. */
export const keySheets: KeySheet[] = policyKeyNames.map((name) => {
  const { shape, example, fallback, secret } = policyKeys[name] as PolicyKey<unknown>;
  return { name, shape, example, fallback, secret: secret === true, ...words[name] };
});

/** Every key with its example: what the templates are filled with. */
export const examplePolicy = Object.fromEntries(keySheets.map(({ name, example }) => [name, example]));

/** The extension's ids by which browsers know whose policy it is, and where each browser gets it. */
export interface ExtensionIds {
  chrome: string;
  edge: string;
  firefox: string;
  /** Addresses of update manifests, and of the signed file for Firefox. */
  from: { chrome: string; edge: string; firefox: string };
}

/** Stand-ins until the stores have given ids: replace them, or generate with `--chrome-id` and `--edge-id`. */
export const placeholderIds: ExtensionIds = {
  chrome: 'CHROME_EXTENSION_ID',
  edge: 'EDGE_EXTENSION_ID',
  firefox: 'pos-signup-guard@example.org',
  from: {
    chrome: 'https://clients2.google.com/service/update2/crx',
    edge: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
    firefox: 'https://downloads.example.com/pos-signup-guard.xpi',
  },
};

/** The ids and addresses of a package that the organisation signs and serves itself, for Chrome and Edge alike. */
export const ownServer = (id: string, server: string): ExtensionIds => {
  const manifest = `${server.replace(/\/*$/, '')}/update.xml`;
  return {
    ...placeholderIds,
    chrome: id,
    edge: id,
    from: { chrome: manifest, edge: manifest, firefox: `${server.replace(/\/*$/, '')}/pos-signup-guard.xpi` },
  };
};

/** What makes a browser install the extension by itself and keep it: the entry for its id in `ExtensionSettings`. */
export function installation(browser: 'chrome' | 'edge', { from }: ExtensionIds): Record<string, string | boolean> {
  const isOwnServer = from[browser] !== placeholderIds.from[browser];
  return {
    installation_mode: 'force_installed',
    update_url: from[browser],
    // Otherwise updates would be looked for where the package says, and ours says nothing.
    ...(isOwnServer && { override_update_url: true }),
    ...(browser === 'chrome' ? { toolbar_pin: 'force_pinned' } : { toolbar_state: 'force_shown' }),
  };
}

/** Indented JSON with a last line end. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
