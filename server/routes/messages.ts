/** `/api/notifications/settings`: how I may be reached; `/api/messages`: what left the office, for its administrator. */
import type { FastifyInstance } from 'fastify';
import { contentRange } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { keepMyReach, ReachBody, readMyReach } from '../use-cases/my-reach.ts';
import { sendAgain, watchMessages } from '../use-cases/watch-messages.ts';
import { invalid, langOf, notThere, notYours, unreadable } from './answers.ts';
import type { OfficeKind } from './health.ts';

type ById = { Params: { id: string } };
const isMasked = (value: unknown): boolean => typeof value === 'object' && value !== null && 'masked' in value;
const TYPED_ANEW = { zh: '请重新完整填写', en: 'Please type it anew in full' };

export const messageRoutes = (app: FastifyInstance, office: Office, kind: OfficeKind): void => {
  app.get('/api/notifications/settings', ({ asker }) => readMyReach(office, asker));

  app.put('/api/notifications/settings', async (request, reply) => {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const masked = ['mailAddress', 'phone'].filter((name) => isMasked(body[name]));
    if (masked.length > 0) return invalid(request, reply, Object.fromEntries(masked.map((name) => [name, TYPED_ANEW])));
    const asked = ReachBody.safeParse(body);
    if (!asked.success) return unreadable(reply);
    const kept = await keepMyReach(office, request.asker, asked.data, langOf(request), kind === 'demo');
    return kept.ok ? reply.send(kept.reach) : invalid(request, reply, kept.errors);
  });

  app.get('/api/messages', async ({ asker }, reply) => {
    const found = await watchMessages(office, asker);
    return found ? reply.header('Content-Range', contentRange('messages', 0, found.length, found.length)).send(found) : notYours(reply);
  });

  app.post<ById>('/api/messages/:id/again', async ({ asker, params }, reply) => {
    const sent = await sendAgain(office, asker, params.id);
    if (sent === 'not-yours') return notYours(reply);
    return sent === 'absent' ? notThere(reply) : reply.code(202).send({ id: params.id });
  });
};
