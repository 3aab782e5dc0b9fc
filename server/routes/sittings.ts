/** `/api/sittings`: the password asked once more, then signatures one after the other; `/api/phrases`: what I say again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from '../office.ts';
import { beginSitting, BeginBody, confirmAnew, ConfirmBody, findMySittings, readSitting, signInSitting, SignBody } from '../use-cases/sittings.ts';
import { keepMyPhrases, PhrasesBody, readMyPhrases } from '../use-cases/phrases.ts';
import { makeSigningIn } from '../use-cases/sign-in.ts';
import { contentRange } from '../list-dialect.ts';
import { invalid, notThere, sendSent, tooMany, unreadable } from './answers.ts';

type Named = { Params: { id: string } };
const WRONG = { password: { zh: '密码不正确，请重新输入', en: 'That is not your password: please type it again' } };

export const sittingRoutes = (app: FastifyInstance, office: Office): void => {
  const signing = makeSigningIn(office, (ms) => sleep(ms));
  /** False, having answered, where the password was wrong or asked too often. Never the reply itself: who awaits one gets nothing, as if nothing had been refused. */
  const isProved = async (request: FastifyRequest, reply: FastifyReply, password: string): Promise<boolean> => {
    const confirmed = await signing.confirm({ username: request.asker.id, password, address: request.ip });
    if (confirmed.ok) return true;
    if (confirmed.reason === 'wrong') void invalid(request, reply, WRONG);
    else void tooMany(reply, confirmed.after, confirmed.reason);
    return false;
  };
  const show = async ({ asker }: FastifyRequest, reply: FastifyReply, id: string, status = 200): Promise<FastifyReply> => {
    const sitting = await readSitting(office, asker, id);
    return sitting ? reply.code(status).send(sitting) : notThere(reply);
  };

  app.post('/api/sittings', async (request, reply) => {
    const typed = BeginBody.safeParse(request.body);
    if (!typed.success) return unreadable(reply);
    if (!(await isProved(request, reply, typed.data.password))) return reply;
    return (await beginSitting(office, request.asker, typed.data.id)) ? show(request, reply, typed.data.id, 201) : reply.code(422).send({ reason: 'id-reused' });
  });

  app.get('/api/sittings', async ({ asker }, reply) => {
    const mine = await findMySittings(office, asker);
    return reply.header('Content-Range', contentRange('sittings', 0, mine.length, mine.length)).send(mine);
  });

  app.get<Named>('/api/sittings/:id', (request, reply) => show(request, reply, request.params.id));

  app.post<Named>('/api/sittings/:id/confirm', async (request, reply) => {
    const typed = ConfirmBody.safeParse(request.body);
    if (!typed.success) return unreadable(reply);
    if (!(await isProved(request, reply, typed.data.password))) return reply;
    return (await confirmAnew(office, request.asker, request.params.id)) ? show(request, reply, request.params.id) : notThere(reply);
  });

  app.post<Named>('/api/sittings/:id/sign', async (request, reply) => {
    const asked = SignBody.safeParse(request.body);
    if (!asked.success) return unreadable(reply);
    const signed = await signInSitting(office, request.asker, request.params.id, asked.data);
    if (!signed.ok) return signed.reason === 'absent' ? notThere(reply) : reply.code(403).send({ reason: signed.reason });
    if (signed.sent && !signed.sent.done) return sendSent(request, reply, signed.sent);
    return show(request, reply, request.params.id);
  });

  app.get('/api/phrases', async ({ asker }) => readMyPhrases(office, asker));

  app.put('/api/phrases', async (request, reply) => {
    const typed = PhrasesBody.safeParse(request.body);
    if (!typed.success) return unreadable(reply);
    const kept = await keepMyPhrases(office, request.asker, typed.data);
    return kept.ok ? reply.send(kept.phrases) : invalid(request, reply, kept.errors);
  });
};
