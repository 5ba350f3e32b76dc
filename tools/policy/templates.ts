import { firefoxPolicies, linuxInstallation, linuxPolicy, managedSchema } from './json-templates.ts';
import { type ExtensionIds, placeholderIds } from './keys.ts';
import { mobileconfig } from './mac-templates.ts';
import { intuneNotes, reference } from './reference.ts';
import { sampleEvents } from './sample-events.ts';
import { updateManifest } from './update-manifest.ts';
import { adml, admx, edgeScript, installationFile, registryFile } from './windows-templates.ts';

/** A template's bytes: with Chinese in it Windows reads a registry file only as UTF-16 with a mark, and a script only with a mark. */
export function encodeTemplate(file: string, text: string): Buffer {
  if (file.endsWith('.reg')) return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(file.endsWith('.ps1') ? `\ufeff${text}` : text, 'utf8');
}

/** Every generated file by its path in the project, with its text. */
export function policyTemplates(ids: ExtensionIds = placeholderIds): Record<string, string> {
  return {
    'public/managed-schema.json': managedSchema(),
    'deploy/windows/pos-signup-guard.admx': admx(ids),
    'deploy/windows/en-US/pos-signup-guard.adml': adml('en'),
    'deploy/windows/zh-CN/pos-signup-guard.adml': adml('zh'),
    'deploy/windows/chrome.reg': registryFile('Chrome', ids),
    'deploy/windows/edge.reg': registryFile('Edge', ids),
    'deploy/windows/edge.ps1': edgeScript(ids),
    'deploy/windows/intune/README.md': intuneNotes(ids),
    'deploy/windows/intune/pos-signup-guard.admx': admx(ids, true),
    'deploy/install/chrome.reg': installationFile('Chrome', ids),
    'deploy/install/edge.reg': installationFile('Edge', ids),
    'deploy/install/linux-chrome.json': linuxInstallation('chrome', ids),
    'deploy/install/linux-edge.json': linuxInstallation('edge', ids),
    'deploy/install/update.xml': updateManifest(ids.chrome, 'https://downloads.example.com/pos-signup-guard.crx', '0.1.0'),
    'deploy/linux/chrome.json': linuxPolicy(ids.chrome),
    'deploy/linux/chromium.json': linuxPolicy(ids.chrome),
    'deploy/linux/edge.json': linuxPolicy(ids.edge),
    'deploy/firefox/policies.json': firefoxPolicies(ids),
    'deploy/macos/chrome.mobileconfig': mobileconfig('chrome', ids),
    'deploy/macos/edge.mobileconfig': mobileconfig('edge', ids),
    'deploy/macos/firefox.mobileconfig': mobileconfig('firefox', ids),
    'deploy/events/sample.ndjson': sampleEvents(),
    'deploy/reference.en.md': reference('en'),
    'deploy/reference.zh.md': reference('zh'),
  };
}
