import { inflateSync } from 'node:zlib';

/** A decoded picture: rows of `channels` bytes per pixel. */
export interface Picture {
  width: number;
  height: number;
  channels: number;
  bytes: Uint8Array;
}

/** Reads the PNG files that browsers write for screenshots: 8 bits, RGB or RGBA, not interlaced. */
export function decodePng(file: Uint8Array): Picture {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const channels = view.getUint8(25) === 6 ? 4 : 3;
  const parts: Uint8Array[] = [];
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    if (String.fromCharCode(...file.subarray(at + 4, at + 8)) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, channels, bytes: unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels) };
}

function unfilter(raw: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x < step ? 0 : (out[y * stride + x - step] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < step || y === 0 ? 0 : (out[(y - 1) * stride + x - step] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

const TOLERANCE = 12; // of 255: antialiasing differs a little between frames

/** The share of pixels that look as expected, 0 to 1; pictures of different size have nothing in common. */
export function likeness(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 0;
  let same = 0;
  for (let pixel = 0; pixel < one.width * one.height; pixel++) {
    const differs = [0, 1, 2].some((channel) => {
      const a = one.bytes[pixel * one.channels + channel] ?? 0;
      const b = other.bytes[pixel * other.channels + channel] ?? 0;
      return Math.abs(a - b) > TOLERANCE;
    });
    if (!differs) same += 1;
  }
  return same / (one.width * one.height);
}
