import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A throw-away key and self-signed certificate in PEM, for servers on this machine that a test browser is told to accept. */
export function makeCertificate(commonName: string, days = 30): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const now = Date.now();
  const name = sequence(set(sequence(objectId('550403'), tagged(0x0c, Buffer.from(commonName)))));
  const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
  const toBeSigned = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now - DAY), utcTime(now + days * DAY)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeName(commonName))),
  );
  const signature = createSign('sha256').update(toBeSigned).sign(privateKey);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) };
}

const DAY = 86_400_000;

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts);
const set = (...parts: Buffer[]) => tagged(0x31, ...parts);
const integer = (value: Buffer) => tagged(0x02, value);
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));

function utcTime(at: number): Buffer {
  const stamp = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${stamp}Z`));
}

function alternativeName(host: string): Buffer {
  return sequence(objectId('551d11'), tagged(0x04, sequence(tagged(0x82, Buffer.from(host)))));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
