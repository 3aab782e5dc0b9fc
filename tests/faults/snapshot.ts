/** All that the database holds of the cases, read in one REPEATABLE READ snapshot after everybody else has gone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Keys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { CASE_COLUMNS } from '../../server/store/case-rows.ts';
import type { CaseRow } from '../../server/store/case-rows.ts';
import { connect } from '../../server/store/connection.ts';
import type { LogRow } from '../../server/store/log-rows.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import { verifyChains } from '../../server/use-cases/verify-chains.ts';
import type { Fault } from '../../server/use-cases/verify-chains.ts';
import { workflows } from '../../workflows/index.ts';

export type Answered = { readonly person: string; readonly case_id: string; readonly event_id: string; readonly status: number; readonly answer: { readonly id?: string; readonly version?: number } | null };
export type Entry = { readonly case_id: string; readonly version: number; readonly step: string; readonly account: string; readonly fen: string };
/** A job, waiting or done, of telling somebody. */
export type Job = { readonly case_id: string; readonly version: number; readonly what: string };
export type Snapshot = {
  readonly district: string; readonly keys: Keys;
  readonly cases: readonly CaseRow[]; readonly log: readonly LogRow[]; readonly answered: readonly Answered[]; readonly ledger: readonly Entry[]; readonly jobs: readonly Job[];
  /** What the server's own check of the chains finds. */
  readonly broken: readonly Fault[];
};

const GONE_MS = 30_000;

/** Backends of a killed server end when they notice; what they had committed is committed, the rest is rolled back. */
const alone = async (pool: Pool): Promise<void> => {
  const until = Date.now() + GONE_MS;
  for (;;) {
    const { rows } = await pool.query<{ others: number }>(`select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`);
    if (rows[0]?.others === 0) return;
    if (Date.now() > until) throw new Error('Somebody is still connected to the database.');
    await sleep(50);
  }
};

export const readSnapshot = async (url: string, keys: Keys): Promise<Snapshot> => {
  const { pool, db, close } = connect(url, 1);
  try {
    await alone(pool);
    return await inTransaction(pool, async (tx) => {
      tx.say('set transaction isolation level repeatable read, read only');
      const all = async <Row extends object>(text: string): Promise<Row[]> => (await sql.raw<Row>(text).execute(tx.db)).rows;
      const district = (await all<{ district: string }>('select district from offices'))[0]?.district ?? '';
      const office: Office = { district, workflows, db: tx.db, pool, keys, files: '', clock: 'manual', log: makeLog({ write: () => undefined }), jobs: null };
      return {
        district, keys,
        cases: await all<CaseRow>(`select ${CASE_COLUMNS} from cases`),
        log: await all<LogRow>('select * from log order by case_id, version'),
        answered: await all<Answered>('select person, case_id, event_id, status, answer::json from idempotency'),
        ledger: await all<Entry>('select case_id, version, step, account, fen from ledger'),
        jobs: await all<Job>(`select t ->> 'caseId' as case_id, (t ->> 'version')::int as version, t ->> 'what' as what from pgboss.job, jsonb_array_elements(data -> 'tells') t where name = 'tell'`),
        broken: (await verifyChains(office)).faults,
      };
    });
  } finally {
    await db.destroy().then(close, close);
  }
};
