/** The sheet of a notice on paper, for whoever posts it, and `/public/notices`: the same for everybody, without a session, as long as it hangs. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FORMATS, makeDocument } from '../documents/make-document.ts';
import type { Format } from '../documents/make-document.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { noticeList, noticePage, noticeSays } from '../pages/notice-page.ts';
import { lookOf, sendPublicPage } from '../pages/public-page.ts';
import type { Look } from '../pages/public-page.ts';
import { limiter } from '../rate-limit.ts';
import { posterPaper } from '../use-cases/poster-paper.ts';
import { readPoster, readPosters, readSheet } from '../use-cases/read-posters.ts';
import { langOf, notThere, tooMany } from './answers.ts';
import { LangQuery, misread } from './asked.ts';
import type { OfficeKind } from './health.ts';

type ById = { Params: { workflow: string; id: string } };
type Public = { Params: { id?: string } };

/** Each takes a second of a processor. */
const PAPERS = { burst: 12, perMinute: 12 } as const;
/** A village looks from one address. */
const LOOKS = { burst: 120, perMinute: 120 } as const;

const paperRoutes = (app: FastifyInstance, office: Office): void => {
  const papers = limiter(PAPERS);
  const asFile = (format: Format) => async (request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> => {
    const { asker, params } = request;
    const asked = LangQuery.safeParse(request.query);
    if (!asked.success) return misread(request, reply, LangQuery);
    const workflow = findWorkflow(office, params.workflow);
    const posted = workflow ? await readSheet(office, asker, workflow, params.id) : null;
    if (!posted) return notThere(reply);
    const wait = papers(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const made = await makeDocument({ paper: posterPaper(posted, asked.data.lang ?? langOf(request)), format });
    if (!made.ok) return reply.code(422).send({ reason: 'not-printable', characters: made.missing });
    const name = `${params.workflow}-${params.id}${posted.draft ? '-draft' : ''}.${format}`;
    return reply.header('Content-Type', FORMATS[format]).header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`).send(Buffer.from(made.bytes));
  };
  app.get<ById>('/api/:workflow/:id/poster.docx', asFile('docx'));
  app.get<ById>('/api/:workflow/:id/poster.pdf', asFile('pdf'));
};

export const posterRoutes = (app: FastifyInstance, office: Office, kind: OfficeKind): void => {
  paperRoutes(app, office);
  const looks = limiter(LOOKS);
  const answering = (answer: (look: Look, request: FastifyRequest<Public>) => Promise<readonly [code: number, page: string]>) => async (request: FastifyRequest<Public>, reply: FastifyReply): Promise<FastifyReply> => {
    const look = lookOf(request, kind === 'demo');
    const wait = looks(request.ip, Date.now());
    if (wait > 0) return sendPublicPage(reply.header('Retry-After', wait), 429, noticeSays(look, 'slower'));
    return sendPublicPage(reply, ...(await answer(look, request)));
  };
  const open = { config: { open: true } } as const;

  app.get<Public>('/public/notices', open, answering(async (look) => [200, noticeList(look, await readPosters(office))]));
  app.get<Public>('/public/notices/:id', open, answering(async (look, { params }) => {
    const posted = await readPoster(office, params.id ?? '');
    if (posted === null) return [404, noticeSays(look, 'absent')];
    return posted === 'gone' ? [410, noticeSays(look, 'gone')] : [200, noticePage(look, posted)];
  }));
};
