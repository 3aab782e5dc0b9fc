/** What goes wrong before or beside a use case, in the words of the contract; nothing of the inside is shown. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAway } from '../store/transaction.ts';

const AGAIN_SECONDS = 2;

type Known = { readonly statusCode?: unknown; readonly code?: unknown };
const known = (error: unknown): Known => (typeof error === 'object' && error !== null ? error : {});

/** NUL and halves of surrogate pairs: JSON can say them, PostgreSQL's text cannot; numbers and dates it cannot hold. */
const UNREADABLE = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);
const isUnreadable = (error: unknown): boolean => error instanceof Error && UNREADABLE.has(String(known(error).code));

const reasons: Readonly<Record<number, string>> = { 413: 'too-large', 415: 'cross-site', 414: 'too-long' };

const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (isAway(error)) {
    request.log.warn({ err: error }, 'the database is away');
    return reply.code(503).header('Retry-After', AGAIN_SECONDS).send({ reason: 'try-again' });
  }
  if (isUnreadable(error)) return reply.code(400).send({ reason: 'unreadable' });
  const { statusCode } = known(error);
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return reply.code(statusCode).send({ reason: reasons[statusCode] ?? 'unreadable' });
  request.log.error({ err: error }, 'failed');
  return reply.code(500).send({ reason: 'failed', request: request.id });
};

export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => answer(error, request, reply));
};
