/** `/api/ledger`: budget lines with what is left, set aside and paid, and the entries behind each number. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { because, rangeOf } from '../../workflows/kit/asked.ts';
import { contentRange } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { isOfPart, mayRead, readEntered, readLedger } from '../use-cases/read-ledger.ts';
import { notYours } from './answers.ts';
import { jsonOf, misread } from './asked.ts';

const MOST = 200;
const isAccount = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 80;
const areAccounts = (value: unknown): boolean => isAccount(value) || (Array.isArray(value) && value.length > 0 && value.length <= 50 && value.every(isAccount));
const Account = z.custom<string | string[]>(areAccounts, because({ zh: '请写明要看哪个账户，或几个：filter={"account":"left:district-2026"}', en: 'Name the account whose entries you want, or several: filter={"account":"left:district-2026"}' }));
const noSuchPart = because({ zh: '请同时写明 workflow 与 part，且该业务分项记账', en: 'Name workflow and part together, of a process that tells its money apart' });

/** Of one part of a process, both are named. */
const askedIn = (office: Office) => z.object({
  filter: jsonOf(z.strictObject({ account: Account, workflow: z.string().max(80).optional(), part: z.string().max(80).optional() })
    .refine((asked) => isOfPart(office, asked), { path: ['part'], ...noSuchPart })).prefault('{}'),
  range: rangeOf(MOST).prefault('[0,24]'),
});

export const ledgerRoutes = (app: FastifyInstance, office: Office): void => {
  const Asked = askedIn(office);
  app.get('/api/ledger', async ({ asker }, reply) => (mayRead(asker) ? reply.send(await readLedger(office)) : notYours(reply)));

  app.get('/api/ledger/entries', async (request, reply) => {
    const { asker, query } = request;
    if (!mayRead(asker)) return notYours(reply);
    const asked = Asked.safeParse(query);
    if (!asked.success) return misread(request, reply, Asked);
    const { filter, range: [from, to] } = asked.data;
    const { rows, total } = await readEntered(office, filter, from, to - from + 1);
    return reply.header('Content-Range', contentRange('entries', from, rows.length, total)).send(rows);
  });
};
