import type { PolicyShape } from '../../src/core/policy/policy-key.ts';
import { type ExtensionIds, examplePolicy, installation, keySheets, toJson } from './keys.ts';

/** Chrome's schema: types alone. An enum or a pattern there would make the browser drop a whole list for one bad item, and tell nobody. */
export const managedSchema = (): string =>
  toJson({
    type: 'object',
    properties: Object.fromEntries(
      keySheets.map(({ name, shape, en }) => [name, { title: en.title, description: en.does, ...schemaOf(shape) }]),
    ),
  });

function schemaOf(shape: PolicyShape): object {
  switch (shape.kind) {
    case 'boolean':
    case 'integer':
      return { type: shape.kind };
    case 'text':
    case 'choice':
      return { type: 'string' };
    case 'texts':
      return { type: 'array', items: { type: 'string' } };
    case 'objects': {
      const properties = Object.entries(shape.properties).map(([name, kind]) => [
        name,
        kind === 'texts' ? { type: 'array', items: { type: 'string' } } : { type: 'string' },
      ]);
      return { type: 'array', items: { type: 'object', properties: Object.fromEntries(properties) } };
    }
  }
}

/** The file for /etc/opt/chrome, /etc/chromium or /etc/opt/edge. */
export const linuxPolicy = (id: string): string => toJson({ '3rdparty': { extensions: { [id]: examplePolicy } } });

/** The file beside it that has the extension installed by force. It replaces an `ExtensionSettings` in any other file there: merge them. */
export const linuxInstallation = (browser: 'chrome' | 'edge', ids: ExtensionIds): string =>
  toJson({ ExtensionSettings: { [ids[browser]]: installation(browser, ids) } });

/** Firefox's policies.json, with the installation. */
export const firefoxPolicies = ({ firefox, from }: ExtensionIds): string =>
  toJson({
    policies: {
      ExtensionSettings: {
        [firefox]: { installation_mode: 'force_installed', install_url: from.firefox },
      },
      '3rdparty': { Extensions: { [firefox]: examplePolicy } },
    },
  });
