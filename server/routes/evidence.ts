/** `/api/<workflow>/<id>/evidence`: what stands beside a case for whoever judges it. */
import type { FastifyInstance } from 'fastify';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { readEvidence } from '../use-cases/read-evidence.ts';
import { notThere } from './answers.ts';

export const evidenceRoutes = (app: FastifyInstance, office: Office): void => {
  app.get<{ Params: { workflow: string; id: string } }>('/api/:workflow/:id/evidence', async ({ asker, params }, reply) => {
    const workflow = findWorkflow(office, params.workflow);
    const read = workflow && (await readEvidence(office, asker, workflow, params.id));
    if (read?.ok) return reply.send(read.view);
    return read?.reason === 'not-offered' ? reply.code(409).send({ reason: 'not-offered' }) : notThere(reply);
  });
};
