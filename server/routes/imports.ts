/** `/api/imports`: the first load of the register, from a file to entries and back. */
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { rangeOf } from '../../workflows/kit/asked.ts';
import { refusals } from '../../workflows/office/import/problems.ts';
import type { Refusal } from '../../workflows/office/import/problems.ts';
import { contentRange } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { findMyImport, findMyImports, importView, readFirstRows, readProblems } from '../use-cases/find-imports.ts';
import type { ImportRow } from '../use-cases/find-imports.ts';
import { CheckBody, discardImport, startCheck, startLoad, startUndo } from '../use-cases/move-import.ts';
import type { Moved } from '../use-cases/move-import.ts';
import { importSeat, uploadImport } from '../use-cases/upload-import.ts';
import { givenNameOf, langOf, notThere, notYours, tooMany, unreadable } from './answers.ts';
import { misread } from './asked.ts';

type ById = { Params: { id: string } };
const UPLOADS = { burst: 30, perMinute: 20 } as const;
const LONGEST = 1_000;

/** The same without what is no part of a name. */
export const fileNameOf = (request: FastifyRequest): string => givenNameOf(request).replace(/[\p{C}/\\]/gu, '').slice(0, 120);

export const sendRefusal = (request: FastifyRequest, reply: FastifyReply, why: Refusal): FastifyReply => {
  const lang = langOf(request);
  const { title, remedy } = refusals[why];
  return reply.code(422).send({ reason: 'refused', why: [why], errors: { file: lang === 'zh' ? `${title.zh}。${remedy.zh}` : `${title.en}. ${remedy.en}` } });
};

const sendMoved = async (office: Office, request: FastifyRequest<ById>, reply: FastifyReply, moved: Moved): Promise<FastifyReply> => {
  if (!moved.ok) return moved.reason === 'unmapped' ? reply.code(422).send({ reason: 'unmapped' }) : reply.code(409).send({ reason: moved.reason, ...(moved.reason === 'in-use' && { why: [moved.why] }) });
  const row = await findMyImport(office, request.asker, request.params.id);
  return row ? reply.code(202).send(importView(row)) : notThere(reply);
};

const ProblemsQuery = z.object({ range: rangeOf(LONGEST).prefault('[0,99]') });

export const importRoutes = (app: FastifyInstance, office: Office): void => {
  const uploads = limiter(UPLOADS);

  app.post('/api/imports', { config: { file: true } }, async (request, reply) => {
    const { asker } = request;
    const seat = importSeat(asker);
    if (!seat) return notYours(reply);
    const wait = uploads(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const uploaded = await uploadImport(office, asker, seat.unit, fileNameOf(request), request.body as Readable);
    return uploaded.ok ? reply.code(201).send(importView(uploaded.row)) : sendRefusal(request, reply, uploaded.why);
  });

  app.get('/api/imports', async ({ asker }, reply) => {
    if (!importSeat(asker)) return notYours(reply);
    const imports = await findMyImports(office, asker);
    return reply.header('Content-Range', contentRange('imports', 0, imports.length, imports.length)).send(imports);
  });

  /** What is done with an import that the asker may know of. */
  const withImport = (then: (row: ImportRow, request: FastifyRequest<ById>, reply: FastifyReply) => Promise<unknown>) => async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<unknown> => {
    const row = await findMyImport(office, request.asker, request.params.id);
    return row ? then(row, request, reply) : notThere(reply);
  };
  const moving = (move: (row: ImportRow) => Promise<Moved>) => withImport(async (row, request, reply) => sendMoved(office, request, reply, await move(row)));

  app.get<ById>('/api/imports/:id', withImport(async (row, _request, reply) => reply.send(importView(row))));
  app.get<ById>('/api/imports/:id/rows', withImport(async (row, _request, reply) => reply.send(await readFirstRows(office, row))));
  app.get<ById>('/api/imports/:id/problems', withImport(async (row, request, reply) => {
    const asked = ProblemsQuery.safeParse(request.query);
    if (!asked.success) return misread(request, reply, ProblemsQuery);
    const { range } = asked.data;
    const lang = langOf(request);
    const problems = await readProblems(office, row, range[0], range[1] - range[0] + 1);
    return reply.header('Content-Range', contentRange('problems', range[0], problems.length, row.problems))
      .send(problems.map((one) => ({ ...one, field: one.field[lang], title: one.title[lang], remedy: one.remedy[lang] })));
  }));
  app.post<ById>('/api/imports/:id/check', withImport(async (row, request, reply) => {
    const asked = CheckBody.safeParse(request.body);
    return asked.success ? sendMoved(office, request, reply, await startCheck(office, row, asked.data.mapping)) : unreadable(reply);
  }));
  app.post<ById>('/api/imports/:id/load', moving((row) => startLoad(office, row)));
  app.post<ById>('/api/imports/:id/undo', moving((row) => startUndo(office, row)));
  app.post<ById>('/api/imports/:id/discard', moving((row) => discardImport(office, row)));
};
