/** `/api/<workflow>/<id>/report`: the report of a case, to be read on a screen, worked on in Word, or printed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ReportView } from '../../workflows/kit/report-view.ts';
import { FORMATS, makeDocument } from '../documents/make-document.ts';
import type { Format } from '../documents/make-document.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { paperOf } from '../use-cases/report-paper.ts';
import { readReport } from '../use-cases/read-report.ts';
import { langOf, notThere, tooMany } from './answers.ts';
import { LangQuery, misread } from './asked.ts';

type ById = { Params: { workflow: string; id: string } };
/** `round`: one that was signed earlier. `lang`: a link carries no header of its own. */
const Query = LangQuery.extend({ round: z.coerce.number().int().min(1).max(999_999).optional() });
type Asked = z.infer<typeof Query>;

/** Each takes a second of a processor. */
const PAPERS = { burst: 12, perMinute: 12 } as const;

export const reportRoutes = (app: FastifyInstance, office: Office): void => {
  const papers = limiter(PAPERS);
  const asking = (answer: (view: ReportView, request: FastifyRequest<ById>, reply: FastifyReply, asked: Asked) => FastifyReply | Promise<FastifyReply>) => async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> => {
    const { asker, params, query } = request;
    const asked = Query.safeParse(query);
    if (!asked.success) return misread(request, reply, Query);
    const workflow = findWorkflow(office, params.workflow);
    const view = workflow ? await readReport(office, asker, workflow, params.id, asked.data.round ?? null) : null;
    return view ? answer(view, request, reply, asked.data) : notThere(reply);
  };

  const asFile = (format: Format) => asking(async (view, request, reply, { lang = langOf(request) }) => {
    const wait = papers(request.asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const made = await makeDocument({ paper: paperOf(view, lang), format });
    // Stopped before it is printed with a hole in somebody's name.
    if (!made.ok) return reply.code(422).send({ reason: 'not-printable', characters: made.missing });
    const name = `${request.params.workflow}-${request.params.id}-${view.round}${view.provisional ? '-draft' : ''}.${format}`;
    return reply.header('Content-Type', FORMATS[format]).header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`).send(Buffer.from(made.bytes));
  });

  app.get<ById>('/api/:workflow/:id/report', asking((view, _request, reply) => reply.send(view)));
  app.get<ById>('/api/:workflow/:id/report.docx', asFile('docx'));
  app.get<ById>('/api/:workflow/:id/report.pdf', asFile('pdf'));
};
