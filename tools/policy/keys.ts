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

/** The extension's ids by which browsers know whose policy it is. */
export interface ExtensionIds {
  chrome: string;
  edge: string;
  firefox: string;
}

/** Stand-ins until the stores have given ids: replace them, or generate with `--chrome-id` and `--edge-id`. */
export const placeholderIds: ExtensionIds = {
  chrome: 'CHROME_EXTENSION_ID',
  edge: 'EDGE_EXTENSION_ID',
  firefox: 'pos-signup-guard@example.org',
};

/** Indented JSON with a last line end. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
