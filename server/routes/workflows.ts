/** `/api/workflows`: states, arrows, forms and examples, for programs and for people who read them. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { describeWorkflow } from '../use-cases/describe-workflow.ts';
import { notThere, sendPage } from './answers.ts';
import { misread } from './asked.ts';

const Query = z.object({ unit: z.string().max(100).optional() });

export const workflowRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/workflows', async (request, reply) => {
    const all = [];
    for (const workflow of office.workflows) all.push(await describeWorkflow(office, request.asker, workflow));
    return sendPage(request, reply, 'workflows', { rows: all, offset: 0, total: all.length, estimated: false, next: null });
  });

  app.get<{ Params: { name: string } }>('/api/workflows/:name', async (request, reply) => {
    const { asker, params, query } = request;
    const workflow = findWorkflow(office, params.name);
    const asked = Query.safeParse(query);
    if (!asked.success) return misread(request, reply, Query);
    const description = workflow && (await describeWorkflow(office, asker, workflow, asked.data.unit));
    return description ?? notThere(reply);
  });
};
