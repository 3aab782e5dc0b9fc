/** `/api/<workflow>/events` and `/api/jobs`: one event for many cases, and how far it is. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_RESULTS, ResultsQuery } from '../../workflows/kit/asked.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { bulkView, findMyBulks, readBulk } from '../use-cases/find-bulk.ts';
import type { Results, Wanted } from '../use-cases/find-bulk.ts';
import { BulkBody, startBulk } from '../use-cases/start-bulk.ts';
import { contentRange } from '../list-dialect.ts';
import { inWords, langOf, notThere, sendMisread } from './answers.ts';
import { misread } from './asked.ts';

const wantedIn = (query: unknown): Wanted | null => {
  const asked = ResultsQuery.safeParse(query);
  if (!asked.success) return null;
  const [from, to] = asked.data.range ?? [0, LONGEST_RESULTS - 1];
  return { result: asked.data.result ?? null, from, to };
};

const sendResults = (request: FastifyRequest, reply: FastifyReply, { job, results, of }: Results, from: number): FastifyReply => {
  const lang = langOf(request);
  return reply.header('Content-Range', contentRange('results', from, results.length, of))
    .send({ ...job, results: results.map(({ id, result, why, errors }) => ({ id, result, why, ...(errors && { errors: inWords(errors, lang) }) })) });
};

export const bulkRoutes = (app: FastifyInstance, office: Office): void => {
  app.post<{ Params: { workflow: string } }>('/api/:workflow/events', async (request, reply) => {
    const { asker, params, body } = request;
    const workflow = findWorkflow(office, params.workflow);
    if (!workflow) return notThere(reply);
    const asked = BulkBody.safeParse(body);
    if (!asked.success) return reply.code(400).send({ reason: 'malformed', keys: 'id, type, data, ids | filter, dryRun' });
    const started = await startBulk(office, asker, workflow, asked.data);
    if (!started.ok) return started.reason === 'unreadable' ? sendMisread(request, reply, started) : reply.code(422).send({ reason: started.reason });
    if (started.replayed) void reply.header('Idempotent-Replayed', 'true');
    return reply.code(202).header('Location', `/api/jobs/${started.job.id}`).send({ ...bulkView(started.job), results: [] });
  });

  app.get('/api/jobs', async ({ asker }, reply) => {
    const jobs = await findMyBulks(office, asker);
    return reply.header('Content-Range', contentRange('jobs', 0, jobs.length, jobs.length)).send(jobs);
  });

  app.get<{ Params: { id: string } }>('/api/jobs/:id', async (request, reply) => {
    const wanted = wantedIn(request.query);
    if (!wanted) return misread(request, reply, ResultsQuery);
    const found = await readBulk(office, request.asker, request.params.id, wanted);
    return found ? sendResults(request, reply, found, wanted.from) : notThere(reply);
  });
};
