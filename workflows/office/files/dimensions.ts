/** How large a picture says it is, read from its header before anything is unpacked: a small file may unfold to gigabytes. */
import type { Format } from './kinds.ts';

export type Size = { readonly width: number; readonly height: number };
type Read = (bytes: DataView) => Size | null;

const png: Read = (bytes) => (bytes.byteLength < 24 ? null : { width: bytes.getUint32(16), height: bytes.getUint32(20) });

/** SOF0 to SOF15, but for the tables of Huffman, arithmetic coding and JPEG extensions that share the range. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpeg: Read = (bytes) => {
  for (let at = 2; at + 9 < bytes.byteLength;) {
    if (bytes.getUint8(at) !== 0xff) return null;
    const marker = bytes.getUint8(at + 1);
    if (marker === 0xff) { at += 1; continue; }
    if (isFrame(marker)) return { height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) };
    at += 2 + bytes.getUint16(at + 2);
  }
  return null;
};

const triple = (bytes: DataView, at: number): number => bytes.getUint16(at, true) + bytes.getUint8(at + 2) * 65_536;

const webp: Read = (bytes) => {
  if (bytes.byteLength < 30) return null;
  const chunk = bytes.getUint32(12);
  if (chunk === 0x56503820) return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff };
  if (chunk === 0x56503858) return { width: 1 + triple(bytes, 24), height: 1 + triple(bytes, 27) };
  if (chunk !== 0x5650384c) return null;
  const packed = bytes.getUint32(21, true);
  return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
};

const readers: Readonly<Record<Exclude<Format, 'pdf'>, Read>> = { jpeg, png, webp };

/** Null where the header does not say. */
export const dimensionsOf = (format: Exclude<Format, 'pdf'>, bytes: Uint8Array): Size | null =>
  readers[format](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
