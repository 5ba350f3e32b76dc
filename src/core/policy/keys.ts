import { languages, settingsSchema } from '../settings.ts';
import { ownProviders } from './own-providers.ts';
import { choice, choices, domains, integer, line, lines, type PolicyKey, secret, webAddress, yesOrNo } from './policy-key.ts';

/** What a collector may be told of. */
export const reportedEvents = ['verdict', 'decision', 'change', 'status'] as const;

/** What `lockedSettings` may name: everything, or settings one by one, or the visitor's own trusted hosts. */
export const lockable = ['all', 'trust', ...(Object.keys(settingsSchema.shape) as (keyof typeof settingsSchema.shape)[])] as const;

/** Every key an administrator may set. A line here makes it known to the parser, the schema, every template and the reference. */
export const policyKeys = {
  mode: choice(['block', 'warn'], 'block', 'block'),
  allowBypass: yesOrNo(true, false),
  bypassDelaySeconds: integer(0, 600, 0, 30),
  bypassReasonRequired: yesOrNo(false, true),
  lockedSettings: choices(lockable, [], ['language', 'trust']),
  trustedDomains: domains(['intranet.example.com', 'partner.example.net']),
  trustedDomainsMode: choice(['add', 'replace'], 'add', 'replace'),
  blockedDomains: domains(['blocked.example.org']),
  extraProviders: ownProviders([{ name: '示例收单机构', domains: ['acquirer.example.com'], brands: ['示例付'], phone: '000-0000' }]),
  listUrl: webAddress('https://lists.example.com/guard/'),
  listPublicKeys: lines(8, 200, ['RXhhbXBsZUtleU9ubHlOb3RBUmVhbE9uZQ==']),
  historyEnabled: yesOrNo(true, true),
  historyDays: integer(1, 3_650, 90, 180),
  allowExport: yesOrNo(true, false),
  allowPause: yesOrNo(true, false),
  helperText: line(80, '有疑问请先联系信息安全部'),
  helperUrl: webAddress('https://help.example.com/pos'),
  language: choice(languages, '', 'zh_CN'),
  largeText: yesOrNo(false, true),
  hideFirstRun: yesOrNo(false, true),
  reportUrl: webAddress('https://collector.example.com/pos-signup-guard'),
  reportAuthorization: secret(2_000, 'Splunk 00000000-0000-0000-0000-000000000000'),
  reportKey: secret(500, 'replace-this-with-a-long-random-text'),
  reportEvents: choices(reportedEvents, reportedEvents, ['verdict', 'decision', 'change', 'status']),
  reportDetail: choice(['domain', 'host', 'path'], 'host', 'host'),
} as const satisfies Record<string, PolicyKey<never> | PolicyKey<unknown>>;

export type PolicyKeyName = keyof typeof policyKeys;
type ValueOf<K> = K extends PolicyKey<infer T> ? T : never;

/** What an administrator imposes: a key that is present is forced. */
export type Policy = { [K in PolicyKeyName]?: ValueOf<(typeof policyKeys)[K]> };
/** The same with what holds where nothing is imposed. */
export type EffectivePolicy = { [K in PolicyKeyName]: ValueOf<(typeof policyKeys)[K]> };

export const policyKeyNames = Object.keys(policyKeys) as PolicyKeyName[];
