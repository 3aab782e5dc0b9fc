/** One event for many cases: what was asked and which cases it is for are frozen in one transaction with the job that does it. */
import { z } from 'zod';
import { isMisread } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { idPattern } from '../../workflows/kit/ids.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Asker } from '../asker.ts';
import { BULK } from '../jobs/bulk.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Office } from '../office.ts';
import { findBulk } from '../store/bulk-find.ts';
import type { BulkRow } from '../store/bulk-find.ts';
import { countItems, freezeFound, freezeIds, insertBulk } from '../store/bulk-start.ts';
import { hashOf } from '../store/chain.ts';
import { inTransaction } from '../store/transaction.ts';
import { caseQueryOf } from './find-cases.ts';
import { sealedIn } from './work.ts';

const MOST_IDS = 20_000;

/** `{id, type, data, ids | filter, dryRun}`; the id leaves room for what the events of the cases are called by. */
export const BulkBody = z.strictObject({
  id: z.string().regex(idPattern).max(90),
  type: z.string().min(1).max(100),
  data: z.record(z.string(), z.unknown()).optional(),
  ids: z.array(z.string().min(1).max(200)).max(MOST_IDS).optional(),
  filter: z.record(z.string(), z.unknown()).optional(),
  dryRun: z.boolean().optional(),
}).refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined));
export type BulkBody = z.infer<typeof BulkBody>;

export type Started = { readonly ok: true; readonly job: BulkRow; readonly replayed: boolean } | { readonly ok: false; readonly reason: 'id-reused' } | ({ readonly ok: false; readonly reason: 'unreadable' } & Misread);

const get = async (office: Office, id: string): Promise<BulkRow> => {
  const found = await findBulk(office.db, office.district, id);
  if (!found) throw new Error(`The bulk job ${id} is gone.`);
  return found;
};

/** The same id and body give the same job again, however far it is. A filter finds what the asker's lists would show. */
export const startBulk = async (office: Office, asker: Asker, workflow: Workflow, body: BulkBody): Promise<Started> => {
  const { keys, district, pool, jobs } = office;
  const { id, type, data = {}, ids, filter, dryRun = false } = body;
  const query = filter && (await caseQueryOf(office, asker, workflow, { filter }, true));
  if (query && isMisread(query)) return { ok: false, reason: 'unreadable', ...query };
  const bodyHash = hashOf([workflow.name, body]);
  const isNew = await inTransaction(pool, async (tx) => {
    if (!(await insertBulk(tx, { keys, district, sealed: sealedIn(office) }, { id, person: asker.id, workflow: workflow.name, type, data, dryRun, bodyHash }))) return false;
    if (query) await freezeFound(tx, district, id, query);
    else freezeIds(tx, district, id, ids ?? []);
    countItems(tx, district, id);
    await enqueue(jobs, tx, BULK, [{ job: id }]);
    return true;
  });
  const job = await get(office, id);
  if (!isNew && (job.person !== asker.id || job.bodyHash !== bodyHash)) return { ok: false, reason: 'id-reused' };
  return { ok: true, job, replayed: !isNew };
};
