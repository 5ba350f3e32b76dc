import { firefoxPolicies, linuxPolicy, managedSchema } from './json-templates.ts';
import { type ExtensionIds, placeholderIds } from './keys.ts';
import { mobileconfig } from './mac-templates.ts';
import { intuneNotes, reference } from './reference.ts';
import { adml, admx, registryFile } from './windows-templates.ts';

/** A template's bytes: Windows reads a registry file with Chinese in it only as UTF-16 with a mark. */
export const encodeTemplate = (file: string, text: string): Buffer =>
  file.endsWith('.reg') ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, 'utf8');

/** Every generated file by its path in the project, with its text. */
export function policyTemplates(ids: ExtensionIds = placeholderIds): Record<string, string> {
  return {
    'public/managed-schema.json': managedSchema(),
    'deploy/windows/pos-signup-guard.admx': admx(ids),
    'deploy/windows/en-US/pos-signup-guard.adml': adml('en'),
    'deploy/windows/zh-CN/pos-signup-guard.adml': adml('zh'),
    'deploy/windows/chrome.reg': registryFile('Chrome', ids),
    'deploy/windows/edge.reg': registryFile('Edge', ids),
    'deploy/windows/intune.md': intuneNotes(ids),
    'deploy/linux/chrome.json': linuxPolicy(ids.chrome),
    'deploy/linux/chromium.json': linuxPolicy(ids.chrome),
    'deploy/linux/edge.json': linuxPolicy(ids.edge),
    'deploy/firefox/policies.json': firefoxPolicies(ids),
    'deploy/macos/chrome.mobileconfig': mobileconfig('chrome', ids),
    'deploy/macos/edge.mobileconfig': mobileconfig('edge', ids),
    'deploy/macos/firefox.mobileconfig': mobileconfig('firefox', ids),
    'deploy/reference.en.md': reference('en'),
    'deploy/reference.zh.md': reference('zh'),
  };
}
