import * as z from 'zod/mini';

export const languages = ['zh_CN', 'zh_TW', 'en'] as const;

/** What the visitor chose. Every key is optional: absent means the default. */
export const settingsSchema = z.object({
  /** The language of everything we say; absent: the browser's. */
  language: z.optional(z.enum(languages)),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings as far as they can be understood: a value of the wrong kind is dropped alone. */
export function parseSettings(raw: unknown): Settings {
  if (typeof raw !== 'object' || raw === null) return {};
  const kept = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value: unknown = Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined;
    return value !== undefined && schema.safeParse(value).success ? [[key, value]] : [];
  });
  return Object.fromEntries(kept) as Settings;
}
