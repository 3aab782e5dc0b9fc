/** `/api/residents` and `/api/households`: read here, changed by accepted events of cases alone. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { SearchBody } from '../../workflows/kit/asked.ts';
import type { Register } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import type { RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { findRegister, registers, readEntry, readHistory } from '../use-cases/find-register.ts';
import { RevealBody, revealEntry } from '../use-cases/reveal-entry.ts';
import { mayReadRegister } from '../use-cases/sight.ts';
import { misread } from './asked.ts';
import { exporter } from './export.ts';
import { notThere, notYours, onlyEvents, REVEALS, sendPage, sendRevealed, tooMany, unreadable } from './answers.ts';

type ById = { Params: { id: string } };

/** Nobody reads a register out person by person in an afternoon; words are looked for as they are typed. */
const SEARCHES = { burst: 60, perMinute: 60 } as const;
const LOOKS = { burst: 240, perMinute: 240 } as const;

type Export = ReturnType<typeof exporter>;

const routesOf = (app: FastifyInstance, office: Office, register: Register, send: Export): void => {
  const searches = limiter(SEARCHES);
  const looks = limiter(LOOKS);
  const reveals = limiter(REVEALS);
  const refuse = (asker: Asker, reply: FastifyReply): FastifyReply | null => (mayReadRegister(asker) ? null : notYours(reply));

  app.get(`/api/${register}`, async (request, reply) =>
    refuse(request.asker, reply) ?? sendPage(request, reply, register, await findRegister(office, request.asker, register, request.query as RawList, false)));

  app.post(`/api/${register}/search`, async (request, reply) => {
    const { asker } = request;
    const body = request.body ?? {};
    const refused = refuse(asker, reply);
    if (refused) return refused;
    const asked = SearchBody.safeParse(body);
    const wait = (asked.data?.filter?.['idNumber'] === undefined ? looks : searches)(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    return asked.success ? sendPage(request, reply, register, await findRegister(office, asker, register, asked.data, true)) : misread(request, reply, SearchBody, body);
  });

  app.post(`/api/${register}/export`, async (request, reply) => refuse(request.asker, reply) ?? send(request, reply, register));

  app.get<ById>(`/api/${register}/:id`, async ({ asker, params }, reply) => (await readEntry(office, asker, register, params.id)) ?? notThere(reply));
  app.get<ById>(`/api/${register}/:id/history`, async ({ asker, params }, reply) => (await readHistory(office, asker, register, params.id)) ?? notThere(reply));

  app.post<ById>(`/api/${register}/:id/reveal`, async (request, reply) => {
    const { asker, params, body } = request;
    const wait = reveals(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const asked = RevealBody.safeParse(body);
    if (!asked.success) return unreadable(reply);
    return sendRevealed(request, reply, await revealEntry(office, asker, register, params.id, asked.data));
  });

  app.route({ method: ['PUT', 'PATCH', 'DELETE'], url: `/api/${register}/:id`, handler: onlyEvents });
};

export const registerRoutes = (app: FastifyInstance, office: Office): void => {
  const send = exporter(office);
  for (const register of registers) routesOf(app, office, register, send);
};
