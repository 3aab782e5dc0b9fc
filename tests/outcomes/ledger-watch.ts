/** Looks at the ledger in the office's database: quickly after every event, and wholly wherever money moved; throws at the first fault. */
import { join } from 'node:path';
import { sql } from 'kysely';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { connect } from '../../server/store/connection.ts';
import { findOverdrawn, findStrangers, findUneven } from '../../server/store/ledger.ts';
import { checkLedger } from '../../server/use-cases/check-ledger.ts';
import { workflows } from '../../workflows/index.ts';
import { plant, type Planted } from './plant.ts';

export class LedgerFault extends Error {}
export type Paid = { readonly programme: string; readonly line: string; readonly ledger: number; readonly claims: number };
export type Watch = {
  readonly office: Office;
  /** How often it was looked at, each way. */
  readonly looked: { quick: number; whole: number };
  afterEvent(): Promise<void>;
  wholly(): Promise<void>;
  /** By programme and line, less what came back. */
  paid(): Promise<readonly Paid[]>;
  close(): Promise<void>;
};

/** What was paid out by each line for each programme, came back for each, and is set aside on each line: the ledger and the claims beside each other where they differ. */
const differences = (district: string) => sql<{ what: string; ledger: number | null; claims: number | null }>`
  with entry as (select l.account, l.step, l.fen, c.data ->> 'programme' as programme from ledger l join cases c on c.district = l.district and c.id = l.case_id where l.district = ${district} and c.workflow = 'benefit-claim'),
  claim as (select state, data, data ->> 'programme' as programme from cases where district = ${district} and workflow = 'benefit-claim'),
  book as (
    select programme || ' ' || account as what, sum(fen) as fen from entry where account like 'paid:%' and step like 'pay:%' group by 1
    union all select programme || ' came back', -sum(fen) from entry where account like 'paid:%' and step like 'recover:%' group by 1
    union all select account, sum(fen) from entry where account like 'committed:%' group by 1 having sum(fen) <> 0),
  said as (
    select programme || ' paid:' || f.key as what, sum(f.value::bigint) as fen from claim, jsonb_each_text(coalesce(data -> 'paidFrom', '{}')) f group by 1
    union all select programme || ' came back', sum((data ->> 'recovered')::bigint) from claim where data ? 'recovered' group by 1
    union all select 'committed:' || f.key || '-' || (data ->> 'budgetYear'), sum(f.value::bigint) from claim, jsonb_each_text(data -> 'shares') f where state = 'inPayment' group by 1 having sum(f.value::bigint) <> 0)
  select what, book.fen::float8 as ledger, said.fen::float8 as claims from book full join said using (what) where book.fen is distinct from said.fen`;

const paidBy = (district: string) => sql<{ programme: string; line: string; ledger: number }>`
  select c.data ->> 'programme' as programme, l.account as line, sum(l.fen)::float8 as ledger from ledger l join cases c on c.district = l.district and c.id = l.case_id
  where l.district = ${district} and l.account like 'paid:%' group by 1, 2 order by 1, 2`;
const saidBy = (district: string) => sql<{ programme: string; claims: number }>`
  select data ->> 'programme' as programme, sum(coalesce((data ->> 'paid')::bigint, 0) - coalesce((data ->> 'recovered')::bigint, 0))::float8 as claims
  from cases where district = ${district} and workflow = 'benefit-claim' group by 1`;

/** `folder` is the office's DATA_DIR; with a plant, one row of the ledger is tampered with once so many were written. */
export const watchLedger = (url: string, folder: string, planted: Planted | null): Watch => {
  const { pool, db, close } = connect(url, 2);
  const office: Office = { district: '999901', workflows, db, pool, keys: loadKeys(join(folder, 'keys')), clock: 'manual', log: makeLog({ write: () => undefined }), files: '', jobs: null };
  const { district } = office;
  const looked = { quick: 0, whole: 0 };
  const planting = plant(db, planted);
  let rows = '';

  const stopAt = (faults: readonly string[]): void => { if (faults.length > 0) throw new LedgerFault(faults.join('\n')); };
  const wholly = async (): Promise<void> => {
    looked.whole += 1;
    stopAt((await checkLedger(office)).faults);
  };
  const afterEvent = async (): Promise<void> => {
    await planting();
    looked.quick += 1;
    const [now, uneven, overdrawn, strangers, different] = await Promise.all([
      sql<{ rows: string; sum: string }>`select count(*)::text as rows, coalesce(sum(fen), 0)::text as sum from ledger where district = ${district}`.execute(db),
      findUneven(db, district), findOverdrawn(db, district), findStrangers(db, district), differences(district).execute(db),
    ]);
    stopAt([
      ...now.rows.filter(({ sum }) => sum !== '0').map(({ sum }) => `the whole ledger sums to ${sum}`), ...uneven.map(({ case_id, step, sum }) => `${case_id}, ${step}: the entries sum to ${sum}, or stand twice`),
      ...overdrawn.map(({ account, lowest }) => `${account} once stood at ${lowest}`), ...strangers.map((id) => `${id}: in the ledger, and no case`),
      ...different.rows.map(({ what, ledger, claims }) => `${what}: the ledger holds ${ledger ?? 0}, the claims say ${claims ?? 0}`),
    ]);
    const before = rows;
    rows = now.rows[0]?.rows ?? '';
    if (rows !== before) await wholly();
  };
  const paid = async (): Promise<Paid[]> => {
    const claims = new Map((await saidBy(district).execute(db)).rows.map((row) => [row.programme, row.claims]));
    return (await paidBy(district).execute(db)).rows.map((row) => ({ ...row, claims: claims.get(row.programme) ?? 0 }));
  };
  return { office, looked, afterEvent, wholly, paid, close };
};
