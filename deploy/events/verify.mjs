// Checks the signature of one post. Usage: node verify.mjs KEY TIMESTAMP SIGNATURE < body; exit status 0 where it is genuine and fresh.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FRESH_FOR = 300; // seconds: an old post that somebody sends again is refused

/** @param {{ key: string, timestamp: string, signature: string, body: Uint8Array, now: number }} post */
export function isGenuine({ key, timestamp, signature, body, now }) {
  if (!/^\d+$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > FRESH_FOR) return false;
  const expected = Buffer.from(`sha256=${createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

if (process.argv[2] !== undefined) {
  const [, , key = '', timestamp = '', signature = ''] = process.argv;
  process.exit(isGenuine({ key, timestamp, signature, body: readFileSync(0), now: Date.now() }) ? 0 : 1);
}
