/** Tampers with the ledger behind the office's back, once it has grown by so much: the watch has to see it. */
import { sql } from 'kysely';
import type { Office } from '../../server/office.ts';

/** `entry`: one fen more on one entry. `pair`: on both of a posting, so that it still sums to nothing. */
export const plants = ['entry', 'pair'] as const;
export type Planted = (typeof plants)[number];

const GROWN = 60;

const tamper = (db: Office['db'], how: Planted): Promise<void> => db.transaction().execute(async (tx) => {
  await sql`alter table ledger disable trigger ledger_stands`.execute(tx);
  await sql`
    with one as (select case_id, step, account from ledger where account like 'paid:%' and step like 'pay:%' order by id desc limit 1)
    update ledger l set fen = l.fen + sign(l.fen) from one
    where l.case_id = one.case_id and l.step = one.step and (l.account = one.account or (${how} = 'pair' and l.account = replace(one.account, 'paid:', 'committed:')))`.execute(tx);
  await sql`alter table ledger enable trigger ledger_stands`.execute(tx);
});

/** Asked before every look; does it once. */
export const plant = (db: Office['db'], how: Planted | null): (() => Promise<void>) => {
  let from: number | null = null;
  let open = how !== null;
  return async () => {
    if (how === null || !open) return;
    const rows = Number((await sql<{ n: string }>`select count(*)::text as n from ledger`.execute(db)).rows[0]?.n);
    from ??= rows;
    if (rows < from + GROWN) return;
    open = false;
    await tamper(db, how);
  };
};
