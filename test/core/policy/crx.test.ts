import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { extensionId, packCrx } from '../../../tools/policy/crx.ts';

/** The fields of a message as protocol buffers write it, bytes alone. */
function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte % 128) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    expect(tag % 8).toBe(2);
    const length = varint();
    fields.set(Math.floor(tag / 8), bytes.subarray(at, at + length));
    at += length;
  }
  return fields;
}

test('a package for an own server is signed by the key that its id comes from', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const zip = Buffer.from('PK\x03\x04 what the browser unpacks');
  const crx = packCrx(zip, privateKey);
  expect(crx.subarray(0, 4).toString()).toBe('Cr24');
  expect(crx.readUInt32LE(4)).toBe(3);
  const length = crx.readUInt32LE(8);
  expect(crx.subarray(12 + length)).toEqual(zip);
  const header = fieldsOf(crx.subarray(12, 12 + length));
  const signedData = header.get(10_000) ?? Buffer.alloc(0);
  const proof = fieldsOf(header.get(2) ?? Buffer.alloc(0));
  const publicKey = proof.get(1) ?? Buffer.alloc(0);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(signedData.length);
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), size, signedData, zip]);
  expect(verify('sha256', signed, { key: publicKey, format: 'der', type: 'spki' }, proof.get(2) ?? Buffer.alloc(0))).toBe(true);
  const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  expect(fieldsOf(signedData).get(1)?.toString('hex')).toBe(id);
  expect(extensionId(privateKey)).toBe(id.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? ''));
});
