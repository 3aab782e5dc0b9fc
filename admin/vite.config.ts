/** Builds the panel into admin/dist; in development the API is asked of the office's server beside it. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The server writes a fresh nonce in its place with every page.
  html: { cspNonce: '__CSP_NONCE__' },
  // The office looks at the host: a request must not seem to come from another site.
  server: { proxy: { '/api': { target: process.env.API ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
  build: { outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2022', assetsInlineLimit: 0 },
});
