import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The key that makes a package the organisation's own: read, or made where there is none. Whoever has it can replace the extension. */
export function readOrMakeKey(file: string): KeyObject {
  if (existsSync(file)) return createPrivateKey(readFileSync(file));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return privateKey;
}

const publicBytes = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'der' });
const hashOf = (key: KeyObject) => createHash('sha256').update(publicBytes(key)).digest().subarray(0, 16);

/** The id that Chromium gives to whatever this key has signed. */
export const extensionId = (key: KeyObject): string =>
  hashOf(key)
    .toString('hex')
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** A zipped extension as a signed package of the third CRX format, which browsers install from an organisation's own server. */
export function packCrx(zip: Buffer, key: KeyObject): Buffer {
  const signedData = field(1, hashOf(key));
  const signature = sign('sha256', Buffer.concat([Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, zip]), key);
  const header = Buffer.concat([field(2, Buffer.concat([field(1, publicBytes(key)), field(2, signature)])), field(10_000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A field of bytes as protocol buffers write it. */
const field = (number: number, bytes: Buffer) => Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}
