/** Files of a case: `POST /file` takes one out, `POST /return` brings one in, `GET /exchanged` says which there are. */
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { readFiles } from '../use-cases/exchange.ts';
import { FileBody, makeFile } from '../use-cases/make-file.ts';
import { takeReturn } from '../use-cases/take-return.ts';
import { invalid, langOf, notThere, tooMany, unreadable } from './answers.ts';
import { fileNameOf } from './imports.ts';

type ById = { Params: { workflow: string; id: string } };
/** Files of accounts are not taken by the dozen. */
const FILES = { burst: 12, perMinute: 6 } as const;

const notNow = (reply: FastifyReply, reason: 'not-found' | 'not-offered'): FastifyReply => (reason === 'not-found' ? notThere(reply) : reply.code(409).send({ reason }));

export const exchangeRoutes = (app: FastifyInstance, office: Office): void => {
  const files = limiter(FILES);
  const forCase = (answer: (workflow: Workflow, request: FastifyRequest<ById>, reply: FastifyReply) => Promise<FastifyReply>) => async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> => {
    const workflow = findWorkflow(office, request.params.workflow);
    if (!workflow?.exchange) return notThere(reply);
    const wait = request.method === 'GET' ? 0 : files(request.asker.id, Date.now());
    return wait > 0 ? tooMany(reply, wait) : answer(workflow, request, reply);
  };

  app.get<ById>('/api/:workflow/:id/exchanged', forCase(async (workflow, { asker, params }, reply) => {
    const found = await readFiles(office, asker, workflow, params.id);
    return found ? reply.send(found) : notThere(reply);
  }));

  app.post<ById>('/api/:workflow/:id/file', forCase(async (workflow, request, reply) => {
    const asked = FileBody.safeParse(request.body ?? {});
    if (!asked.success) return unreadable(reply);
    const made = await makeFile(office, request.asker, langOf(request), workflow, request.params.id, asked.data);
    if (!made.ok) return made.reason === 'invalid' ? invalid(request, reply, made.errors) : notNow(reply, made.reason);
    return reply.header('Content-Type', made.type).header('Content-Disposition', `attachment; filename="${encodeURIComponent(made.name)}"`).header('X-File-Hash', made.hash).send(Buffer.from(made.bytes));
  }));

  app.post<ById>('/api/:workflow/:id/return', { config: { file: true } }, forCase(async (workflow, request, reply) => {
    const taken = await takeReturn(office, request.asker, workflow, request.params.id, fileNameOf(request), request.body as Readable);
    if (taken.ok) return reply.code(201).send({ hash: taken.hash, name: taken.name, lines: taken.lines, findings: taken.findings });
    return taken.reason === 'refused' ? invalid(request, reply, { file: taken.why }) : notNow(reply, taken.reason);
  }));
};
