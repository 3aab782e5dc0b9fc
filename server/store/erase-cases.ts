/** Takes sealed values out of cases and their logs. The chain stands over commitments: a row's old salt goes with its values, a new one proves what is left. */
import { sql } from 'kysely';
import type { Erased } from '../../workflows/kit/erased.ts';
import type { Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { place, seal } from '../keys/seal.ts';
import { rowId } from './case-rows.ts';
import { commitmentOf, newSalt } from './chain.ts';
import type { Held } from './holding-cases.ts';
import { toRow } from './log-rows.ts';
import type { LogRow } from './log-rows.ts';
import { eraseLeaves } from './sealing.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };
type IsMeant = (value: unknown) => boolean;

/** The row without the values; null where there are none. */
const erasedRow = (where: Where, row: LogRow, isMeant: IsMeant, erased: Erased) => {
  const { keys, district } = where;
  const at = rowId(district, `${row.case_id}@${row.version}`);
  const [form, patch] = (['form', 'patch'] as const).map((column) => eraseLeaves(keys, { table: 'log', row: at, column }, row[column], isMeant, erased)) as [Data, Data];
  if (form === row.form && patch === row.patch) return null;
  const salt = newSalt();
  const left = toRow(where, { ...row, form, patch });
  return { case_id: row.case_id, version: row.version, form, patch, salt: seal(keys, place('log', at, 'salt'), salt), left: commitmentOf(salt, left.form, left.patch) };
};

const eraseLog = async (db: Db, where: Where, ids: readonly string[], meantIn: (caseId: string) => IsMeant, erased: Erased): Promise<string[]> => {
  const { district } = where;
  const { rows } = await sql<LogRow>`select * from log where district = ${district} and case_id = any(${[...ids]}::text[]) and (form ? '$sealed' or patch ? '$sealed') order by case_id, version`.execute(db);
  const anew = rows.flatMap((row) => erasedRow(where, row, meantIn(row.case_id), erased) ?? []);
  if (anew.length === 0) return [];
  await sql`set local casework.erasing = 'on'`.execute(db);
  await sql`
    update log l set form = n.form, patch = n.patch, salt = n.salt from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as n(case_id text, version int, form jsonb, patch jsonb, salt text)
    where l.district = ${district} and l.case_id = n.case_id and l.version = n.version`.execute(db);
  await sql`set local casework.erasing = 'off'`.execute(db);
  return anew.map(({ case_id, version, left }) => `${case_id}@${version}:${left}`);
};

/** Gives each log row that lost words, as `case@version:commitment` over what is left of it. */
export const eraseCases = async (db: Db, where: Where, { cases, numbers }: Held, erased: Erased): Promise<string[]> => {
  if (cases.length === 0) return [];
  const { keys, district } = where;
  const own = new Set(cases.filter((one) => one.own).map(({ id }) => id));
  const meantIn = (caseId: string): IsMeant => (own.has(caseId) ? () => true : (value) => typeof value === 'string' && numbers.has(value));
  const ids = cases.map(({ id }) => id);
  const { rows } = await sql<{ id: string; data: Data; memory: Data }>`select id, data, memory from cases where district = ${district} and id = any(${ids}::text[]) order by id for update`.execute(db);
  const anew = rows.map(({ id, ...columns }) => ({
    id, ...Object.fromEntries((['data', 'memory'] as const).map((column) => [column, eraseLeaves(keys, { table: 'cases', row: rowId(district, id), column }, columns[column], meantIn(id), erased)])),
  }));
  await sql`update cases c set data = n.data, memory = n.memory from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as n(id text, data jsonb, memory jsonb) where c.district = ${district} and c.id = n.id`.execute(db);
  await sql`delete from account_marks where district = ${district} and case_id = any(${ids}::text[])`.execute(db);
  return eraseLog(db, where, ids, meantIn, erased);
};
