/** `/api/inbox`: what waits for me. */
import type { FastifyInstance } from 'fastify';
import type { RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { countInbox, findInbox } from '../use-cases/find-inbox.ts';
import { sendPage } from './answers.ts';

export const inboxRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/inbox', async (request, reply) => sendPage(request, reply, 'inbox', await findInbox(office, request.asker, request.query as RawList)));
  app.get('/api/inbox/summary', ({ asker }) => countInbox(office, asker));
};
