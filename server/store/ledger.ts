/** The ledger: what was posted stands; a step of a case posts once, and its entries sum to nothing. */
import { sql } from 'kysely';
import type { Posting } from '../../workflows/kit/words.ts';
import type { Spent } from '../../workflows/office/spending.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type PostedStep = { readonly caseId: string; readonly version: number; readonly step: string; readonly entries: readonly Posting[]; readonly at: string; readonly person: string };

const posted: Statement = {
  name: 'posted-steps', text: `select distinct l.case_id, l.step from ledger l join json_to_recordset($2::json) as q("caseId" text, step text) on q."caseId" = l.case_id and q.step = l.step where l.district = $1`,
};

/** Which of these steps are in the ledger already. The cases are held, so that the answer stands. */
export const findPosted = async (tx: Tx, district: string, steps: readonly Pick<PostedStep, 'caseId' | 'step'>[]): Promise<{ caseId: string; step: string }[]> =>
  steps.length === 0 ? [] : (await tx.run<{ case_id: string; step: string }>(posted, [district, JSON.stringify(steps)])).map((row) => ({ caseId: row.case_id, step: row.step }));

const post: Statement = {
  name: 'post', text: `insert into ledger (district, case_id, version, step, account, fen, at, person)
    select $1, r.* from json_to_recordset($2::json) as r(case_id text, version int, step text, account text, fen bigint, at timestamptz, person text)`,
};

export const postSteps = (tx: Tx, district: string, steps: readonly PostedStep[]): void => {
  const rows = steps.flatMap(({ caseId, version, step, entries, at, person }) => entries.map(({ account, fen }) => ({ case_id: caseId, version, step, account, fen, at, person })));
  if (rows.length > 0) tx.say(post, [district, JSON.stringify(rows)]);
};

export type Standing = { readonly account: string; readonly fen: number; readonly entries: number };

/** What stands on the accounts of the lines: on each account that was ever posted to. */
export const findStandings = async (db: Db, district: string): Promise<Standing[]> =>
  (await sql<Standing>`select account, sum(fen)::float8 as fen, count(*)::int as entries from ledger where district = ${district} group by account order by account`.execute(db)).rows;

/** A process of which the ledger holds something, and the field by which its money is told apart. */
export type Spending = { readonly workflow: string; readonly field: string };

/** What stands on these accounts, by process and part. */
export const sumParts = async (db: Db, district: string, spending: readonly Spending[], accounts: readonly string[]): Promise<Spent[]> => {
  if (spending.length === 0 || accounts.length === 0) return [];
  return (await sql<Spent>`
    select c.workflow, c.data ->> q.field as part, l.account, sum(l.fen)::float8 as fen
    from ledger l join cases c on c.district = l.district and c.id = l.case_id join json_to_recordset(${JSON.stringify(spending)}::json) as q(workflow text, field text) on q.workflow = c.workflow
    where l.district = ${district} and l.account = any(${[...accounts]}::text[]) and c.data ->> q.field is not null group by 1, 2, 3 order by 1, 2, 3`.execute(db)).rows;
};

export type Entered = { readonly id: string; readonly caseId: string; readonly workflow: string | null; readonly step: string; readonly fen: number; readonly at: string; readonly person: string };
type EnteredRow = { id: string; case_id: string; workflow: string | null; step: string; fen: number; at: Date; person: string };

/** Accounts; of one part of a process alone where it is named. */
export type Entries = { readonly accounts: readonly string[]; readonly of: (Spending & { readonly part: string }) | null };
const enteredFrom = (district: string, { accounts, of }: Entries) => sql`
  from ledger l left join cases c on c.district = l.district and c.id = l.case_id where l.district = ${district} and l.account = any(${[...accounts]}::text[])
  ${of ? sql`and c.workflow = ${of.workflow} and c.data ->> ${of.field}::text = ${of.part}` : sql``}`;

/** The entries of some accounts, newest first, with the case that each came from. */
export const findEntered = async (db: Db, district: string, asked: Entries, offset: number, limit: number): Promise<{ rows: Entered[]; total: number }> => {
  const { rows } = await sql<EnteredRow>`select l.id::text, l.case_id, c.workflow, l.step, l.fen::float8, l.at, l.person ${enteredFrom(district, asked)} order by l.id desc offset ${offset} limit ${limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${enteredFrom(district, asked)}`.execute(db);
  return { rows: rows.map(({ case_id, at, ...row }) => ({ ...row, caseId: case_id, at: at.toISOString() })), total: counted.rows[0]?.total ?? 0 };
};

export type PostedEntry = { readonly case_id: string; readonly version: number; readonly step: string; readonly account: string; readonly fen: number };

/** All entries of some cases, in the order in which they were posted. */
export const findPostings = async (db: Db, district: string, caseIds: readonly string[]): Promise<PostedEntry[]> =>
  (await sql<PostedEntry>`select case_id, version, step, account, fen::float8 from ledger where district = ${district} and case_id = any(${[...caseIds]}::text[]) order by version, id`.execute(db)).rows;

/** Accounts that at some entry stood below nothing, though they may not. */
export const findOverdrawn = async (db: Db, district: string): Promise<{ account: string; lowest: number }[]> =>
  (await sql<{ account: string; lowest: number }>`
    select account, min(stood)::float8 as lowest from (select account, sum(fen) over (partition by account order by id) as stood from ledger where district = ${district}) s
    where account not like 'granted:%' group by account having min(stood) < 0 order by account`.execute(db)).rows;

/** Postings that do not sum to nothing, or stand under more than one version of their case. */
export const findUneven = async (db: Db, district: string): Promise<{ case_id: string; step: string; sum: number; versions: number }[]> =>
  (await sql<{ case_id: string; step: string; sum: number; versions: number }>`
    select case_id, step, sum(fen)::float8 as sum, count(distinct version)::int as versions from ledger where district = ${district}
    group by case_id, step having sum(fen) <> 0 or count(distinct version) > 1 order by case_id, step`.execute(db)).rows;

/** Cases in the ledger that are no case of the office; what was carried over from before has none. */
export const findStrangers = async (db: Db, district: string): Promise<string[]> =>
  (await sql<{ case_id: string }>`
    select distinct l.case_id from ledger l where l.district = ${district} and l.case_id not like 'carried-over:%' and not exists (select from cases c where c.district = l.district and c.id = l.case_id)`.execute(db)).rows.map(({ case_id }) => case_id);
