/** `POST /api/<workflow>/disclosure`: the list of a quarter that is put up for all. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { disclose, DisclosureBody, writeDisclosed } from '../use-cases/disclose.ts';
import { langOf, notThere, unreadable } from './answers.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

export const disclosureRoutes = (app: FastifyInstance, office: Office): void => {
  app.post<{ Params: { workflow: string } }>('/api/:workflow/disclosure', async (request, reply) => {
    const workflow = findWorkflow(office, request.params.workflow);
    const asked = DisclosureBody.safeParse(request.body);
    if (!workflow?.disclosure) return notThere(reply);
    if (!asked.success) return unreadable(reply);
    const { quarter, format } = asked.data;
    const disclosed = await disclose(office, request.asker, workflow, quarter);
    if (!disclosed) return notThere(reply);
    if (!format) return reply.send(disclosed);
    const bytes = writeDisclosed(request.asker, langOf(request), workflow.disclosure, disclosed, format);
    return reply.header('Content-Type', TYPES[format]).header('Content-Disposition', `attachment; filename="${workflow.name}-${quarter}.${format}"`).send(Readable.from(bytes, { objectMode: false }));
  });
};
