/** `/api/findings` and `/api/checks`: what the checks of the register found, and the runs that find it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { holds } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { RawList } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { listRuns, readRun, startCheckRun, runView } from '../use-cases/check-register.ts';
import { countByRule, listFindings, readFinding } from '../use-cases/find-findings.ts';
import { readShares } from '../use-cases/read-shares.ts';
import { mayReadRegister } from '../use-cases/sight.ts';
import { sayOfFinding, SuppressBody } from '../use-cases/suppress-finding.ts';
import { invalid, notThere, notYours, sendPage, unreadable } from './answers.ts';

type ById = { Params: { id: string } };

export const findingRoutes = (app: FastifyInstance, office: Office): void => {
  const refuse = (asker: Asker, reply: FastifyReply): FastifyReply | null => (mayReadRegister(asker) ? null : notYours(reply));

  app.get('/api/findings', async (request, reply) => refuse(request.asker, reply) ?? sendPage(request, reply, 'findings', await listFindings(office, request.asker, request.query as RawList)));
  app.get('/api/findings/summary', async ({ asker }, reply) => refuse(asker, reply) ?? countByRule(office, asker));
  app.get<ById>('/api/findings/:id', async ({ asker, params }, reply) => (await readFinding(office, asker, params.id)) ?? notThere(reply));

  for (const act of ['suppress', 'reopen'] as const) {
    app.post<ById>(`/api/findings/:id/${act}`, async (request, reply) => {
      const asked = SuppressBody.safeParse(request.body);
      if (!asked.success) return unreadable(reply);
      const said = await sayOfFinding(office, request.asker, request.params.id, act, asked.data);
      if (said.ok) return said.view;
      if (said.reason === 'invalid') return invalid(request, reply, said.errors);
      if (said.reason === 'not-so') return reply.code(409).send({ reason: 'not-so' });
      return said.reason === 'not-yours' ? notYours(reply) : notThere(reply);
    });
  }

  app.post('/api/checks/run', async ({ asker }, reply) => {
    if (!holds(asker, 'town_clerk')) return notYours(reply);
    const run = await startCheckRun(office, asker.id);
    return reply.code(202).header('Location', `/api/checks/runs/${run.id}`).send(runView(run));
  });
  app.get('/api/checks/runs', async (request, reply) => refuse(request.asker, reply) ?? sendPage(request, reply, 'runs', await listRuns(office)));
  app.get<ById>('/api/checks/runs/:id', async ({ asker, params }, reply) => {
    const refused = refuse(asker, reply);
    if (refused) return refused;
    const run = await readRun(office, params.id);
    return run ? runView(run) : notThere(reply);
  });

  app.get<{ Params: { workflow: string; id: string } }>('/api/:workflow/:id/shares', async ({ asker, params }, reply) => {
    const workflow = findWorkflow(office, params.workflow);
    return (workflow?.shares ? await readShares(office, asker, workflow, params.id) : null) ?? notThere(reply);
  });
};
