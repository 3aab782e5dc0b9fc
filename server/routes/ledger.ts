/** `/api/ledger`: budget lines with what is left, set aside and paid, and the entries behind each number. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { contentRange } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { mayRead, readEntered, readLedger } from '../use-cases/read-ledger.ts';
import { notYours, unreadable } from './answers.ts';

const MOST = 200;
const Asked = z.object({ filter: z.string(), range: z.string().default('[0,24]') });
const Account = z.string().min(1).max(80);
/** Of one part of a process, both are named. */
const Filter = z.strictObject({ account: z.union([Account, z.array(Account).min(1).max(50)]), workflow: z.string().max(80).optional(), part: z.string().max(80).optional() });
const Range = z.tuple([z.int().min(0), z.int().min(0)]).refine(([from, to]) => to >= from && to - from < MOST);

const parsed = <T>(schema: z.ZodType<T>, text: string): T | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

export const ledgerRoutes = (app: FastifyInstance, office: Office): void => {
  app.get('/api/ledger', async ({ asker }, reply) => (mayRead(asker) ? reply.send(await readLedger(office)) : notYours(reply)));

  app.get('/api/ledger/entries', async ({ asker, query }, reply) => {
    if (!mayRead(asker)) return notYours(reply);
    const asked = Asked.safeParse(query);
    const [filter, range] = [asked.success ? parsed(Filter, asked.data.filter) : null, asked.success ? parsed(Range, asked.data.range) : null];
    if (!filter || !range) return unreadable(reply);
    const [from, to] = range;
    const found = await readEntered(office, filter, from, to - from + 1);
    if (!found) return unreadable(reply);
    const { rows, total } = found;
    return reply.header('Content-Range', contentRange('entries', from, rows.length, total)).send(rows);
  });
};
