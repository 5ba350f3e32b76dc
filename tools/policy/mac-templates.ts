import { createHash } from 'node:crypto';
import { type ExtensionIds, examplePolicy } from './keys.ts';
import { escapeXml } from './xml.ts';

/** A configuration profile for one browser on macOS, with every key's example. */
export function mobileconfig(browser: 'chrome' | 'edge' | 'firefox', ids: ExtensionIds): string {
  const name = { chrome: 'Google Chrome', edge: 'Microsoft Edge', firefox: 'Mozilla Firefox' }[browser];
  const payload = payloadOf(browser, ids);
  const outer = {
    PayloadContent: [
      { ...payload, PayloadIdentifier: `guard.policy.${browser}.settings`, PayloadUUID: uuidOf(`${browser} settings`), PayloadVersion: 1 },
    ],
    PayloadDisplayName: `POS Signup Guard 办机卫士 (${name})`,
    PayloadIdentifier: `guard.policy.${browser}`,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: uuidOf(browser),
    PayloadVersion: 1,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${plist(outer, '')}
</plist>
`;
}

function payloadOf(browser: 'chrome' | 'edge' | 'firefox', { chrome, edge, firefox }: ExtensionIds): Record<string, unknown> {
  switch (browser) {
    case 'chrome':
      return { PayloadType: `com.google.Chrome.extensions.${chrome}`, ...examplePolicy };
    case 'edge':
      return { PayloadType: `com.microsoft.Edge.extensions.${edge}`, ...examplePolicy };
    case 'firefox':
      return {
        PayloadType: 'org.mozilla.firefox',
        EnterprisePoliciesEnabled: true,
        '3rdparty': { Extensions: { [firefox]: examplePolicy } },
      };
  }
}

/** The same profile keeps the same number, so that a new version replaces the old one. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`pos-signup-guard ${name}`).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function plist(value: unknown, indent: string): string {
  if (typeof value === 'boolean') return `${indent}<${value} />`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (typeof value === 'string') return `${indent}<string>${escapeXml(value)}</string>`;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return [`${indent}<array>`, ...value.map((item) => plist(item, inner)), `${indent}</array>`].join('\n');
  const entries = Object.entries(value as object).map(([key, item]) => `${inner}<key>${escapeXml(key)}</key>\n${plist(item, inner)}`);
  return [`${indent}<dict>`, ...entries, `${indent}</dict>`].join('\n');
}
