import * as z from 'zod/mini';
import type { Provider } from './provider.ts';

const licenceStatuses = ['listed-2022', 'cancelled', 'later-cancelled'] as const;

const licenceEntrySchema = z.strictObject({
  number: z.string().check(z.regex(/^Z\d{13}$/)),
  /** The holder's name as the central bank's list of 2022 has it. */
  name: z.string().check(z.minLength(1)),
  status: z.enum(licenceStatuses),
  /** A day, or only the month or year where no more is known; null where nothing is. */
  cancelledOn: z.nullable(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  /** Who says that the licence ended after the list was made. */
  source: z.optional(z.string().check(z.minLength(1))),
});

/** Every payment licence number ever issued, as `assets/licence-register.json` tells it. */
export const licenceRegisterSchema = z.array(licenceEntrySchema);
export type LicenceEntry = z.infer<typeof licenceEntrySchema>;

/** What the facts say of a licence number. `holder` may be somebody other than the page claims to be: the caller compares. */
export type LicenceCheck =
  | { status: 'malformed' | 'wrongChecksum' | 'notIssued' }
  | { status: 'cancelled' | 'issued'; holder: string; provider?: string };

/** Whether the last digit of a well-formed licence number agrees with the twelve before it. */
export function hasLicenceChecksum(number: string): boolean {
  const digits = [...number.slice(1)].map(Number);
  const checkDigit = digits.pop();
  const sum = digits.reverse().reduce((total, digit, place) => total + (place % 2 === 0 ? doubleForLuhn(digit) : digit), 0);
  return checkDigit === (((3 - sum) % 10) + 10) % 10;
}

const doubleForLuhn = (digit: number) => (digit > 4 ? digit * 2 - 9 : digit * 2);

/** Says whether a licence number was ever issued, to whom, and whether it still stands. A good number proves nothing about a page. */
export function checkLicenceNumber(number: string, register: readonly LicenceEntry[], providers: readonly Provider[]): LicenceCheck {
  const tidy = number.replace(/[\s-]/g, '').toUpperCase();
  if (!/^Z\d{13}$/.test(tidy)) return { status: 'malformed' };
  if (!hasLicenceChecksum(tidy)) return { status: 'wrongChecksum' };
  const entry = register.find((candidate) => candidate.number === tidy);
  if (!entry) return { status: 'notIssued' };
  const provider = providers.find(({ licence }) => licence === tidy);
  const ended = entry.status !== 'listed-2022' || provider?.status === 'cancelled' || provider?.status === 'merged';
  return {
    status: ended ? 'cancelled' : 'issued',
    holder: provider?.legalName ?? entry.name,
    ...(provider && { provider: provider.id }),
  };
}

/** A licence number in running text: `number` is tidy, `start` and `end` are where its first appearance stands. */
export interface FoundLicenceNumber {
  number: string;
  start: number;
  end: number;
}

/** How many different numbers one text may yield; a page of honest business prints one or two. */
export const maxLicenceNumbers = 20;

const licenceDigits = 13;
const maxGap = 8; // a line break with the indentation after it
const separator = /[\s\-\u00ad\u200b-\u200d\u2010-\u2015\u2060]/;
const isDigit = (character: string | undefined) => character !== undefined && character >= '0' && character <= '9';

/**
 * Finds what is written like a licence number in text that is NFKC-normalised already, each number once, in linear time.
 * Order numbers look alike: before accusing anybody of a wrong one, see that the words around it speak of a licence.
 */
export function findLicenceNumbers(text: string): FoundLicenceNumber[] {
  const found = new Map<string, FoundLicenceNumber>();
  const opening = /(?<![0-9A-Za-z])[Zz]/g;
  for (let match = opening.exec(text); match && found.size < maxLicenceNumbers; match = opening.exec(text)) {
    const candidate = readLicenceNumber(text, match.index);
    if (candidate && !found.has(candidate.number)) found.set(candidate.number, candidate);
  }
  return [...found.values()];
}

/** Reads at most 13 digits and the gaps between them, so that the cost of one `Z` has a fixed bound. */
function readLicenceNumber(text: string, start: number): FoundLicenceNumber | undefined {
  let digits = '';
  let gap = 0;
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (isDigit(character)) {
      digits += character;
      gap = 0;
      if (digits.length === licenceDigits) {
        return isDigit(text[position + 1]) ? undefined : { number: `Z${digits}`, start, end: position + 1 };
      }
    } else {
      gap += 1;
      if (gap > maxGap || !separator.test(character)) return undefined;
    }
  }
  return undefined;
}
