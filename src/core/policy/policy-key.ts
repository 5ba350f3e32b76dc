import { isLoopback, parseDomain } from './addresses.ts';

/** Why a piece of a policy was left out; its sentence is `policy_why_<reason>`. */
export const rejectionReasons = [
  'unknownKey',
  'notBoolean',
  'notInteger',
  'notText',
  'notList',
  'notObject',
  'outOfRange',
  'notAChoice',
  'notADomain',
  'isWildcard',
  'hasPort',
  'isWebAddress',
  'isWholeSuffix',
  'notAnAddress',
  'tooLong',
  'tooMany',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** One thing that was left out: where it stood (`trustedDomains[3]`) and why. Its value is not repeated: it may be a secret. */
export interface Rejection {
  at: string;
  why: RejectionReason;
}

/** What could be used of a raw value, and what could not. */
export interface Parsed<T> {
  value?: T;
  rejected: Rejection[];
}

/** How templates and schemas describe a key. */
export type PolicyShape =
  | { kind: 'boolean' }
  | { kind: 'integer'; min: number; max: number }
  | { kind: 'text'; max: number }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'texts'; choices?: readonly string[] }
  | { kind: 'objects'; properties: Readonly<Record<string, 'text' | 'texts'>> };

/** One key that an administrator may set: its shape, what holds without it, an example, and how a raw value is read. */
export interface PolicyKey<T> {
  shape: PolicyShape;
  fallback: T;
  example: T;
  /** Never shown on a page or copied out of it. */
  secret?: true;
  read(raw: unknown, at: string): Parsed<T>;
}

const bad = (at: string, why: RejectionReason): { rejected: Rejection[] } => ({ rejected: [{ at, why }] });
const good = <T>(value: T): Parsed<T> => ({ value, rejected: [] });

/** Yes or no; Windows registries and Firefox hand it over as 1 or 0. */
export const yesOrNo = (fallback: boolean, example: boolean): PolicyKey<boolean> => ({
  shape: { kind: 'boolean' },
  fallback,
  example,
  read: (raw, at) => (typeof raw === 'boolean' ? good(raw) : raw === 1 || raw === 0 ? good(raw === 1) : bad(at, 'notBoolean')),
});

/** A whole number within bounds. */
export const integer = (min: number, max: number, fallback: number, example: number): PolicyKey<number> => ({
  shape: { kind: 'integer', min, max },
  fallback,
  example,
  read: (raw, at) => {
    if (typeof raw !== 'number' || !Number.isSafeInteger(raw)) return bad(at, 'notInteger');
    return raw < min || raw > max ? bad(at, 'outOfRange') : good(raw);
  },
});

/** One of a few words. */
export const choice = <const C extends string, F extends C | ''>(choices: readonly C[], fallback: F, example: C): PolicyKey<C | F> => ({
  shape: { kind: 'choice', choices },
  fallback,
  example,
  read: (raw, at) => {
    if (typeof raw !== 'string') return bad(at, 'notText');
    const chosen = choices.find((known) => known === raw);
    return chosen === undefined ? bad(at, 'notAChoice') : good<C | F>(chosen);
  },
});

/** A line of text without control characters. */
export const line = (max: number, example: string): PolicyKey<string> => ({
  shape: { kind: 'text', max },
  fallback: '',
  example,
  read: (raw, at) => {
    if (typeof raw !== 'string') return bad(at, 'notText');
    const text = raw.replace(/\p{Cc}+/gu, ' ').trim();
    return text.length > max ? bad(at, 'tooLong') : good(text);
  },
});

/** The same, never shown again. */
export const secret = (max: number, example: string): PolicyKey<string> => ({ ...line(max, example), secret: true });

/** An https address; plain http only to this machine itself, and never with a name and password in it. */
export const webAddress = (example: string): PolicyKey<string> => ({
  shape: { kind: 'text', max: 2_000 },
  fallback: '',
  example,
  read: (raw, at) => {
    if (typeof raw !== 'string') return bad(at, 'notText');
    if (raw.length > 2_000) return bad(at, 'tooLong');
    if (raw.trim() === '') return good('');
    if (!URL.canParse(raw)) return bad(at, 'notAnAddress');
    const { protocol, hostname, username, password, href } = new URL(raw);
    const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return safe && username === '' && password === '' ? good(href) : bad(at, 'notAnAddress');
  },
});

/** A list whose items are read one by one: a bad one is left out alone. */
export function listOf<T>(
  max: number,
  example: T[],
  shape: PolicyShape,
  readItem: (raw: unknown, at: string) => Parsed<T>,
): PolicyKey<T[]> {
  return {
    shape,
    fallback: [],
    example,
    read: (raw, at) => {
      if (!Array.isArray(raw)) return bad(at, 'notList');
      const items = raw.slice(0, max).map((item: unknown, index) => readItem(item, `${at}[${index}]`));
      const rejected = items.flatMap((item) => item.rejected);
      if (raw.length > max) rejected.push({ at: `${at}[${max}]`, why: 'tooMany' });
      return { value: items.flatMap(({ value }) => (value === undefined ? [] : [value])), rejected };
    },
  };
}

/** Domains, each for itself and everything below it. */
export const domains = (example: string[]): PolicyKey<string[]> => listOf(5_000, example, { kind: 'texts' }, readDomain);

/** One domain as the guard compares it. */
export function readDomain(raw: unknown, at: string): Parsed<string> {
  if (typeof raw !== 'string') return bad(at, 'notText');
  const parsed = parseDomain(raw);
  return 'domain' in parsed ? good(parsed.domain) : bad(at, parsed.fault);
}

/** A list of words out of a few. */
export const choices = <const C extends string>(known: readonly C[], fallback: readonly C[], example: C[]): PolicyKey<C[]> => {
  const one = choice(known, '', known[0] as C);
  return {
    ...listOf<C>(known.length * 2, example, { kind: 'texts', choices: known }, (raw, at) => one.read(raw, at) as Parsed<C>),
    fallback: [...fallback],
  };
};

/** A list of lines. */
export const lines = (max: number, each: number, example: string[]): PolicyKey<string[]> =>
  listOf(max, example, { kind: 'texts' }, line(each, '').read);
