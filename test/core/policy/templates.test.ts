import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { policyKeyNames, reportedEvents } from '../../../src/core/policy/keys.ts';
import { parsePolicy } from '../../../src/core/policy/parse-policy.ts';
import { examplePolicy, keySheets, ownServer } from '../../../tools/policy/keys.ts';
import { sampleEvents } from '../../../tools/policy/sample-events.ts';
import { encodeTemplate, policyTemplates } from '../../../tools/policy/templates.ts';
import { plistValue, readXml, type XmlElement } from './read-xml.ts';

const templates = policyTemplates();
const template = (file: string) => templates[file] ?? '';
const all = (element: XmlElement, name: string): XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

describe('the generated templates', () => {
  test.each(Object.keys(templates))('%s is what the source generates today', (file) => {
    const written = readFileSync(file);
    expect(written.equals(encodeTemplate(file, template(file))), `run: npx node tools/build-policy.ts`).toBe(true);
  });

  test.each(['deploy/README.md', 'deploy/README.zh.md'])('%s prints one event of every kind exactly as it is sent', (guide) => {
    const text = readFileSync(guide, 'utf8');
    expect(text).toContain(`\`\`\`json\n${template('deploy/events/sample.ndjson')}\`\`\``);
    expect(new Set(sampleEvents().match(/pos_signup_guard\.\w+/g))).toEqual(
      new Set(reportedEvents.map((kind) => `pos_signup_guard.${kind}`)),
    );
  });

  test.each(['deploy/README.md', 'deploy/README.zh.md'])('%s names no file that is not there', (guide) => {
    const text = readFileSync(guide, 'utf8');
    const named = [
      ...text.matchAll(
        /`((?:install|windows|linux|firefox|macos|clickhouse\/queries|collectors|events)\/[\w./-]+\.\w+)`|\]\(([\w./-]+)\)/g,
      ),
    ].map(([, file, link]) => file ?? link ?? '');
    expect(named.length).toBeGreaterThan(20);
    for (const file of named) expect(existsSync(`deploy/${file}`), file).toBe(true);
  });

  const withKeys = Object.keys(templates).filter((file) => !/^deploy\/(?:install|events)\//.test(file));

  test.each(withKeys)('%s names every key', (file) => {
    for (const name of policyKeyNames) expect(template(file)).toMatch(new RegExp(`\\b(?:Chrome_)?${name}\\b`));
  });

  test('the schema gives types alone: a rule there would make Chrome drop whole lists in silence', () => {
    const schema = JSON.parse(template('public/managed-schema.json'));
    expect(Object.keys(schema).sort()).toEqual(['properties', 'type']);
    expect(JSON.stringify(schema)).not.toMatch(/"(?:enum|pattern|format|minimum|maximum|required|additionalProperties)":/);
    expect(Object.keys(schema.properties)).toEqual(policyKeyNames);
  });

  test.each(['linux/chrome.json', 'linux/chromium.json', 'linux/edge.json', 'firefox/policies.json'])(
    'deploy/%s is a policy we understand whole',
    (file) => {
      const tree = JSON.parse(template(`deploy/${file}`));
      const [policy] = Object.values((tree.policies ?? tree)['3rdparty'].extensions ?? tree.policies['3rdparty'].Extensions);
      expect(parsePolicy(policy).rejected).toEqual([]);
      expect(policy).toEqual(examplePolicy);
    },
  );

  test.each(['chrome', 'edge', 'firefox'])('deploy/macos/%s.mobileconfig is a property list that we understand whole', (browser) => {
    const [root] = readXml(template(`deploy/macos/${browser}.mobileconfig`)).children;
    const profile = plistValue(root as XmlElement) as { PayloadContent: Record<string, unknown>[] };
    const [payload] = profile.PayloadContent;
    const nested = payload?.['3rdparty'] as { Extensions: Record<string, object> } | undefined;
    const policy = nested ? Object.values(nested.Extensions)[0] : payload;
    expect(policy).toMatchObject(examplePolicy);
    expect(parsePolicy(policy).rejected.filter(({ at }) => !at.startsWith('Payload'))).toEqual([]);
  });

  test('the Windows definitions are well-formed, name every key for three browsers, and refer to nothing that is missing', () => {
    const admx = readXml(template('deploy/windows/pos-signup-guard.admx'));
    const policies = all(admx, 'policy');
    expect(policies.map(({ attributes }) => attributes['name'])).toEqual(
      ['Chrome', 'Edge', 'Firefox'].flatMap((browser) => policyKeyNames.map((name) => `${browser}_${name}`)),
    );
    for (const language of ['en-US', 'zh-CN']) {
      const adml = readXml(template(`deploy/windows/${language}/pos-signup-guard.adml`));
      const ids = (name: string) => new Set(all(adml, name).map(({ attributes }) => attributes['id']));
      const wanted = [...template('deploy/windows/pos-signup-guard.admx').matchAll(/\$\((string|presentation)\.(\w+)\)/g)];
      expect(wanted.length).toBeGreaterThan(policyKeyNames.length * 6);
      for (const [, kind, id] of wanted) expect(ids(kind ?? ''), `${kind} ${id} in ${language}`).toContain(id);
      const controls = new Set(all(adml, 'presentation').flatMap(({ children }) => children.map(({ attributes }) => attributes['refId'])));
      for (const element of policies.flatMap((policy) => all(policy, 'elements').flatMap(({ children }) => children)))
        expect(controls).toContain(element.attributes['id']);
    }
  });

  test('Intune’s definitions are the same without Edge, where Windows lets nobody else write', () => {
    const names = all(readXml(template('deploy/windows/intune/pos-signup-guard.admx')), 'policy').map(
      ({ attributes }) => attributes['name'],
    );
    expect(names).toEqual(['Chrome', 'Firefox'].flatMap((browser) => policyKeyNames.map((name) => `${browser}_${name}`)));
    expect(template('deploy/windows/intune/pos-signup-guard.admx')).not.toContain('Policies\\Microsoft');
    expect(template('deploy/windows/intune/README.md')).not.toContain('Guard~Edge');
  });

  test('deploy/windows/edge.ps1 sets every key with its own type and takes all away on request', () => {
    const [first, ...lines] = template('deploy/windows/edge.ps1').split('\r\n');
    expect(first).toBe('param([switch]$Remove)');
    const sets =
      /^New-ItemProperty -Path (?:\$key|"\$key\\\w+") -Name '\w+' -PropertyType (?:String -Value '(?:[^']|'')*'|DWord -Value \d+) -Force \| Out-Null$/;
    const settings = lines.filter((line) => line.startsWith('New-ItemProperty'));
    for (const line of settings) expect(line).toMatch(sets);
    expect(settings.length).toBe(
      Object.values(examplePolicy).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0),
    );
    expect(lines.findIndex((line) => line.startsWith('if ($Remove)'))).toBeLessThan(lines.findIndex((line) => line.startsWith('New-Item')));
    expect(encodeTemplate('x.ps1', '中').toString('hex')).toBe('efbbbfe4b8ad');
  });

  test.each([
    ['chrome', 'toolbar_pin'],
    ['edge', 'toolbar_state'],
  ])('deploy/install has %s install the extension by force, from a registry and from a file alike', (browser, pin) => {
    const { ExtensionSettings } = JSON.parse(template(`deploy/install/linux-${browser}.json`));
    const [[id, entry]] = Object.entries<Record<string, string>>(ExtensionSettings) as [[string, Record<string, string>]];
    expect(Object.keys(entry)).toEqual(['installation_mode', 'update_url', pin]);
    const lines = template(`deploy/install/${browser}.reg`).split('\r\n');
    expect(lines[2]).toMatch(new RegExp(`\\\\ExtensionSettings\\\\${id}\\]$`));
    expect(lines.slice(3, -1)).toEqual(Object.entries(entry).map(([name, value]) => `"${name}"="${value}"`));
  });

  test('a set for the organisation’s own server names its key’s id everywhere and keeps updates coming from there', () => {
    const own = policyTemplates(ownServer('a'.repeat(32), 'https://updates.example.com/guard/'));
    expect(JSON.stringify(own)).not.toMatch(/(?:CHROME|EDGE)_EXTENSION_ID/);
    expect(JSON.parse(own['deploy/install/linux-chrome.json'] ?? '')).toEqual({
      ExtensionSettings: {
        ['a'.repeat(32)]: {
          installation_mode: 'force_installed',
          update_url: 'https://updates.example.com/guard/update.xml',
          override_update_url: true,
          toolbar_pin: 'force_pinned',
        },
      },
    });
    expect(own['deploy/install/edge.reg']).toContain('"override_update_url"=dword:00000001');
  });

  test.each(['chrome', 'edge'])('deploy/windows/%s.reg follows the grammar of registry files and holds every key', (browser) => {
    const [mark, blank, ...lines] = template(`deploy/windows/${browser}.reg`).split('\r\n');
    expect([mark, blank]).toEqual(['Windows Registry Editor Version 5.00', '']);
    for (const line of lines)
      expect(line).toMatch(/^$|^\[HKEY_LOCAL_MACHINE\\[^\]]+\]$|^"\w+"=(?:dword:[0-9a-f]{8}|"(?:[^"\\]|\\[\\"])*")$/);
    for (const { name, example } of keySheets)
      expect(lines.some((line) => (Array.isArray(example) ? line.endsWith(`\\policy\\${name}]`) : line.startsWith(`"${name}"=`)))).toBe(
        true,
      );
    expect(encodeTemplate('x.reg', 'a').subarray(0, 4)).toEqual(Buffer.from([0xff, 0xfe, 0x61, 0]));
  });

  test('another reader of XML and property lists agrees, where this machine has one', () => {
    const script =
      'import sys,plistlib,xml.dom.minidom\nfor f in sys.argv[1:]:\n xml.dom.minidom.parse(f)\n if f.endswith("config"): plistlib.load(open(f,"rb"))\nprint("agreed")';
    const files = Object.keys(templates).filter((file) => /\.(?:admx|adml|mobileconfig|xml)$/.test(file));
    const { status, stdout, stderr } = spawnSync('python3', ['-c', script, ...files], { encoding: 'utf8' });
    if (status !== null) expect(stdout.trim(), stderr).toBe('agreed');
  });
});
