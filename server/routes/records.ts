/** `/api/<register>/records`: several entries at once, for work that goes through them one after the other. */
import type { FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { registers } from '../use-cases/find-register.ts';
import { readRecords, RecordsBody } from '../use-cases/read-records.ts';
import { mayReadRegister } from '../use-cases/sight.ts';
import { notYours, tooMany, unreadable } from './answers.ts';

/** A village now and then, never the town in an afternoon. */
const VILLAGES = { burst: 30, perMinute: 10 } as const;

export const recordRoutes = (app: FastifyInstance, office: Office): void => {
  const villages = limiter(VILLAGES);
  for (const register of registers) {
    app.post(`/api/${register}/records`, async ({ asker, body }, reply) => {
      if (!mayReadRegister(asker)) return notYours(reply);
      const wait = villages(asker.id, Date.now());
      if (wait > 0) return tooMany(reply, wait);
      const asked = RecordsBody.safeParse(body);
      return asked.success ? readRecords(office, asker, register, asked.data) : unreadable(reply);
    });
  }
};
