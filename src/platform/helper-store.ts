import { browser } from 'wxt/browser';
import { parseWrongPins, type WrongPins } from '../core/helper-lock.ts';

const LOCK = 'helperLock';
const WRONG = 'helperWrongPins';
const UNLOCKED = 'helperUnlocked';
const ITERATIONS = 600_000; // OWASP's figure for PBKDF2 with SHA-256; the number that made a key is kept beside it.

/** What is kept of a PIN: never the PIN. */
export interface PinLock {
  iterations: number;
  /** Both in hexadecimal. */
  salt: string;
  key: string;
}

/** The lock, if there is one; `damaged` where something is kept that can't be read: nothing opens that. */
export async function readLock(): Promise<PinLock | 'damaged' | undefined> {
  const raw: unknown = (await browser.storage.local.get(LOCK))[LOCK];
  if (raw === undefined || raw === null) return undefined;
  const { iterations, salt, key } = raw as Partial<PinLock>;
  const isWhole = Number.isSafeInteger(iterations) && (iterations as number) >= ITERATIONS && (iterations as number) <= 10 * ITERATIONS;
  return isWhole && isHex(salt, 16) && isHex(key, 32) ? { iterations: iterations as number, salt, key } : 'damaged';
}

const isHex = (raw: unknown, bytes: number): raw is string => typeof raw === 'string' && new RegExp(`^[0-9a-f]{${bytes * 2}}$`).test(raw);

/** Keeps a lock that this PIN opens. */
export async function storeLock(pin: string): Promise<void> {
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
  const lock: PinLock = { iterations: ITERATIONS, salt, key: await deriveKey(pin, salt, ITERATIONS) };
  await browser.storage.local.set({ [LOCK]: lock });
}

/** Whether the PIN opens the lock. Slow by intention. */
export async function opensLock(pin: string, { salt, iterations, key }: PinLock): Promise<boolean> {
  const given = await deriveKey(pin, salt, iterations);
  // Every character is looked at: the time it takes tells nothing of how much was right.
  return [...given].reduce((difference, character, index) => difference | (character.charCodeAt(0) ^ key.charCodeAt(index)), 0) === 0;
}

/** Takes the lock away with all that belongs to it. */
export async function removeLock(): Promise<void> {
  await browser.storage.local.remove([LOCK, WRONG]);
  await browser.storage.session.remove(UNLOCKED);
}

async function deriveKey(pin: string, salt: string, iterations: number): Promise<string> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations }, material, 256);
  return toHex(new Uint8Array(bits));
}

const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The wrong PINs in a row; they survive the browser's closing. */
export async function readWrongPins(now: number): Promise<WrongPins> {
  const raw: unknown = (await browser.storage.local.get(WRONG))[WRONG];
  const wrongPins = parseWrongPins(raw, now);
  // Mended once: read from the damaged data or the clock set back, the wait would begin anew each time.
  if (raw !== undefined && JSON.stringify(raw) !== JSON.stringify(wrongPins)) await storeWrongPins(wrongPins);
  return wrongPins;
}

/** Keeps them; without any they are forgotten. */
export async function storeWrongPins(wrongPins: WrongPins | undefined): Promise<void> {
  if (wrongPins) await browser.storage.local.set({ [WRONG]: wrongPins });
  else await browser.storage.local.remove(WRONG);
}

/** What the last right PIN gave: a word that one of our pages holds, until when. In memory only. */
export interface Unlocked {
  token: string;
  since: number;
  until: number;
}

export async function readUnlocked(): Promise<Unlocked | undefined> {
  const raw = (await browser.storage.session.get(UNLOCKED))[UNLOCKED] as Partial<Unlocked> | undefined;
  return typeof raw?.token === 'string' && Number.isFinite(raw.since) && Number.isFinite(raw.until) ? (raw as Unlocked) : undefined;
}

export async function storeUnlocked(unlocked: Unlocked | undefined): Promise<void> {
  if (unlocked) await browser.storage.session.set({ [UNLOCKED]: unlocked });
  else await browser.storage.session.remove(UNLOCKED);
}
