/** `/api/drafts/<workflow>/<case>/<event>`: what I typed into that form and have not sent; `new/open` of a case to be opened. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { DraftBody, readDraft, saveDraft, throwAway } from '../use-cases/drafts.ts';
import type { Place } from '../use-cases/drafts.ts';
import { notThere, unreadable } from './answers.ts';

type Named = { Params: { workflow: string; case: string; event: string } };
const URL = '/api/drafts/:workflow/:case/:event';

export const draftRoutes = (app: FastifyInstance, office: Office): void => {
  const at = (answer: (place: Place, request: FastifyRequest<Named>, reply: FastifyReply) => Promise<FastifyReply>) => async (request: FastifyRequest<Named>, reply: FastifyReply): Promise<FastifyReply> => {
    const workflow = findWorkflow(office, request.params.workflow);
    return workflow ? answer({ workflow, caseId: request.params.case, event: request.params.event }, request, reply) : notThere(reply);
  };

  app.get<Named>(URL, at(async (place, { asker }, reply) => {
    const draft = await readDraft(office, asker, place, Date.now());
    if (draft === 'absent') return notThere(reply);
    return draft ? reply.send(draft) : reply.code(204).send();
  }));

  app.put<Named>(URL, at(async (place, { asker, body }, reply) => {
    const given = DraftBody.safeParse(body);
    if (!given.success) return unreadable(reply);
    const saved = await saveDraft(office, asker, place, given.data);
    if (saved === 'absent') return notThere(reply);
    return saved === 'too-large' ? reply.code(413).send({ reason: 'too-large' }) : reply.send(saved);
  }));

  app.delete<Named>(URL, at(async (place, { asker }, reply) => {
    await throwAway(office, asker, place);
    return reply.code(204).send();
  }));
};
