/** `/api/<workflow>/<id>/papers`: what may be made of a case, each as PDF or Word; and its whole file for the archive. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FORMATS, makeDocument } from '../documents/make-document.ts';
import type { Format } from '../documents/make-document.ts';
import { ARCHIVE } from '../../workflows/kit/papers.ts';
import { contentRange } from '../list-dialect.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { archiveCase } from '../use-cases/archive-case.ts';
import { findPapers, readPaper } from '../use-cases/read-papers.ts';
import { inWords, langOf, notThere, tooMany } from './answers.ts';
import { LangQuery, misread } from './asked.ts';

type ById = { Params: { workflow: string; id: string } };
type OneOf = { Params: { workflow: string; id: string; file: string } };
/** Each takes a second of a processor, an archive several. */
const PAPERS = { burst: 20, perMinute: 20 } as const;
const ARCHIVES = { burst: 6, perMinute: 6 } as const;

const safe = (name: string): string => name.replaceAll(/[^\w.-]/g, '_');
const asAttachment = (reply: FastifyReply, type: string, name: string): FastifyReply => reply.header('Content-Type', type).header('Content-Disposition', `attachment; filename="${safe(name)}"`).header('X-Content-Type-Options', 'nosniff');
const notOffered = (reply: FastifyReply): FastifyReply => reply.code(409).send({ reason: 'not-offered' });

export const paperRoutes = (app: FastifyInstance, office: Office): void => {
  const [papers, archives] = [limiter(PAPERS), limiter(ARCHIVES)];
  const addressOf = ({ protocol, host }: FastifyRequest): string => office.publicUrl ?? `${protocol}://${host}`;

  app.get<ById>('/api/:workflow/:id/papers', async ({ asker, params }, reply) => {
    const workflow = findWorkflow(office, params.workflow);
    const found = workflow && (await findPapers(office, asker, workflow, params.id));
    return found ? reply.header('Content-Range', contentRange('papers', 0, found.length, found.length)).send(found) : notThere(reply);
  });

  const sendArchive = async (request: FastifyRequest<OneOf>, reply: FastifyReply, lang: 'zh' | 'en'): Promise<FastifyReply> => {
    const { asker, params } = request;
    const workflow = findWorkflow(office, params.workflow);
    const wait = archives(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const made = workflow ? await archiveCase(office, asker, workflow, params.id, { lang, address: addressOf(request) }) : { ok: false as const, reason: 'absent' as const };
    if (made.ok) return asAttachment(reply, 'application/zip', `${params.workflow}-${params.id}-archive.zip`).send(Readable.from(made.bytes, { objectMode: false }));
    if (made.reason === 'not-printable') return reply.code(422).send({ reason: 'not-printable', characters: made.characters, errors: inWords(made.errors, langOf(request)) });
    return made.reason === 'absent' ? notThere(reply) : notOffered(reply);
  };

  const sendPaper = async (request: FastifyRequest<OneOf>, reply: FastifyReply, name: string, format: Format, lang: 'zh' | 'en'): Promise<FastifyReply> => {
    const { asker, params } = request;
    const workflow = findWorkflow(office, params.workflow);
    const wait = papers(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const read = workflow ? await readPaper(office, asker, workflow, params.id, name, { lang, address: addressOf(request) }) : { ok: false as const, reason: 'absent' as const };
    if (!read.ok) return read.reason === 'absent' ? notThere(reply) : notOffered(reply);
    const made = await makeDocument({ paper: read.paper, format });
    // Stopped before it is printed with a hole in somebody's name.
    if (!made.ok) return reply.code(422).send({ reason: 'not-printable', characters: made.missing, errors: inWords(read.errorsFor(made.missing), langOf(request)) });
    return asAttachment(reply, FORMATS[format], `${params.workflow}-${params.id}-${name}-${read.version}.${format}`).send(Buffer.from(made.bytes));
  };

  app.get<OneOf>('/api/:workflow/:id/papers/:file', async (request, reply) => {
    const asked = LangQuery.safeParse(request.query);
    if (!asked.success) return misread(request, reply, LangQuery);
    const lang = asked.data.lang ?? langOf(request);
    if (request.params.file === `${ARCHIVE.name}.zip`) return sendArchive(request, reply, lang);
    const [, name = '', format = ''] = /^([a-z-]{1,60})\.(pdf|docx)$/.exec(request.params.file) ?? [];
    return format === '' ? notThere(reply) : sendPaper(request, reply, name, format as Format, lang);
  });
};
