/** `/api/<workflow>/<id>/urges`: who asked that the case be gone on with, and asking so. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { readUrges, urgeCase } from '../use-cases/urge-case.ts';
import type { Urged } from '../use-cases/urge-case.ts';
import { invalid, notThere } from './answers.ts';

type ById = { Params: { workflow: string; id: string } };
const URL = '/api/:workflow/:id/urges';

const sendUrged = (request: FastifyRequest, reply: FastifyReply, urged: Urged): FastifyReply => {
  if (urged.done) {
    if (urged.replayed) void reply.header('Idempotent-Replayed', 'true');
    return reply.code(201).send(urged.urge);
  }
  switch (urged.reason) {
    case 'absent': return notThere(reply);
    case 'id-reused': return reply.code(422).send({ reason: 'id-reused' });
    case 'malformed': return reply.code(400).send({ reason: 'malformed', keys: 'id, words' });
    case 'not-offered': return reply.code(409).send({ reason: 'not-offered' });
    case 'blocked': return reply.code(403).send({ reason: 'blocked', why: [urged.why], from: urged.from });
    case 'invalid': return invalid(request, reply, urged.errors);
  }
};

export const urgeRoutes = (app: FastifyInstance, office: Office): void => {
  app.get<ById>(URL, async ({ asker, params }, reply) => {
    const workflow = findWorkflow(office, params.workflow);
    const found = workflow && (await readUrges(office, asker, workflow, params.id));
    return found ? reply.send(found) : notThere(reply);
  });

  app.post<ById>(URL, async (request, reply) => {
    const workflow = findWorkflow(office, request.params.workflow);
    return workflow ? sendUrged(request, reply, await urgeCase(office, request.asker, workflow, request.params.id, request.body)) : notThere(reply);
  });
};
