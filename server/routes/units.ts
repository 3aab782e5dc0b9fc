/** `/api/units` and `/api/people`: names behind ids; `/api/reads`: who read whose data. */
import type { FastifyInstance } from 'fastify';
import type { RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findWhoRead } from '../use-cases/find-reads.ts';
import { findMyColleagues, findMyUnits } from '../use-cases/find-units.ts';
import { notYours, sendPage } from './answers.ts';
import { exporter } from './export.ts';

export const unitRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/units', async (request, reply) => sendPage(request, reply, 'units', await findMyUnits(office, request.asker, request.query as RawList)));
  app.get('/api/people', async (request, reply) => sendPage(request, reply, 'people', await findMyColleagues(office, request.asker, request.query as RawList)));

  const send = exporter(office);
  app.post('/api/reads/export', (request, reply) => send(request, reply, 'reads'));
  app.get('/api/reads', async (request, reply) => {
    const page = await findWhoRead(office, request.asker, request.query as RawList);
    return page === 'not-yours' ? notYours(reply) : sendPage(request, reply, 'reads', page);
  });
};
