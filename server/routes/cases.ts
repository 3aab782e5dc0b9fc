/** `/api/<workflow>`: the same routes for every workflow there is; a case is never edited, only sent events. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SearchBody } from '../../workflows/kit/asked.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { RawList } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { findCases } from '../use-cases/find-cases.ts';
import { openCase } from '../use-cases/open-case.ts';
import { readCase } from '../use-cases/read-case.ts';
import { readLog } from '../use-cases/read-log.ts';
import { sendEvent } from '../use-cases/send-events.ts';
import { limiter } from '../rate-limit.ts';
import { revealCase } from '../use-cases/reveal-case.ts';
import { RevealBody } from '../use-cases/reveal-entry.ts';
import { notThere, onlyEvents, REVEALS, sendPage, sendRevealed, sendSent, tooMany, unreadable } from './answers.ts';
import { misread } from './asked.ts';
import { exporter } from './export.ts';
import { sendBy } from './guard.ts';

type Named = { Params: { workflow: string } };
type ById = { Params: { workflow: string; id: string } };

export const caseRoutes = (app: FastifyInstance, office: Office): void => {
  /** Answers 404 where the path names no workflow. */
  const forWorkflow = <Route extends Named>(answer: (workflow: Workflow, request: FastifyRequest<Route>, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> => {
      const workflow = findWorkflow(office, (request.params as Named['Params']).workflow);
      return workflow ? answer(workflow, request, reply) : notThere(reply);
    };

  app.get<Named>('/api/:workflow', forWorkflow<Named>(async (workflow, request, reply) =>
    sendPage(request, reply, workflow.name, await findCases(office, request.asker, workflow, request.query as RawList, false))));

  app.post<Named>('/api/:workflow/search', forWorkflow<Named>(async (workflow, request, reply) => {
    const { asker } = request;
    const body = request.body ?? {};
    const asked = SearchBody.safeParse(body);
    return asked.success ? sendPage(request, reply, workflow.name, await findCases(office, asker, workflow, asked.data, true)) : misread(request, reply, SearchBody, body);
  }));

  const send = exporter(office);
  app.post<Named>('/api/:workflow/export', forWorkflow<Named>((workflow, request, reply) => send(request, reply, workflow)));

  app.post<Named>('/api/:workflow', { config: { events: true } }, forWorkflow<Named>(async (workflow, request, reply) =>
    sendSent(request, reply, await sendBy(office, request, (asker) => openCase(office, asker, workflow, request.body)))));

  app.get<ById>('/api/:workflow/:id', forWorkflow<ById>(async (workflow, { asker, params }, reply) => {
    const view = await readCase(office, asker, workflow, params.id);
    return view ? reply.send(view) : notThere(reply);
  }));

  app.post<ById>('/api/:workflow/:id/events', { config: { events: true } }, forWorkflow<ById>(async (workflow, request, reply) =>
    sendSent(request, reply, await sendBy(office, request, (asker) => sendEvent(office, { asker, workflow, caseId: request.params.id, opening: false, body: request.body })))));

  const reveals = limiter(REVEALS);
  app.post<ById>('/api/:workflow/:id/reveal', forWorkflow<ById>(async (workflow, request, reply) => {
    const wait = reveals(request.asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const asked = RevealBody.safeParse(request.body);
    return asked.success ? sendRevealed(request, reply, await revealCase(office, request.asker, workflow, request.params.id, asked.data)) : unreadable(reply);
  }));

  app.get<ById>('/api/:workflow/:id/log', forWorkflow<ById>(async (workflow, request, reply) => {
    const page = await readLog(office, request.asker, workflow, request.params.id, request.query as RawList);
    return page === 'absent' ? notThere(reply) : sendPage(request, reply, 'log', page);
  }));

  app.route({ method: ['PUT', 'PATCH', 'DELETE'], url: '/api/:workflow/:id', handler: onlyEvents });
  app.route({ method: ['PUT', 'PATCH', 'DELETE'], url: '/api/:workflow', handler: onlyEvents });
};
