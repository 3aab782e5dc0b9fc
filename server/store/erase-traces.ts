/** What lies beside cases and register and may still name a person: drafts, answers given before, forms of bulk jobs. */
import { sql } from 'kysely';
import type { Erased } from '../../workflows/kit/erased.ts';
import type { Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open } from '../keys/seal.ts';
import { rowId } from './case-rows.ts';
import { draftPlace, dropDraft } from './drafts.ts';
import type { DraftKey } from './drafts.ts';
import { eraseLeaves } from './sealing.ts';
import type { Db } from './tables.ts';
import { workbookPlace } from './workbooks.ts';

type Where = { readonly keys: Keys; readonly district: string };
export type Traces = { readonly entry: string; readonly cases: readonly string[]; readonly values: ReadonlySet<string> };

/** Drafts of the cases, and any that names the entry or one of the values. */
export const dropDraftsNaming = async (db: Db, { keys, district }: Where, { entry, cases, values }: Traces): Promise<void> => {
  const drafts = await sql<DraftKey & { sealed: string }>`select person, workflow, case_id as "caseId", event, sealed from drafts where district = ${district} for update`.execute(db);
  const words = [JSON.stringify(entry), ...values];
  for (const { sealed, ...key } of drafts.rows) {
    const text = cases.includes(key.caseId) ? '' : JSON.stringify(open(keys, draftPlace(district, key), sealed));
    if (cases.includes(key.caseId) || words.some((word) => text.includes(word))) await dropDraft(db, district, key);
  }
};

type Given = { readonly person: string; readonly caseId: string; readonly eventId: string; readonly answer: string };

/** Nobody can tell any more what was asked: the hash of a body that held a number would let it be guessed. */
export const rewriteAnswers = async (db: Db, district: string, cases: readonly string[], rewrite: (answer: Data) => Data): Promise<void> => {
  const { rows } = await sql<Given>`select person, case_id as "caseId", event_id as "eventId", answer from idempotency where district = ${district} and case_id = any(${[...cases]}::text[]) for update`.execute(db);
  const anew = rows.map((row) => ({ ...row, answer: JSON.stringify(rewrite(JSON.parse(row.answer) as Data)) }));
  await sql`update idempotency i set answer = n.answer, body_hash = '' from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as n(person text, "caseId" text, "eventId" text, answer text)
    where i.district = ${district} and i.person = n.person and i.case_id = n."caseId" and i.event_id = n."eventId"`.execute(db);
};

/** Rows of workbooks about the cases, and any that names the entry or one of the values; what of them waits to be done is not done. */
export const dropRowsNaming = async (db: Db, { keys, district }: Where, { entry, cases, values }: Traces): Promise<void> => {
  const { rows } = await sql<{ workbook: string; n: number; caseId: string | null; sealed: string }>`select workbook, n, case_id as "caseId", sealed from workbook_rows where district = ${district} for update`.execute(db);
  const words = [JSON.stringify(entry), ...values];
  const naming = rows.filter(({ workbook, n, caseId, sealed }) => {
    if (caseId !== null && cases.includes(caseId)) return true;
    const text = JSON.stringify(open(keys, workbookPlace(district, workbook, n), sealed));
    return words.some((word) => text.includes(word));
  });
  await sql`delete from workbook_rows r using json_to_recordset(${JSON.stringify(naming.map(({ workbook, n }) => ({ workbook, n })))}::json) as d(workbook text, n int) where r.district = ${district} and r.workbook = d.workbook and r.n = d.n`.execute(db);
  await sql`update bulk_items set own = null where district = ${district} and case_id = any(${[...cases]}::text[]) and own is not null`.execute(db);
};

/** Forms for many cases, the person's among them: one of the values in them goes, and whoever sent it has it refused. */
export const eraseBulks = async (db: Db, { keys, district }: Where, { cases, values }: Traces, erased: Erased): Promise<void> => {
  const { rows } = await sql<{ id: string; data: Data }>`
    update bulk_jobs j set body_hash = '' where district = ${district} and exists (select from bulk_items i where i.district = j.district and i.job = j.id and i.case_id = any(${[...cases]}::text[])) returning id, data`.execute(db);
  for (const { id, data } of rows) {
    const left = eraseLeaves(keys, { table: 'bulk_jobs', row: rowId(district, id), column: 'data' }, data, (value) => typeof value === 'string' && values.has(value), erased);
    if (left !== data) await db.updateTable('bulk_jobs').set({ data: JSON.stringify(left) }).where('district', '=', district).where('id', '=', id).execute();
  }
};
