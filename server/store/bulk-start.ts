/** Writes a bulk job down with the cases it is for; from then on they stand. */
import { sql } from 'kysely';
import type { Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { seal } from '../keys/seal.ts';
import { ownPlace } from './bulk-run.ts';
import type { OwnEvent } from './bulk-run.ts';
import { wantedCases } from './case-query.ts';
import type { CaseQuery } from './case-query.ts';
import { rowId } from './case-rows.ts';
import type { SealedNames } from './case-rows.ts';
import { allOf } from './list-sql.ts';
import { sealLeaves } from './sealing.ts';
import type { Statement, Tx } from './transaction.ts';

export type NewBulk = { readonly id: string; readonly person: string; readonly workflow: string; readonly type: string; readonly data: Data; readonly dryRun: boolean; readonly bodyHash: string };
type Where = { readonly keys: Keys; readonly district: string; readonly sealed: SealedNames };

const insert: Statement = {
  name: 'insert-bulk-job',
  text: `insert into bulk_jobs (district, id, person, workflow, type, data, dry_run, body_hash) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
};

/** False where a job of that id is there; whoever is writing one is waited for. */
export const insertBulk = async (tx: Tx, { keys, district, sealed }: Where, { id, person, workflow, type, data, dryRun, bodyHash }: NewBulk): Promise<boolean> => {
  const kept = sealLeaves(keys, sealed(workflow), { table: 'bulk_jobs', row: rowId(district, id), column: 'data' }, data);
  return (await tx.run(insert, [district, id, person, workflow, type, JSON.stringify(kept), dryRun, bodyHash])).length > 0;
};

const byIds: Statement = {
  name: 'freeze-ids',
  text: `insert into bulk_items (district, job, n, case_id) select $1, $2, row_number() over (order by id), id from (select distinct unnest($3::text[]) as id) ids`,
};

/** The cases named, each once; whether they are there and the asker's is seen when each has its turn. */
export const freezeIds = (tx: Tx, district: string, job: string, ids: readonly string[]): void => tx.say(byIds, [district, job, ids]);

const byOwn: Statement = {
  name: 'freeze-own',
  text: `insert into bulk_items (district, job, n, case_id, own, version) select $1, $2, o.n, o."caseId", o.own, o.version from json_to_recordset($3::json) as o(n int, "caseId" text, own text, version int)`,
};

export type OwnItem = OwnEvent & { readonly n: number; readonly caseId: string };
/** Each case with an event of its own, sealed whole. */
export const freezeOwn = (tx: Tx, { keys, district }: Pick<Where, 'keys' | 'district'>, job: string, items: readonly OwnItem[]): void =>
  tx.say(byOwn, [district, job, JSON.stringify(items.map(({ n, caseId, version, type, data, entry }) => ({ n, caseId, version, own: seal(keys, ownPlace(district, job, n), { type, data, entry }) })))]);

/** Every case that the question finds now. */
export const freezeFound = async (tx: Tx, district: string, job: string, query: CaseQuery): Promise<void> => {
  await sql`insert into bulk_items (district, job, n, case_id)
    select ${district}, ${job}, row_number() over (order by id), id from cases where ${allOf(wantedCases(district, query))}`.execute(tx.db);
};

const count: Statement = {
  name: 'count-bulk-items',
  text: `update bulk_jobs j set total = i.total, ended_at = case when i.total = 0 then now() end
    from (select count(*)::int as total from bulk_items where district = $1 and job = $2) i where j.district = $1 and j.id = $2`,
};

/** Says how many there are; a job with none has ended. */
export const countItems = (tx: Tx, district: string, job: string): void => tx.say(count, [district, job]);
