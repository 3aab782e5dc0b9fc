/** `/api/key-rotations`: new keys while the office works. */
import type { FastifyInstance } from 'fastify';
import { queueRotation } from '../jobs/rotation.ts';
import type { Office } from '../office.ts';
import { contentRange } from '../list-dialect.ts';
import { findKeyRotations, RotationBody, startRotation } from '../use-cases/rotate-keys.ts';
import { notYours } from './answers.ts';

export const keyRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/key-rotations', async ({ asker }, reply) => {
    const found = await findKeyRotations(office, asker);
    return found === 'not-yours' ? notYours(reply) : reply.header('Content-Range', contentRange('key-rotations', 0, found.length, found.length)).send(found);
  });

  app.post('/api/key-rotations', async ({ asker, body }, reply) => {
    const asked = RotationBody.safeParse(body);
    if (!asked.success) return reply.code(400).send({ reason: 'malformed', keys: 'id, kinds (data, index), reason' });
    const started = await startRotation(office, asker, asked.data, queueRotation(office));
    if (started === 'not-yours') return notYours(reply);
    return started === 'under-way' ? reply.code(409).send({ reason: 'under-way' }) : reply.code(202).send(started);
  });
};
