import type { PolicyShape } from '../../src/core/policy/policy-key.ts';
import { type ExtensionIds, type KeySheet, keySheets } from './keys.ts';

const phrases = {
  en: {
    title: 'Policy keys',
    intro:
      'Generated from `src/core/policy/keys.ts`; change it there. A key that is present is forced; a bad item is left out alone and named on the policy page.',
    type: 'Type',
    fallback: 'Without it',
    example: 'Example',
    secret: 'Never shown on the policy page.',
    kinds: { boolean: 'true or false', text: 'text', texts: 'list of texts', objects: 'list of objects' },
    upTo: (max: number) => `, up to ${max} characters`,
    whole: (min: number, max: number) => `whole number, ${min} to ${max}`,
    oneOf: 'one of',
    anyOf: 'any of',
  },
  zh: {
    title: '策略键',
    intro: '由 `src/core/policy/keys.ts` 生成，请在那里修改。写了的键即为强制；有问题的条目单独舍弃，并列在策略页上。',
    type: '类型',
    fallback: '不设时',
    example: '例子',
    secret: '策略页上从不显示。',
    kinds: { boolean: 'true 或 false', text: '文字', texts: '文字列表', objects: '对象列表' },
    upTo: (max: number) => `，最多 ${max} 个字符`,
    whole: (min: number, max: number) => `整数，${min} 至 ${max}`,
    oneOf: '其中之一：',
    anyOf: '可用的有：',
  },
} as const;

/** Every key with its type, its default and an example, in one language. */
export function reference(language: 'en' | 'zh'): string {
  const say = phrases[language];
  return [`# ${say.title}`, '', say.intro, '', ...keySheets.map((sheet) => section(sheet, language))].join('\n');
}

function section(sheet: KeySheet, language: 'en' | 'zh'): string {
  const say = phrases[language];
  const { title, does } = sheet[language];
  return [
    `## \`${sheet.name}\` · ${title}`,
    '',
    does + (sheet.secret ? ` ${say.secret}` : ''),
    '',
    `- ${say.type}: ${describe(sheet.shape, language)}`,
    `- ${say.fallback}: \`${JSON.stringify(sheet.fallback)}\``,
    `- ${say.example}: \`${JSON.stringify({ [sheet.name]: sheet.example })}\``,
    '',
  ].join('\n');
}

function describe(shape: PolicyShape, language: 'en' | 'zh'): string {
  const say = phrases[language];
  if (shape.kind === 'integer') return say.whole(shape.min, shape.max);
  if (shape.kind === 'choice') return `${say.oneOf} ${shape.choices.map((word) => `\`${word}\``).join(' ')}`;
  if (shape.kind === 'text') return say.kinds.text + say.upTo(shape.max);
  if (shape.kind === 'objects')
    return `${say.kinds.objects}: ${Object.keys(shape.properties)
      .map((name) => `\`${name}\``)
      .join(' ')}`;
  if (shape.kind === 'texts' && shape.choices)
    return `${say.kinds.texts}, ${say.anyOf} ${shape.choices.map((word) => `\`${word}\``).join(' ')}`;
  return say.kinds[shape.kind];
}

/** How to bring the keys to computers that Intune manages, with the address of every key. */
export function intuneNotes(ids: ExtensionIds): string {
  const area = './Device/Vendor/MSFT/Policy/Config/PosSignupGuard~Policy~Guard';
  const rows = keySheets.map(
    ({ name, shape, example }) => `| \`${area}~Chrome/Chrome_${name}\` | \`${intuneValue(name, shape, example)}\` |`,
  );
  return [
    '# Intune',
    '',
    'Written after the documentation of Windows and Intune; it was not run in a tenant here. Try it on one computer first.',
    '',
    '## Edge: a script',
    '',
    'Windows takes no definitions from outside that write below `Software\\Policies\\Microsoft\\Edge` (“Win32 and Desktop Bridge app ADMX policy ingestion” names',
    'the places). So: take out of `windows/edge.ps1` what you do not want, then Devices → Scripts and remediations → Platform scripts → Add → Windows 10 and later,',
    'run as the system, not with the logged-on credentials. `edge.ps1 -Remove` takes the keys away.',
    '',
    '## Chrome and Firefox: definitions',
    '',
    '1. Once: Devices → Configuration → New policy → Templates → Custom. OMA-URI `./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/PosSignupGuard/Policy/GuardAdmx`,',
    '   data type String, value: the whole of `windows/intune/pos-signup-guard.admx` (the one without Edge).',
    '2. A row of type String for every key you want, as below; for Firefox write `~Firefox/Firefox_…`.',
    '',
    '## Installation',
    '',
    `Settings catalogue: Microsoft Edge → Extensions → “Control which extensions are installed silently”: \`${ids.edge};${ids.from.edge}\`;`,
    `Google Chrome → Extensions → the same: \`${ids.chrome};${ids.from.chrome}\`.`,
    '',
    '## Every key',
    '',
    '| OMA-URI | value |',
    '|---|---|',
    ...rows,
    '',
    'Lists are pairs of number and value, separated by the character U+F000 (written here as `&#xF000;`).',
    '',
  ].join('\n');
}

function intuneValue(name: string, shape: PolicyShape, example: unknown): string {
  if (shape.kind === 'boolean') return example ? '<enabled/>' : '<disabled/>';
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).replace(/"/g, '&quot;');
  const value = Array.isArray(example) ? example.flatMap((item, at) => [String(at + 1), text(item)]).join('&#xF000;') : text(example);
  return `<enabled/><data id="${name}" value="${value}"/>`;
}
