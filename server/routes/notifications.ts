/** `/api/notifications`: what I am notified of, how much of it is unread, and that I have seen it. */
import type { FastifyInstance } from 'fastify';
import { contentRange } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { countNotifications, findNotifications, SeenBody, seeNotifications } from '../use-cases/notifications.ts';
import { unreadable } from './answers.ts';

export const notificationRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/notifications', async ({ asker }, reply) => {
    const found = await findNotifications(office, asker);
    return reply.header('Content-Range', contentRange('notifications', 0, found.length, found.length)).send(found);
  });
  app.get('/api/notifications/summary', ({ asker }) => countNotifications(office, asker));
  app.post('/api/notifications/seen', async ({ asker, body }, reply) => {
    const seen = SeenBody.safeParse(body);
    return seen.success ? reply.send(await seeNotifications(office, asker, seen.data.keys)) : unreadable(reply);
  });
};
