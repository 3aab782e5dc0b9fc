/** `/api/workflows`: states, arrows, forms and examples, for programs and for people who read them. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { contentRange } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { describeWorkflow } from '../use-cases/describe-workflow.ts';

const Query = z.object({ unit: z.string().max(100).optional() });

export const workflowRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/workflows', async ({ asker }, reply) => {
    const all = [];
    for (const workflow of office.workflows) all.push(await describeWorkflow(office, asker, workflow));
    return reply.header('Content-Range', contentRange('workflows', 0, all.length, all.length)).send(all);
  });

  app.get<{ Params: { name: string } }>('/api/workflows/:name', async ({ asker, params, query }, reply) => {
    const workflow = findWorkflow(office, params.name);
    const asked = Query.safeParse(query);
    if (!asked.success) return reply.code(400).send({ reason: 'unreadable' });
    const description = workflow && (await describeWorkflow(office, asker, workflow, asked.data.unit));
    return description ?? reply.code(404).send({ reason: 'not-found' });
  });
};
