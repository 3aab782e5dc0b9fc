/** `/api/files`: files brought for forms; `/api/<workflow>/<id>/files`: those that a case's events name. Served so that nothing in them can act. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Text } from '../../workflows/kit/words.ts';
import { fileRefusals } from '../../workflows/office/files/refusals.ts';
import { contentRange } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { bringFile } from '../use-cases/bring-file.ts';
import type { Brought } from '../use-cases/bring-file.ts';
import { findFilesOf, findMyFile, openAttached, openMyFile, takeBack } from '../use-cases/read-files.ts';
import type { Opened } from '../use-cases/read-files.ts';
import { givenNameOf, langOf, notThere, tooMany } from './answers.ts';

type Mine = { Params: { id: string } };
type OfCase = { Params: { workflow: string; id: string } };
type OneOfCase = { Params: { workflow: string; id: string; file: string } };

const UPLOADS = { burst: 60, perMinute: 60 } as const;
/** Nobody's page may hold it, and it may load, run and open nothing. */
const POLICY = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Why = Extract<Brought, { ok: false }>['why'];
const statuses: Readonly<Partial<Record<Why, number>>> = { 'too-large': 413, 'disk-full': 507, 'too-many-unsent': 429 };
const sentences: Readonly<Record<Why, Text>> = {
  ...fileRefusals,
  'disk-full': { zh: '系统存储空间已满，文件没有保存，请联系管理员后重试', en: 'The office’s disk is full and the file was not kept: tell the administrator, then try again' },
  'too-many-unsent': { zh: '已上传而未提交的文件过多，请先提交或移除', en: 'Too many files wait to be sent: send or remove some first' },
};

const sendRefusal = (request: FastifyRequest, reply: FastifyReply, why: Why): FastifyReply =>
  reply.code(statuses[why] ?? 422).send({ reason: 'refused', why: [why], errors: { file: sentences[why][langOf(request)] } });

/** The name in both spellings of RFC 6266: letters beyond ASCII travel encoded. */
const disposition = (name: string): string => `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

const sendFile = (reply: FastifyReply, { name, type, bytes, part, stream }: Opened): FastifyReply => {
  if (part === 'whole') void reply.header('Content-Length', bytes);
  return reply.header('Content-Type', type).header('Content-Disposition', disposition(name)).header('Content-Security-Policy', POLICY)
    .header('X-Content-Type-Options', 'nosniff').header('Cross-Origin-Resource-Policy', 'same-origin').send(Readable.from(stream, { objectMode: false }));
};

const sendFound = (reply: FastifyReply, found: Opened | null): FastifyReply => (found ? sendFile(reply, found) : notThere(reply));

const myFiles = (app: FastifyInstance, office: Office): void => {
  const uploads = limiter(UPLOADS);
  app.post('/api/files', { config: { file: true } }, async (request, reply) => {
    const wait = uploads(request.asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const brought = await bringFile(office, request.asker, givenNameOf(request), request.body as Readable);
    return brought.ok ? reply.code(201).send(brought.file) : sendRefusal(request, reply, brought.why);
  });
  app.get<Mine>('/api/files/:id', async ({ asker, params }, reply) => {
    const found = await findMyFile(office, asker, params.id);
    return found ? reply.send(found) : notThere(reply);
  });
  app.delete<Mine>('/api/files/:id', async ({ asker, params }, reply) => ((await takeBack(office, asker, params.id)) ? reply.code(204).send() : notThere(reply)));
  app.get<Mine>('/api/files/:id/content', async ({ asker, params }, reply) => sendFound(reply, await openMyFile(office, asker, params.id, 'whole')));
  app.get<Mine>('/api/files/:id/thumbnail', async ({ asker, params }, reply) => sendFound(reply, await openMyFile(office, asker, params.id, 'thumbnail')));
};

export const fileRoutes = (app: FastifyInstance, office: Office): void => {
  myFiles(app, office);
  app.get<OfCase>('/api/:workflow/:id/files', async ({ asker, params }, reply) => {
    const workflow = findWorkflow(office, params.workflow);
    const files = workflow && (await findFilesOf(office, asker, workflow, params.id));
    return files ? reply.header('Content-Range', contentRange('files', 0, files.length, files.length)).send(files) : notThere(reply);
  });
  for (const part of ['whole', 'thumbnail'] as const) {
    app.get<OneOfCase>(`/api/:workflow/:id/files/:file${part === 'whole' ? '' : '/thumbnail'}`, async ({ asker, params }, reply) => {
      const workflow = findWorkflow(office, params.workflow);
      return sendFound(reply, workflow ? await openAttached(office, asker, workflow, params.id, params.file, part) : null);
    });
  }
};
