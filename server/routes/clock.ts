/** `/api/clock`: the office's time, and stepping it by hand in a demo office. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Office } from '../office.ts';
import { turnClock } from '../use-cases/turn-clock.ts';
import type { StepClock } from '../use-cases/turn-clock.ts';
import { invalid, notYours, unreadable } from './answers.ts';

export const ClockBody = z.strictObject({ now: z.iso.datetime({ offset: true }) });

export const clockRoutes = (app: FastifyInstance, office: Office, stepClock: StepClock): void => {
  app.get('/api/clock', ({ asker }) => ({ clock: office.clock, now: asker.at }));

  app.post('/api/clock', async (request, reply) => {
    const { asker, body } = request;
    const asked = ClockBody.safeParse(body);
    if (!asked.success) return unreadable(reply);
    const turned = await turnClock(office, asker, new Date(asked.data.now).toISOString(), stepClock);
    if (turned.ok) return { now: turned.now };
    if (turned.reason === 'invalid') return invalid(request, reply, turned.errors);
    return turned.reason === 'not-yours' ? notYours(reply) : reply.code(409).send({ reason: turned.reason });
  });
};
