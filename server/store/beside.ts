/** Other cases of a process that concern the same people or the same account, in any unit and year. */
import { sql } from 'kysely';
import type { Case, Data } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { blindIndex } from '../keys/prove.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow } from './case-rows.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };
export type Kin = { readonly self: string; readonly spouse: string | null; readonly household: readonly string[] };

/** Whom money to a person reaches too. */
export const findKin = async (db: Db, district: string, resident: string): Promise<Kin> => {
  const { rows } = await sql<{ id: string; spouse: string | null }>`
    select m.id, case when m.id = r.id then r.spouse end as spouse from residents r join residents m on m.district = r.district and m.household = r.household
    where r.district = ${district} and r.id = ${resident} order by m.id`.execute(db);
  return { self: resident, spouse: rows.find(({ id }) => id === resident)?.spouse ?? null, household: rows.map(({ id }) => id).filter((id) => id !== resident) };
};

export const normalAccount = (account: string): string => account.replaceAll(/[\s-]/g, '');
export const markOf = (keys: Keys, account: string): string => blindIndex(keys, 'case-account', normalAccount(account));

const TOGETHER = 500;
const unmarked = ({ keys, district }: Where, workflow: string) => sql<CaseRow>`
  select ${sql.raw(CASE_COLUMNS.split(', ').map((column) => `c.${column}`).join(', '))} from cases c left join account_marks m on m.district = c.district and m.case_id = c.id
  where c.district = ${district} and c.workflow = ${workflow} and (m.case_id is null or m.version <> c.version or m.key <> ${keys.index.id}) order by c.id limit ${TOGETHER}`;

/**
 * Marks cases by their account, blindly, that changed since they were marked or were marked under an older key: nothing of the
 * way cases are written has to know of it, and who asks afterwards misses none.
 */
export const markAccounts = async (db: Db, where: Where, workflow: string, accountOf: (data: Data) => string | null): Promise<void> => {
  const { keys, district } = where;
  for (;;) {
    const { rows } = await unmarked(where, workflow).execute(db);
    if (rows.length === 0) return;
    const marks = rows.map((row) => {
      const account = accountOf(toStored(keys, district, row).case.data);
      return { case_id: row.id, version: row.version, mark: account === null ? null : markOf(keys, account) };
    });
    await sql`
      insert into account_marks (district, case_id, version, key, mark)
      select ${district}, n.case_id, n.version, ${keys.index.id}, n.mark from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as n(case_id text, version int, mark text)
      on conflict (district, case_id) do update set version = excluded.version, key = excluded.key, mark = excluded.mark`.execute(db);
  }
};

export type BesideRow = { readonly case: Case; readonly sameAccount: boolean };

/** Newest first. */
export const findBeside = async (db: Db, { keys, district }: Where, { workflow, but, people, account }: { workflow: string; but: string; people: readonly string[]; account: string | null }): Promise<BesideRow[]> => {
  const mark = account === null ? null : markOf(keys, account);
  const { rows } = await sql<CaseRow & { same: boolean }>`
    with found as materialized (
      select id, false as same from cases where district = ${district} and workflow = ${workflow} and subject = any(${[...people]}::text[])
      union all select case_id, true from account_marks where district = ${district} and mark = ${mark}),
    each as (select id, bool_or(same) as same from found group by id)
    select ${sql.raw(CASE_COLUMNS.split(', ').map((column) => `c.${column}`).join(', '))}, e.same from each e join cases c on c.district = ${district} and c.id = e.id and c.workflow = ${workflow}
    where c.id <> ${but} order by c.opened_at desc, c.id`.execute(db);
  return rows.map(({ same, ...row }) => ({ case: toStored(keys, district, row).case, sameAccount: same }));
};

/** Names and ids of colleagues who declared a relation to one of the people. */
export const findRelated = async (db: Db, district: string, people: readonly string[]): Promise<{ id: string; name: string }[]> =>
  (await sql<{ id: string; name: string }>`select distinct p.id, p.name from relations l join people p on p.district = l.district and p.id = l.person where l.district = ${district} and l.resident = any(${[...people]}::text[]) order by p.name, p.id`.execute(db)).rows;
