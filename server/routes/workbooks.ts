/** `/api/<parent>/<id>/workbook` and `/api/workbooks`: the desk taken home, brought back, looked through and done. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { rangeOf } from '../../workflows/kit/asked.ts';
import { contentRange } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { ApplyBody, applyWorkbook, discardWorkbook } from '../use-cases/apply-workbook.ts';
import type { Applied } from '../use-cases/apply-workbook.ts';
import { findMyWorkbook, findMyWorkbooks, readWorkbookRows, workbookView } from '../use-cases/find-workbooks.ts';
import type { WorkbookRow } from '../use-cases/find-workbooks.ts';
import { takeWorkbook, WorkbookBody } from '../use-cases/take-workbook.ts';
import { uploadWorkbook } from '../use-cases/upload-workbook.ts';
import { invalid, langOf, notThere, notYours, tooMany, unreadable } from './answers.ts';
import { misread } from './asked.ts';
import { fileNameOf, sendRefusal } from './imports.ts';

type ById = { Params: { id: string } };
const TAKEN = { burst: 12, perMinute: 6 } as const;
const BROUGHT = { burst: 30, perMinute: 20 } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LONGEST = 1_000;

const RowsQuery = z.strictObject({ kind: z.enum(['answer', 'conflict', 'fault']).optional(), range: rangeOf(LONGEST).optional() });
const OfQuery = z.strictObject({ parent: z.string().max(200).optional() });

const countOf = ({ counts }: WorkbookRow, kind: string | undefined): number => {
  const answers = Object.values(counts.answers).reduce((sum, n) => sum + n, 0);
  const of: Readonly<Record<string, number>> = { answer: answers, conflict: counts.conflicts, fault: counts.faulty };
  return kind === undefined ? answers + counts.conflicts + counts.faulty : (of[kind] ?? 0);
};

export const workbookRoutes = (app: FastifyInstance, office: Office): void => {
  const [takes, brings] = [limiter(TAKEN), limiter(BROUGHT)];

  app.post<{ Params: { workflow: string; id: string } }>('/api/:workflow/:id/workbook', async (request, reply) => {
    const { asker, params } = request;
    const parent = findWorkflow(office, params.workflow);
    const asked = WorkbookBody.safeParse(request.body ?? {});
    if (!parent) return notThere(reply);
    if (!asked.success) return unreadable(reply);
    const wait = takes(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const taken = await takeWorkbook(office, asker, langOf(request), parent, params.id, asked.data.reason);
    if (taken.ok) return reply.header('Content-Type', XLSX).header('Content-Disposition', `attachment; filename="${taken.file}"`).send(Readable.from(taken.bytes, { objectMode: false }));
    switch (taken.reason) {
      case 'absent': return notThere(reply);
      case 'not-yours': return notYours(reply);
      case 'nothing-waits': return reply.code(409).send({ reason: 'nothing-waits' });
      case 'invalid': return invalid(request, reply, taken.errors);
    }
  });

  app.post('/api/workbooks', { config: { file: true } }, async (request, reply) => {
    const { asker } = request;
    const wait = brings(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const uploaded = await uploadWorkbook(office, asker, fileNameOf(request), request.body as Readable);
    if (uploaded.ok) return reply.code(201).send(workbookView(uploaded.row));
    if (uploaded.reason === 'refused') return sendRefusal(request, reply, uploaded.why);
    return uploaded.reason === 'absent' ? notThere(reply) : notYours(reply);
  });

  app.get('/api/workbooks', async (request, reply) => {
    const { asker, query } = request;
    const asked = OfQuery.safeParse(query);
    if (!asked.success) return misread(request, reply, OfQuery);
    const found = await findMyWorkbooks(office, asker, asked.data.parent ?? null);
    return reply.header('Content-Range', contentRange('workbooks', 0, found.length, found.length)).send(found);
  });

  const withMine = (then: (row: WorkbookRow, request: FastifyRequest<ById>, reply: FastifyReply) => Promise<unknown>) => async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<unknown> => {
    const row = await findMyWorkbook(office, request.asker, request.params.id);
    return row ? then(row, request, reply) : notThere(reply);
  };
  const sendMoved = async ({ asker, params }: FastifyRequest<ById>, reply: FastifyReply, moved: Applied): Promise<unknown> => {
    if (!moved.ok) return reply.code(409).send({ reason: moved.reason });
    const row = await findMyWorkbook(office, asker, params.id);
    return row ? reply.code(202).send(workbookView(row)) : notThere(reply);
  };

  app.get<ById>('/api/workbooks/:id', withMine(async (row, _request, reply) => reply.send(workbookView(row))));
  app.get<ById>('/api/workbooks/:id/rows', withMine(async (row, request, reply) => {
    const asked = RowsQuery.safeParse(request.query);
    if (!asked.success) return misread(request, reply, RowsQuery);
    const { kind, range: [from, to] = [0, LONGEST - 1] } = asked.data;
    const rows = await readWorkbookRows(office, request.asker, langOf(request), row, kind ?? null, from, to - from + 1);
    return reply.header('Content-Range', contentRange('rows', from, rows.length, countOf(row, kind))).send(rows);
  }));
  app.post<ById>('/api/workbooks/:id/apply', withMine(async (row, request, reply) => {
    const asked = ApplyBody.safeParse(request.body ?? {});
    return asked.success ? sendMoved(request, reply, await applyWorkbook(office, row, asked.data)) : unreadable(reply);
  }));
  app.post<ById>('/api/workbooks/:id/discard', withMine(async (row, request, reply) => sendMoved(request, reply, await discardWorkbook(office, row))));
};
