/** Builds the panel into admin/dist; in development the API is asked of the office's server beside it. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
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

/** A packed likeness beside each file, so that the server packs nothing while somebody waits. */
const packed: Plugin = { name: 'packed', apply: 'build', writeBundle: ({ dir }) => globSync(`${dir ?? ''}/**/*.{js,css,svg}`).forEach(pack) };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), packed],
  // react-admin's own lodash tries out at the start what strict code refuses, which takes a fifth of a second; this one is its likeness.
  resolve: { alias: [{ find: /^\.\/(demo(\/index)?|examples)\.ts$/, replacement: join(import.meta.dirname, 'untold.ts') }, { find: /^lodash\/(\w+?)(\.js)?$/, replacement: 'es-toolkit/compat/$1' }] },
  // The server writes a fresh nonce in its place with every page.
  html: { cspNonce: '__CSP_NONCE__' },
  // The office looks at the host: a request must not seem to come from another site.
  server: { proxy: { '^/(api|public)/': { target: process.env.API ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
  build: {
    outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000,
    // What the first page needs comes in two files, libraries and ours: forty small ones take longer to ask for than to read.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 1 }, { name: 'panel', tags: ['$initial'] }] } } },
  },
});
