/** The HTTP server: one port for the panel and its API, and nothing asked of any other machine. */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { fastify, LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { parse as parseSafely } from 'secure-json-parse';
import type { Office } from './office.ts';
import { answerErrors } from './routes/errors.ts';
import { FILE, guard } from './routes/guard.ts';
import { measure } from './routes/metrics.ts';
import { servePanel } from './routes/panel.ts';

export type AppSettings = {
  readonly log: Logger;
  /** Addresses of proxies whose X-Forwarded headers are believed; none by default. */
  readonly proxies?: readonly string[];
  /** How long a body may take that is no file. */
  readonly bodyMs?: number;
  /** Folder of the built panel, where there is one. */
  readonly panel?: string | null;
};

const BODY_BYTES = 1_000_000;
const BODY_MS = 30_000;
const DEEPEST = 50;

const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
};

/** JSON without `__proto__` and `constructor`, and no deeper than any form is. An empty body is none. */
const readJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      const text = String(body);
      if (depthOf(text) > DEEPEST) throw new SyntaxError('too deep');
      done(null, text.trim() === '' ? undefined : parseSafely(text, { protoAction: 'error', constructorAction: 'error' }));
    } catch {
      done(Object.assign(new Error('The body is not JSON this server reads.'), { statusCode: 400 }));
    }
  });
};

/** A body that trickles in would hold its connection: only a file may take long. */
const hurryBodies = (app: FastifyInstance, bodyMs: number): void => {
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.routeOptions.config.file) {
      const late = setTimeout(() => { if (!request.raw.complete) request.raw.destroy(); }, bodyMs).unref();
      reply.raw.once('close', () => clearTimeout(late));
    }
    done();
  });
};

/** The frame that every app of ours stands in; `routes` are added before the panel takes what is left. */
export const buildApp = async (office: Office | null, settings: AppSettings, routes: (app: FastifyInstance) => void): Promise<FastifyInstance> => {
  const loggerInstance: FastifyBaseLogger = settings.log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: settings.proxies && settings.proxies.length > 0 ? [...settings.proxies] : false,
    bodyLimit: BODY_BYTES,
    // Files take their time over a village's line; every other body is hurried below.
    requestTimeout: 600_000,
    http: { headersTimeout: 30_000 },
    connectionTimeout: 60_000,
    keepAliveTimeout: 20_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 250 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  readJson(app);
  hurryBodies(app, settings.bodyMs ?? BODY_MS);
  // A file is read as it arrives, by the route that takes one.
  app.addContentTypeParser(FILE, (_request, payload, done) => done(null, payload));
  await app.register(cookie);
  // The panel's page carries its own policy with a nonce; everything else may load nothing at all.
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('X-Request-Id', request.id);
    if (request.url.startsWith('/api')) void reply.header('Cache-Control', 'no-store');
  });
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({ req: request.raw, res: reply.raw, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  answerErrors(app);
  measure(app);
  guard(app, office);
  routes(app);
  await servePanel(app, settings.panel ?? null);
  return app;
};
