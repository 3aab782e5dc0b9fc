/** Cases with their whole logs, some at a time, for whoever checks them. */
import { sql } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import type { LogRow } from './log-rows.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };
/** `stored` is null, with its error, where what is sealed in the case does not open. */
export type Whole = { readonly id: string; readonly stored: Stored | null; readonly log: readonly LogRow[]; readonly parentHash: string | null };

const openOr = (where: Where, row: CaseRow): Stored | null => {
  try {
    return toStored(where.keys, where.district, row);
  } catch {
    return null;
  }
};

const withLogs = async (db: Db, where: Where, rows: readonly CaseRow[]): Promise<Whole[]> => {
  const { district } = where;
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const log = await sql<LogRow>`select * from log where district = ${district} and case_id = any(${ids}::text[]) order by case_id, version`.execute(db);
  const byCase = Map.groupBy(log.rows, ({ case_id }) => case_id);
  const parents = await sql<{ id: string; hash: string }>`
    select c.id, l.hash from cases c join log l on l.district = c.district and l.case_id = c.parent and l.version = (c.birth ->> 'parentVersion')::int
    where c.district = ${district} and c.id = any(${ids}::text[]) and c.birth is not null`.execute(db);
  const hashes = new Map(parents.rows.map(({ id, hash }) => [id, hash]));
  return rows.map((row) => ({ id: row.id, stored: openOr(where, row), log: byCase.get(row.id) ?? [], parentHash: hashes.get(row.id) ?? null }));
};

/** The next cases by id after the one given; empty at the end. */
export const readWhole = async (db: Db, where: Where, after: string, limit: number): Promise<Whole[]> =>
  withLogs(db, where, (await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases where district = ${where.district} and id > ${after} order by id limit ${limit}`.execute(db)).rows);

/** Of them those alone that are of one of the processes, or in the ledger. */
export const readWholeOfMoney = async (db: Db, where: Where, workflows: readonly string[], after: string, limit: number): Promise<Whole[]> =>
  withLogs(db, where, (await sql<CaseRow>`
    select ${sql.raw(CASE_COLUMNS)} from cases c where c.district = ${where.district} and c.id > ${after}
    and (c.workflow = any(${[...workflows]}::text[]) or exists (select from ledger l where l.district = c.district and l.case_id = c.id)) order by c.id limit ${limit}`.execute(db)).rows);

/** Log rows that say which rows were erased. */
export const findErasures = async (db: Db, district: string): Promise<LogRow[]> => {
  const { rows } = await sql<LogRow>`select * from log where district = ${district} and patch ? '$erased' order by at, case_id, version`.execute(db);
  return rows;
};

/** Ids in the log that are no case any more. */
export const findOrphans = async (db: Db, district: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct l.case_id as id from log l where l.district = ${district} and not exists (select from cases c where c.district = l.district and c.id = l.case_id) order by 1 limit 1000`.execute(db);
  return rows.map(({ id }) => id);
};
