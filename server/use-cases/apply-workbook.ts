/** What a checked workbook says is done: the rows in order become a job in which each record has an event of its own. */
import { z } from 'zod';
import { BULK } from '../jobs/bulk.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Office } from '../office.ts';
import { countItems, freezeOwn, insertBulk } from '../store/bulk-start.ts';
import type { OwnItem } from '../store/bulk-start.ts';
import { hashOf } from '../store/chain.ts';
import { inTransaction } from '../store/transaction.ts';
import { dropWorkbookRows, findWorkbookRows, moveWorkbook } from '../store/workbooks.ts';
import type { WorkbookRow } from '../store/workbooks.ts';
import { sealedIn } from './work.ts';
import { findPlace } from './workbook-ground.ts';

/** `leaveFaulty`: rows in order are done though others have faults; those stay as they are. */
export const ApplyBody = z.strictObject({ leaveFaulty: z.boolean().optional() });
export type Applied = { readonly ok: true } | { readonly ok: false; readonly reason: 'elsewhere' | 'faults' | 'nothing' };

const MOST = 10_000;
/** In place of an event: each record has its own. */
export const OWN = 'workbook';

const itemsOf = async ({ db, keys, district, workflows }: Office, { id, workflow }: WorkbookRow): Promise<OwnItem[]> => {
  const about = findPlace({ workflows }, { items: workflow })?.items.subject;
  const rows = await findWorkbookRows(db, { keys, district }, id, 'answer', 0, MOST);
  return rows.flatMap(({ n, caseId, version, event, data, shown, subject }): OwnItem[] => (caseId !== null && version !== null && event !== null && data !== null
    ? [{ n, caseId, version, type: event, data, entry: about && subject ? { id: subject, version: Number(shown['entry']) } : null }] : []));
};

/** Once; conflicts and faulty rows are never among it. */
export const applyWorkbook = async (office: Office, row: WorkbookRow, { leaveFaulty = false }: z.infer<typeof ApplyBody>): Promise<Applied> => {
  const { keys, district, pool, jobs } = office;
  if (row.state === 'checked' && row.counts.faulty > 0 && !leaveFaulty) return { ok: false, reason: 'faults' };
  const items = await itemsOf(office, row);
  if (row.state === 'checked' && items.length === 0) return { ok: false, reason: 'nothing' };
  const job = `wb-${row.id}`;
  const moved = await inTransaction(pool, async (tx) => {
    if (!(await moveWorkbook(tx, district, row.id, 'applied', job))) return false;
    await insertBulk(tx, { keys, district, sealed: sealedIn(office) }, { id: job, person: row.person, workflow: row.workflow, type: OWN, data: {}, dryRun: false, bodyHash: hashOf([OWN, row.id]) });
    freezeOwn(tx, { keys, district }, job, items);
    countItems(tx, district, job);
    await enqueue(jobs, tx, BULK, [{ job }]);
    return true;
  });
  return moved ? { ok: true } : { ok: false, reason: 'elsewhere' };
};

/** What its rows said is not kept. */
export const discardWorkbook = (office: Office, { id }: WorkbookRow): Promise<Applied> => inTransaction(office.pool, async (tx) => {
  if (!(await moveWorkbook(tx, office.district, id, 'discarded', null))) return { ok: false, reason: 'elsewhere' };
  dropWorkbookRows(tx, office.district, id);
  return { ok: true };
});
