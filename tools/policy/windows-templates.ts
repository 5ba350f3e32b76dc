import { type ExtensionIds, installation, type KeySheet, keySheets } from './keys.ts';
import { escapeXml } from './xml.ts';

/** One browser as Windows policies know it. */
interface Place {
  id: string;
  label: string;
  key: (ids: ExtensionIds) => string;
}

const places: Place[] = [
  {
    id: 'Chrome',
    label: 'Google Chrome',
    key: ({ chrome }) => `Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${chrome}\\policy`,
  },
  { id: 'Edge', label: 'Microsoft Edge', key: ({ edge }) => `Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${edge}\\policy` },
  {
    id: 'Firefox',
    label: 'Mozilla Firefox',
    key: ({ firefox }) => `Software\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${firefox}`,
  },
];

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/**
 * Group Policy definitions of every key for the three browsers. Without Edge for Intune: Windows takes no definitions from outside
 * that write below Software\\Policies\\Microsoft\\Edge.
 */
export function admx(ids: ExtensionIds, isForIntune = false): string {
  const shown = places.filter(({ id }) => !isForIntune || id !== 'Edge');
  const policies = shown.flatMap((place) => keySheets.map((sheet) => admxPolicy(sheet, place, ids)));
  const categories = shown.map(
    ({ id }) => `    <category name="${id}" displayName="$(string.${id})"><parentCategory ref="Guard" /></category>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="guard" namespace="PosSignupGuard.Policies" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn><definitions><definition name="Any" displayName="$(string.Any)" /></definitions></supportedOn>
  <categories>
    <category name="Guard" displayName="$(string.Guard)" />
${categories.join('\n')}
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`;
}

function admxPolicy({ name, shape }: KeySheet, { id, key }: Place, ids: ExtensionIds): string {
  const path = escapeXml(key(ids));
  const policy = `${id}_${name}`;
  const open = `    <policy name="${policy}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_does)" key="${path}"`;
  const about = `<parentCategory ref="${id}" /><supportedOn ref="Any" />`;
  if (shape.kind === 'boolean') {
    const values = '<enabledValue><decimal value="1" /></enabledValue><disabledValue><decimal value="0" /></disabledValue>';
    return `${open} valueName="${name}">${about}${values}</policy>`;
  }
  return `${open} presentation="$(presentation.${name})">${about}<elements>${admxElement({ name, shape }, path)}</elements></policy>`;
}

function admxElement({ name, shape }: Pick<KeySheet, 'name' | 'shape'>, path: string): string {
  switch (shape.kind) {
    case 'integer':
      return `<decimal id="${name}" valueName="${name}" minValue="${shape.min}" maxValue="${shape.max}" required="true" />`;
    case 'choice': {
      const items = shape.choices.map(
        (word) => `<item displayName="$(string.choice_${word})"><value><string>${word}</string></value></item>`,
      );
      return `<enum id="${name}" valueName="${name}" required="true">${items.join('')}</enum>`;
    }
    case 'texts':
    case 'objects':
      return `<list id="${name}" key="${path}\\${name}" valuePrefix="" />`;
    default:
      return `<text id="${name}" valueName="${name}" maxLength="${shape.kind === 'text' ? shape.max : 100}" required="true" />`;
  }
}

/** The texts of the definitions in one language. */
export function adml(language: 'en' | 'zh'): string {
  const own =
    language === 'en'
      ? { guard: 'POS Signup Guard', any: 'Chrome or Edge 137, Firefox 140' }
      : { guard: '办机卫士', any: 'Chrome 或 Edge 137，Firefox 140' };
  const strings: [string, string][] = [
    ['Guard', own.guard],
    ['Any', own.any],
    ...places.map(({ id, label }): [string, string] => [id, label]),
    ...keySheets.flatMap((sheet): [string, string][] => [
      [sheet.name, sheet[language].title],
      [`${sheet.name}_does`, sheet[language].does],
    ]),
    ...choiceWords().map((word): [string, string] => [`choice_${word}`, word]),
  ];
  const table = strings.map(([id, text]) => `      <string id="${id}">${escapeXml(text)}</string>`);
  const presentations = keySheets
    .filter(({ shape }) => shape.kind !== 'boolean')
    .map((sheet) => `      ${presentation(sheet, sheet[language].title)}`);
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <displayName>${escapeXml(own.guard)}</displayName>
  <description>${escapeXml(own.guard)}</description>
  <resources>
    <stringTable>
${table.join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

const choiceWords = () => [...new Set(keySheets.flatMap(({ shape }) => (shape.kind === 'choice' ? shape.choices : [])))];

function presentation({ name, shape, fallback }: KeySheet, title: string): string {
  const label = escapeXml(title);
  const control = {
    boolean: '',
    integer: `<decimalTextBox refId="${name}" defaultValue="${fallback}">${label}</decimalTextBox>`,
    choice: `<dropdownList refId="${name}" defaultItem="0">${label}</dropdownList>`,
    text: `<textBox refId="${name}"><label>${label}</label></textBox>`,
    texts: `<listBox refId="${name}">${label}</listBox>`,
    objects: `<listBox refId="${name}">${label}</listBox>`,
  }[shape.kind];
  return `<presentation id="${name}">${control}</presentation>`;
}

/** A registry file with every key's example, for Chrome or Edge. */
export function registryFile(browser: 'Chrome' | 'Edge', ids: ExtensionIds): string {
  const place = places.find(({ id }) => id === browser);
  const key = `HKEY_LOCAL_MACHINE\\${place?.key(ids)}`;
  const plain = keySheets.flatMap(({ name, example }) => (Array.isArray(example) ? [] : [`"${name}"=${registryValue(example)}`]));
  const lists = keySheets.flatMap(({ name, example }) =>
    Array.isArray(example) ? ['', `[${key}\\${name}]`, ...example.map((item, at) => `"${at + 1}"=${registryValue(item)}`)] : [],
  );
  return ['Windows Registry Editor Version 5.00', '', `[${key}]`, ...plain, ...lists, ''].join('\r\n');
}

/** A registry file that has the extension installed by force. */
export function installationFile(browser: 'Chrome' | 'Edge', ids: ExtensionIds): string {
  const [vendor, own] = browser === 'Chrome' ? (['Google\\Chrome', 'chrome'] as const) : (['Microsoft\\Edge', 'edge'] as const);
  const values = Object.entries(installation(own, ids)).map(([name, value]) => `"${name}"=${registryValue(value)}`);
  const key = `HKEY_LOCAL_MACHINE\\Software\\Policies\\${vendor}\\ExtensionSettings\\${ids[own]}`;
  return ['Windows Registry Editor Version 5.00', '', `[${key}]`, ...values, ''].join('\r\n');
}

/** A PowerShell script that sets every key's example for Edge, or takes all away: what Intune runs in place of definitions. */
export function edgeScript(ids: ExtensionIds): string {
  const key = `HKLM:\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ids.edge}\\policy`;
  const set = (place: string, name: string, value: unknown) =>
    `New-ItemProperty -Path ${place} -Name '${name}' -PropertyType ${typeof value === 'string' ? 'String' : 'DWord'} -Value ${psValue(value)} -Force | Out-Null`;
  const plain = keySheets.flatMap(({ name, example }) => (Array.isArray(example) ? [] : [set('$key', name, example)]));
  const lists = keySheets.flatMap(({ name, example }) =>
    Array.isArray(example)
      ? [
          `New-Item -Path "$key\\${name}" -Force | Out-Null`,
          ...example.map((item, at) => set(`"$key\\${name}"`, String(at + 1), typeof item === 'string' ? item : JSON.stringify(item))),
        ]
      : [],
  );
  return [
    'param([switch]$Remove)',
    "$ErrorActionPreference = 'Stop'",
    `$key = '${key}'`,
    '# A key that is gone from this script must be gone from the computer too.',
    'if (Test-Path $key) { Remove-Item -Path $key -Recurse -Force }',
    'if ($Remove) { exit 0 }',
    'New-Item -Path $key -Force | Out-Null',
    ...plain,
    ...lists,
    '',
  ].join('\r\n');
}

function psValue(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(Number(value));
}

function registryValue(value: unknown): string {
  if (typeof value === 'boolean') return `dword:0000000${value ? 1 : 0}`;
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
