/** Files as people bring them, and as nobody should: made here, so that none has to be kept. */
import { randomBytes } from 'node:crypto';
import { Transformer } from '@napi-rs/image';

/** A picture of a plain colour that no other has. */
export const photo = (width = 640, height = 480): Promise<Buffer> => {
  const [red = 0, green = 0, blue = 0] = randomBytes(3);
  return Transformer.fromRgbaPixels(Buffer.alloc(width * height * 4, Buffer.from([red, green, blue, 255])), width, height).jpeg(90);
};

/** TIFF in an APP1 segment: turned by a quarter, with a GPS directory that says where. */
const EXIF = Buffer.concat([
  Buffer.from('Exif\0\0'), Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 2]),
  Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]), Buffer.from([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]), Buffer.alloc(4),
  Buffer.from([0, 1, 0, 1, 0, 2, 0, 0, 0, 2]), Buffer.from('N\0\0\0'), Buffer.alloc(4), Buffer.from('GPS-39.1234N-117.5678E'),
]);

/** The same as a phone would write it. */
export const withPlace = (jpeg: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(EXIF.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, EXIF, jpeg.subarray(2)]);
};

/** Of about so many bytes, no two alike. */
export const pdf = (bytes = 2_000, inside = ''): Buffer =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\n2 0 obj\n<< /Length ${bytes} >>\nstream\n`), Buffer.from(randomBytes(Math.ceil(bytes / 2)).toString('hex').slice(0, bytes)), Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n')]);

/** A header of a few bytes that says it is 50,000 pixels wide and high. */
export const pngBomb = (): Buffer => {
  const head = Buffer.alloc(64);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  head.writeUInt32BE(50_000, 16);
  head.writeUInt32BE(50_000, 20);
  return head;
};
