/** What the shape and check digit of a typed value can tell. */
export type ValueKind = 'idNumber' | 'bankCard' | 'licenceNumber';

const LATEST = 400; // of a long text only what was typed last

/** Whether a typed value is, or has in it, an identity number, a bank card or a credit code by its shape and its check digit; the value goes nowhere. */
export function shapeOfValue(text: string): ValueKind | undefined {
  const whole = text.slice(-LATEST).normalize('NFKC').toUpperCase();
  for (const part of [...whole.split(/[^\dA-Z\s\p{Pd}.]/u), ...whole.split(/[^\dA-Z]/)]) {
    const value = part.replace(/[\s\p{Pd}.]/gu, '');
    if (isIdNumber(value)) return 'idNumber';
    if (isCardNumber(value)) return 'bankCard';
    if (isCreditCode(value)) return 'licenceNumber';
  }
  return undefined;
}

const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const sum = (value: string, weigh: (digit: number, at: number) => number) =>
  [...value].reduce((total, letter, at) => total + weigh(LETTERS.indexOf(letter), at), 0);

/** GB 11643: region, day of birth, serial, and the check digit of ISO 7064 (mod 11-2), whose weights are powers of two. */
const isIdNumber = (value: string) =>
  // Longer months first: the thirty-first, the thirtieth, February's twenty-ninth.
  /^[1-8]\d{5}(?:19|20)\d\d(?:(?:0[13578]|1[02])31|(?:0[13-9]|1[0-2])30|(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2\d))\d{3}[\dX]$/.test(value) &&
  sum(value.replace('X', 'A'), (digit, at) => digit * 2 ** (17 - at)) % 11 === 1;

/** ISO 7812: Luhn, and a beginning under which cards are issued: 62 and its elder sisters, 4, 51–55, 2, 3, and 94–96 of older Chinese cards. */
const isCardNumber = (value: string) =>
  /^(?:6[0-8]|4\d|5[1-5]|2[2-7]|3[04-8]|9[4-6])\d{11,17}$/.test(value) &&
  !/^(\d)\1+$/.test(value) &&
  sum(value, (digit, at) => ((value.length - at) % 2 ? digit : digit * 2 - (digit > 4 ? 9 : 0))) % 10 === 0;

/** GB 32100: registering office, kind, region, organisation, and the check character modulo 31, whose weights are powers of three. */
const isCreditCode = (value: string) =>
  /^[1-9A-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}$/.test(value) &&
  sum(value, (digit, at) => digit * (at === 17 ? 1 : 3 ** at)) % 31 === 0;
