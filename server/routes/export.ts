/** `POST /api/<resource>/export`: a list as a file, streamed. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportBody } from '../../workflows/kit/asked.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Register } from '../../workflows/kit/words.ts';
import type { Office } from '../office.ts';
import { limiter } from '../rate-limit.ts';
import { exportList } from '../use-cases/export-list.ts';
import { exportReads } from '../use-cases/export-reads.ts';
import { invalid, langOf, notYours, sendMisread, tooMany } from './answers.ts';
import { misread } from './asked.ts';

/** Files of personal data are not taken by the dozen. */
const EXPORTS = { burst: 12, perMinute: 6 } as const;

/** Answers with the file; a reader who goes away ends it. */
export const exporter = (office: Office) => {
  const exports = limiter(EXPORTS);
  return async (request: FastifyRequest, reply: FastifyReply, of: Register | Workflow | 'reads'): Promise<FastifyReply> => {
    const { asker } = request;
    const body = request.body ?? {};
    const asked = ExportBody.safeParse(body);
    if (!asked.success) return misread(request, reply, ExportBody, body);
    const wait = exports(asker.id, Date.now());
    if (wait > 0) return tooMany(reply, wait);
    const exported = of === 'reads' ? await exportReads(office, asker, langOf(request), asked.data) : await exportList(office, asker, langOf(request), of, asked.data);
    if (exported === 'not-yours') return notYours(reply);
    if (!exported.ok) return exported.reason === 'invalid' ? invalid(request, reply, exported.errors) : sendMisread(request, reply, exported);
    return reply.header('Content-Type', exported.type).header('Content-Disposition', `attachment; filename="${exported.file}"`).send(Readable.from(exported.bytes, { objectMode: false }));
  };
};
