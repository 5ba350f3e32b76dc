const SECOND = 1_000;
/** So many wrong ones in a row make for the long wait. */
const manyWrong = 5;
/** The longest wait after wrong ones. */
export const longestWait = 5 * 60 * SECOND;

/** How often in a row a wrong PIN was given, and when the last one was. */
export interface WrongPins {
  wrong: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Wrong PINs as far as the stored data can be understood; what is damaged counts as many wrong ones just now, so that damage opens nothing. */
export function parseWrongPins(raw: unknown, now: number): WrongPins {
  if (raw === undefined) return { wrong: 0, at: 0 };
  const { wrong, at } = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<WrongPins>;
  if (!Number.isSafeInteger(wrong) || !Number.isFinite(at) || (wrong as number) < 0) return { wrong: manyWrong, at: now };
  // After the clock was set back the wait begins anew: it can neither be skipped nor last for years.
  return { wrong: wrong as number, at: Math.min(at as number, now) };
}

/** How long after so many wrong PINs no other is looked at: 1, 2, 4, 8 seconds, then five minutes each time. */
export const waitAfter = (wrong: number) => (wrong === 0 ? 0 : wrong >= manyWrong ? longestWait : SECOND * 2 ** (wrong - 1));

/** Milliseconds until the next PIN is looked at. */
export const waitLeft = ({ wrong, at }: WrongPins, now: number) => Math.max(0, at + waitAfter(wrong) - now);

/** One wrong PIN more. */
export const withWrongPin = ({ wrong }: WrongPins, now: number): WrongPins => ({ wrong: wrong + 1, at: now });

/** Why a PIN can't be taken, as a message's ending; undefined where it can. */
export function whyNotPin(pin: string): 'short' | 'digits' | 'simple' | undefined {
  if (!/^\d*$/.test(pin)) return 'digits';
  if (pin.length < 6 || pin.length > 12) return 'short';
  const steps = new Set([...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  // 000000, 123456 and 987654 are the first that anybody tries.
  return steps.size === 1 && [0, 1, 9].includes([...steps][0] as number) ? 'simple' : undefined;
}

/** Digits as typed on a Chinese keyboard too, without the blanks that people put between them. */
export const plainPin = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '');
