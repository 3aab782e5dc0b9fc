/** Before any route: writes come from our own pages, and whoever asks is signed in — unless the route is open to all. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idsIn } from '../../workflows/office/citizen-id.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import type { Sent } from '../use-cases/sending.ts';
import { whoAsks, whoSends } from '../use-cases/who-asks.ts';
import { sendMisread, signedOut } from './answers.ts';
import { secretOf } from './cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Nobody, with no posts, on routes that are open to all. */
    asker: Asker;
  }
  interface FastifyContextConfig {
    /** Answers people who are not signed in. */
    open?: true;
    /** Takes a file in place of JSON. */
    file?: true;
    /** Takes events: who sends them may be known from an earlier request. */
    events?: true;
    /** Answers for as long as somebody listens. */
    endless?: true;
  }
}

const NOBODY: Asker = { id: '', name: '', seats: [], at: new Date(0).toISOString() };
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** No form of another site can send this either. */
export const FILE = 'application/octet-stream';
const SAME = new Set(['same-origin', 'same-site', 'none']);

const isOwnOrigin = (origin: string, host: string | undefined): boolean => URL.canParse(origin) && new URL(origin).host === host;

/** A form of another site can send neither this content type nor these headers (OWASP ASVS 3.5). */
const isForged = ({ headers, method, routeOptions }: FastifyRequest): boolean => {
  if (READING.has(method)) return false;
  const type = headers['content-type'];
  const bare = type === undefined && method === 'DELETE';
  if (!bare && type?.split(';')[0]?.trim().toLowerCase() !== (routeOptions.config.file ? FILE : 'application/json')) return true;
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string' && !SAME.has(site)) return true;
  return headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host);
};

/** Sends as whoever is known to send, and asks anew who that is where anything about it may have changed. */
export const sendBy = async (office: Office, request: FastifyRequest, send: (asker: Asker) => Promise<Sent>): Promise<Sent> => {
  const sent = await send(request.asker);
  if (sent.done || sent.reason !== 'asker-changed') return sent;
  const asker = await whoAsks(office, secretOf(request) ?? '', Date.now());
  if (!asker) return sent;
  request.asker = asker;
  return send(asker);
};

export const guard = (app: FastifyInstance, office: Office | null): void => {
  app.decorateRequest('asker');
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    request.asker = NOBODY;
    if (isForged(request)) return reply.code(403).send({ reason: 'cross-site' });
    const told = idsIn(request.query as Record<string, unknown>);
    if (told) return sendMisread(request, reply, told);
    if (request.is404 || request.routeOptions.config.open || !office) return;
    const secret = secretOf(request);
    const who = request.routeOptions.config.events ? whoSends : whoAsks;
    const asker = secret ? await who(office, secret, Date.now()) : null;
    if (!asker) return signedOut(reply);
    request.asker = asker;
  });
};
