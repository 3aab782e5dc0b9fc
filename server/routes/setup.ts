/** `POST /api/setup`: the only write before there is an office. */
import type { FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { SetUpBody, setUpOffice } from '../use-cases/set-up.ts';
import { invalid, tooMany } from './answers.ts';

const TRIES = { burst: 5, perMinute: 5 } as const;

/** `made` is told once the answer has left. */
export const setUpRoutes = (app: FastifyInstance, office: Pick<Office, 'db'>, token: string, made: () => void): void => {
  const tries = limiter(TRIES);
  app.post('/api/setup', { config: { open: true } }, async (request, reply) => {
    const wait = tries('anybody', Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const asked = SetUpBody.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ reason: 'unreadable', fields: asked.error.issues.map(({ path }) => path.join('.')) });
    const answer = await setUpOffice(office, asked.data, token, new Date());
    if (answer.ok) {
      reply.raw.once('close', made);
      return reply.code(201).send({ district: answer.district });
    }
    if (answer.reason === 'invalid') return invalid(request, reply, answer.errors);
    return reply.code(answer.reason === 'wrong-token' ? 403 : 409).send({ reason: answer.reason });
  });
};
