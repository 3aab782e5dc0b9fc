/** What goes wrong before or beside a use case, in the words of the contract; nothing of the inside is shown. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { troubleOf } from '../use-cases/trouble.ts';

const AGAIN_SECONDS = 2;

type Known = { readonly statusCode?: unknown };
const known = (error: unknown): Known => (typeof error === 'object' && error !== null ? error : {});

const reasons: Readonly<Record<number, string>> = { 413: 'too-large', 415: 'cross-site', 414: 'too-long' };

const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const trouble = troubleOf(error);
  if (trouble === 'away') {
    request.log.warn({ err: error }, 'the database is away');
    return reply.code(503).header('Retry-After', AGAIN_SECONDS).send({ reason: 'try-again' });
  }
  if (trouble === 'unreadable') return reply.code(400).send({ reason: 'unreadable' });
  const { statusCode } = known(error);
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return reply.code(statusCode).send({ reason: reasons[statusCode] ?? 'unreadable' });
  request.log.error({ err: error }, 'failed');
  return reply.code(500).send({ reason: 'failed', request: request.id });
};

export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => answer(error, request, reply));
};
