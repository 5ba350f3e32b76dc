import * as z from 'zod/mini';

export const languages = ['zh_CN', 'zh_TW', 'en'] as const;
/** Whom the guard is for. */
export const audiences = ['me', 'relative', 'company'] as const;
/** Pictures for the visitor's mark. */
export const markPictures = [
  'sun',
  'moon',
  'star',
  'leaf',
  'flower',
  'fish',
  'boat',
  'house',
  'cup',
  'umbrella',
  'key',
  'mountain',
] as const;

const longestPhrase = 12;
const longestName = 20;

const hasAtMost = (characters: number) =>
  z.refine<string>((words) => [...words].length <= characters && !/[\p{C}\p{Zl}\p{Zp}]/u.test(words) && words === words.trim());
const between = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** What the visitor chose. Every key is optional: absent means the default. */
export const settingsSchema = z.object({
  /** The language of everything we say; absent: the browser's. */
  language: z.optional(z.enum(languages)),
  /** Larger words in warnings and on our pages. */
  largeText: z.optional(z.boolean()),
  audience: z.optional(z.enum(audiences)),
  /** A picture and a phrase that only our own pages show, so that an imitation can be told apart. */
  mark: z.optional(z.object({ picture: z.enum(markPictures), phrase: z.string().check(hasAtMost(longestPhrase)) })),
  /** Whom to call first: shown on every warning. */
  helper: z.optional(
    z.object({ name: z.string().check(hasAtMost(longestName)), phone: z.string().check(z.regex(/^$|^[0-9+*#][0-9+*#() -]{2,19}$/)) }),
  ),
  historyEnabled: z.optional(z.boolean()),
  historyDays: z.optional(between(1, 3_650)),
  historyRows: z.optional(between(100, 100_000)),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;
/** Some settings anew; `undefined` puts one back to its default. */
export type SettingChanges = { [K in SettingName]?: Settings[K] | undefined };

/** What holds where nobody chose. */
export const defaultSettings = { largeText: false, audience: 'me', historyEnabled: true, historyDays: 90, historyRows: 5_000 } as const;
/** Settings with every default filled in. */
export type EffectiveSettings = Settings & { [K in keyof typeof defaultSettings]-?: NonNullable<Settings[K]> };

/** Settings as far as they can be understood: a value of the wrong kind is dropped alone. */
export function parseSettings(raw: unknown): Settings {
  if (typeof raw !== 'object' || raw === null) return {};
  const kept = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value: unknown = Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined;
    const parsed = value === undefined ? undefined : schema.safeParse(value);
    return parsed?.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(kept) as Settings;
}

/** What holds: the organisation's settings over the visitor's own over the defaults. */
export function effectiveSettings(imposed: Settings, own: Settings): EffectiveSettings {
  // Parsed settings hold no `undefined` that could take the place of a default.
  return { ...defaultSettings, ...own, ...imposed } as EffectiveSettings;
}
