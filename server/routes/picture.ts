/** `/api/picture`: where cases stand, how long and with whom, what was sent back, and money against budget. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isDay } from '../../workflows/office/days.ts';
import { monthAround } from '../../workflows/office/periods.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Office } from '../office.ts';
import { hasPicture, readPicture } from '../use-cases/read-picture.ts';
import { notThere, notYours } from './answers.ts';
import { because, misread } from './asked.ts';

const Day = z.string().refine(isDay, because({ zh: '请写成 2026-11-23 这样的日期', en: 'Write a day as 2026-11-23' }));
/** Both ends of a period, or neither: the month of today. */
const Asked = z.strictObject({ from: Day.optional(), to: Day.optional(), unit: z.string().regex(/^\d{6,12}$/).optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined) && (from ?? '') <= (to ?? ''), { path: ['to'], ...because({ zh: '请同时写明 from 与 to，止日不早于起日', en: 'Name both from and to, to not before from' }) });

export const pictureRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/picture', async (request, reply) => {
    const { asker, query } = request;
    if (!hasPicture(asker)) return notYours(reply);
    const asked = Asked.safeParse(query);
    if (!asked.success) return misread(request, reply, Asked);
    const month = monthAround(dayOf(asker.at));
    const { from = month.from, to = month.to, unit = null } = asked.data;
    const view = await readPicture(office, asker, { from, to, unit });
    return view ? reply.send(view) : notThere(reply);
  });
};
