/** What a list and a sent event answer, in the contract's words and codes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isMisread } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import type { FieldErrors, Lang } from '../../workflows/kit/words.ts';
import { contentRange } from '../list-dialect.ts';
import type { Page } from '../use-cases/find-cases.ts';
import type { Reveal } from '../use-cases/reveal-entry.ts';
import type { Sent } from '../use-cases/sending.ts';

/** Chinese unless the browser asks for English. */
export const langOf = ({ headers }: FastifyRequest): Lang => (/^en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh');

/** The name of a file as the browser knows it, percent-encoded; as it was given. */
export const givenNameOf = ({ headers }: FastifyRequest): string => {
  const given = headers['x-file-name'];
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '');
  } catch {
    return '';
  }
};

export const inWords = (errors: FieldErrors, lang: Lang): Record<string, string> => Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, text[lang]]));

/** One sentence per field, in the reader's language. */
export const invalid = (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors): FastifyReply => reply.code(422).send({ errors: inWords(errors, langOf(request)) });
export const notYours = (reply: FastifyReply): FastifyReply => reply.code(403).send({ reason: 'not-yours' });
export const tooMany = (reply: FastifyReply, seconds: number, reason = 'too-many'): FastifyReply => reply.code(429).header('Retry-After', seconds).send({ reason });
export const onlyEvents = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => reply.code(405).header('Allow', 'GET, POST').send({ reason: 'only-events' });

export const signedOut = (reply: FastifyReply): FastifyReply => reply.code(401).send({ reason: 'signed-out' });
export const notThere = (reply: FastifyReply): FastifyReply => reply.code(404).send({ reason: 'not-found' });
export const unreadable = (reply: FastifyReply): FastifyReply => reply.code(400).send({ reason: 'unreadable' });

/** 400, by its contract: each part that cannot be read, with its remedy. */
export const sendMisread = (request: FastifyRequest, reply: FastifyReply, { misread }: Misread): FastifyReply => reply.code(400).send({ reason: 'unreadable', errors: inWords(misread, langOf(request)) });

export const sendPage = <Row>(request: FastifyRequest, reply: FastifyReply, resource: string, page: Page<Row> | Misread): FastifyReply => {
  if (isMisread(page)) return sendMisread(request, reply, page);
  if (page.next) void reply.header('X-Next-Cursor', page.next);
  if (page.estimated) void reply.header('X-Total-Estimated', 'true');
  return reply.header('Content-Range', contentRange(resource, page.offset, page.rows.length, page.total)).send(page.rows);
};

/** What was sealed is asked for one by one. */
export const REVEALS = { burst: 20, perMinute: 10 } as const;
export const sendRevealed = (request: FastifyRequest, reply: FastifyReply, revealed: Reveal): FastifyReply => {
  if (revealed.ok) return reply.send({ values: revealed.values });
  if (revealed.reason === 'invalid') return invalid(request, reply, revealed.errors);
  return revealed.reason === 'not-yours' ? notYours(reply) : notThere(reply);
};

export const sendSent = (request: FastifyRequest, reply: FastifyReply, sent: Sent): FastifyReply => {
  if (sent.done) {
    if (sent.replayed) void reply.header('Idempotent-Replayed', 'true');
    return reply.code(sent.status).type('application/json; charset=utf-8').send(sent.answer);
  }
  switch (sent.reason) {
    case 'asker-changed': return signedOut(reply);
    case 'absent': return notThere(reply);
    case 'id-reused': return reply.code(422).send({ reason: 'id-reused' });
    case 'malformed': return reply.code(400).send({ reason: 'malformed', keys: sent.message });
    case 'version-missing': return reply.code(428).send({ reason: 'version-missing' });
    case 'stale': return reply.code(409).send({ reason: 'stale', current: sent.current });
    case 'not-offered': return reply.code(409).send({ reason: 'not-offered' });
    case 'blocked': return reply.code(403).send({ reason: 'blocked', why: sent.why });
    case 'invalid': return invalid(request, reply, sent.errors);
  }
};
