/** The built panel: files with a hash in their name are kept for ever, the page itself never. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Vite writes this into the page (`html.cspNonce`); each answer carries another nonce. */
const PLACE = '__CSP_NONCE__';

/** Scripts are files of ours; styles of the panel's components carry the nonce (emotion inserts them at run time). */
const policyOf = (nonce: string): string => [
  "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "worker-src 'self'", "frame-src blob:", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'",
].join('; ');

const notThere = (reply: FastifyReply): FastifyReply => reply.code(404).send({ reason: 'not-found' });

const asksForPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !url.startsWith('/api') && (headers.accept ?? '').includes('text/html');

export const servePanel = async (app: FastifyInstance, folder: string | null): Promise<void> => {
  const pagePath = folder && join(folder, 'index.html');
  if (!folder || !pagePath || !existsSync(pagePath)) {
    app.setNotFoundHandler((_request, reply) => notThere(reply));
    return;
  }
  const page = readFileSync(pagePath, 'utf8');
  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply.header('Content-Security-Policy', policyOf(nonce)).header('Cache-Control', 'no-store').type('text/html; charset=utf-8').send(page.replaceAll(PLACE, nonce));
  };
  app.get('/', { config: { open: true } }, (_request, reply) => sendPage(reply));
  app.get('/index.html', { config: { open: true } }, (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => (asksForPage(request) ? sendPage(reply) : notThere(reply)));
  await app.register(async (inner) => {
    inner.addHook('onRoute', (route) => void (route.config = { ...route.config, open: true }));
    await inner.register(fastifyStatic, {
      root: folder, index: false, wildcard: false, globIgnore: ['index.html', '**/*.{map,br,gz}'], preCompressed: true, cacheControl: false,
      setHeaders: (reply, path) => void reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  });
};
