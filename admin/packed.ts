/** Puts a packed likeness beside each file of the built panel, so that the server packs nothing while somebody waits. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Bytes; what fits in one packet of the network travels as it is. */
const LEAST = 1_400;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

const pack = (path: string): void => {
  const bytes = readFileSync(path);
  if (bytes.length < LEAST) return;
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, QUALITY));
};

export const packed = (): Plugin => ({
  name: 'packed', apply: 'build',
  writeBundle: ({ dir }) => globSync(`${dir ?? ''}/**/*.{js,css,svg}`).forEach(pack),
});
