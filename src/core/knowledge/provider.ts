import * as z from 'zod/mini';

/** What a domain's place in the facts allows the guard to say of it (see assets/README.md). */
const domainUses = ['allow', 'allow-hosts-only', 'known-not-licensed', 'neutral', 'never'] as const;

const text = z.string().check(z.minLength(1));
const texts = z.array(text);
const domainName = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));

const officialDomainSchema = z.strictObject({
  domain: domainName,
  use: z.enum(domainUses),
  confidence: z.enum(['high', 'medium', 'low']),
  evidence: text,
  /** The site to send a visitor to, where an institution has several official ones; at most one of a provider's. */
  main: z.optional(z.boolean()),
  /** The day the evidence was last looked at, ISO date. */
  checked: z.iso.date(),
  /** Exact host names, where the registrable domain belongs to more than the institution. */
  hosts: z.optional(z.array(domainName)),
  /** An old domain whose present owner nobody has confirmed; `ownershipChecked` lifts it. */
  lapseRisk: z.optional(z.boolean()),
  ownershipChecked: z.optional(z.strictObject({ on: z.iso.date(), evidence: text })),
  caveat: z.optional(text),
});

/** One institution as its file in `assets/providers/` tells it; keys as in assets/README.md. */
export const providerSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  kind: z.enum(['acquirer', 'online-payment', 'bank', 'clearing', 'regulator', 'service-provider', 'revoked']),
  legalName: text,
  formerNames: texts,
  brands: texts,
  /** Brands whose link to the company is doubtful: never name the company because of one of these. */
  brandsUnverified: z.optional(texts),
  latinBrands: z.array(z.string().check(z.regex(/^[a-z0-9]+$/))),
  /** Latin brand strings too short to be found inside a longer word. */
  latinShort: z.optional(z.array(z.string().check(z.regex(/^[a-z0-9]+$/)))),
  licence: z.nullable(z.string().check(z.regex(/^Z\d{13}$/))),
  licenceSources: z.optional(z.int()),
  licenceBatch: z.optional(z.nullable(z.int())),
  business: z.nullable(z.string()),
  status: z.enum(['valid', 'unknown', 'cancelled', 'merged']),
  statusNote: z.nullable(z.string()),
  caveat: z.optional(text),
  officialDomains: z.array(officialDomainSchema),
  hotline: z.nullable(text),
  hotlineEvidence: z.optional(text),
  merchantNoPrefix: z.optional(texts),
  icp: z.optional(z.array(z.strictObject({ number: text, evidence: text }))),
  sources: texts,
});
export type Provider = z.infer<typeof providerSchema>;
export type OfficialDomain = z.infer<typeof officialDomainSchema>;
