/** `/api/picture`: where cases stand, how long and with whom, what was sent back, and money against budget. */
import type { FastifyInstance } from 'fastify';
import { monthAround } from '../../workflows/office/periods.ts';
import { PictureQuery } from '../../workflows/office/picture-query.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Office } from '../office.ts';
import { hasPicture, readPicture } from '../use-cases/read-picture.ts';
import { notThere, notYours } from './answers.ts';
import { misread } from './asked.ts';

export const pictureRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/picture', async (request, reply) => {
    const { asker, query } = request;
    if (!hasPicture(asker)) return notYours(reply);
    const asked = PictureQuery.safeParse(query);
    if (!asked.success) return misread(request, reply, PictureQuery);
    const month = monthAround(dayOf(asker.at));
    const { from = month.from, to = month.to, unit = null } = asked.data;
    const view = await readPicture(office, asker, { from, to, unit });
    return view ? reply.send(view) : notThere(reply);
  });
};
