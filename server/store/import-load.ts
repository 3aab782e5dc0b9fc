/** Sets many entries down at once, each with its first line of history; and takes them back, as long as nothing rests on them. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant, Register } from '../../workflows/kit/words.ts';
import { linesAsRows } from './lines-as-rows.ts';
import type { Db } from './tables.ts';
import type { Tx } from './transaction.ts';

/** Who entered them, when, and by which import; the history names it in place of a case. */
export type By = { readonly import: string; readonly person: string; readonly at: Instant };
/** What the history of an entry calls an import. */
export const IMPORT = 'import';

/** Codes and blind indexes that the register has already. */
export type Known = { readonly codes: ReadonlySet<string>; readonly idIndexes: ReadonlySet<string> };
export const findKnown = async (db: Db, district: string, codes: readonly string[], idIndexes: readonly string[]): Promise<Known> => {
  const { rows } = await sql<{ code: string | null; idIndex: string | null }>`
    select code, null as "idIndex" from residents where district = ${district} and code = any(${[...codes]}::text[])
    union all select null, id_index from residents where district = ${district} and id_index = any(${[...idIndexes]}::text[])`.execute(db);
  return { codes: new Set(rows.flatMap(({ code }) => code ?? [])), idIndexes: new Set(rows.flatMap(({ idIndex }) => idIndex ?? [])) };
};

/** Somebody may have been entered since the file was checked. All are asked for at once: one by one, each code would be looked for in every village, and each number from the top of its index. */
const unknown = (register: Register, district: string): { known: RawBuilder<unknown>; isNew: RawBuilder<unknown> } => register === 'households' ? { known: sql``, isNew: sql`true` } : {
  known: sql`known as materialized (
      select code, null as id_index from residents where district = ${district} and code = any(array(select code from r))
      union all select null, id_index from residents where district = ${district} and id_index = any(array(select id_index from r where id_index is not null))),`,
  isNew: sql`not exists (select from known k where k.code = r.code) and not exists (select from known k where k.id_index = r.id_index)`,
};

/** Answers with how many went in. */
export const insertLines = async (db: Db, district: string, register: Register, lines: string, by: By): Promise<number> => {
  const { columns, rows } = linesAsRows(register, lines);
  const { known, isNew } = unknown(register, district);
  const { rows: [counted] } = await sql<{ n: number }>`
    with r as materialized (select * from ${rows}), ${known}
      entered as (insert into ${sql.table(register)} (${columns}) select ${columns} from r where ${isNew} on conflict do nothing returning id),
      told as (
        insert into register_changes (district, register, entry, version, at, person, workflow, case_id, before, after)
        select ${district}, ${register}, r.id, 1, ${by.at}, ${by.person}, ${IMPORT}, ${by.import}, '{}', r.after from r join entered e on e.id = r.id)
    select count(*)::int as n from entered`.execute(db);
  return counted?.n ?? 0;
};

/** Takes the next lines as done; false where somebody else has. */
export const stepOn = async (db: Db, district: string, id: string, from: number, lines: number, skipped: number): Promise<boolean> => {
  const { numUpdatedRows } = await db.updateTable('imports').set((eb) => ({ loaded: from + lines, skipped: eb('skipped', '+', skipped), changed_at: new Date() }))
    .where('district', '=', district).where('id', '=', id).where('state', '=', 'loading').where('loaded', '=', from).executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Ids of one import lie side by side; `~` comes after everything an id may hold. */
const mine = (prefix: string): RawBuilder<unknown> => sql`id >= ${`${prefix}-`} and id < ${`${prefix}-~`}`;

/** Households whose people were all skipped go; a head who was skipped gives way to another. */
export const settleHouseholds = async (tx: Tx, district: string, prefix: string): Promise<void> => {
  await sql`with gone as (delete from households h where district = ${district} and ${mine(prefix)} and not exists (select from residents r where r.district = h.district and r.household = h.id) returning id)
    delete from register_changes c using gone where c.district = ${district} and c.register = 'households' and c.entry = gone.id`.execute(tx.db);
  await sql`update households h set head = (select min(r.id) from residents r where r.district = h.district and r.household = h.id)
    where district = ${district} and ${mine(prefix)} and not exists (select from residents r where r.district = h.district and r.id = h.head)`.execute(tx.db);
  tx.say('analyze residents (district, id, unit, household)');
};

export type Rests = 'changed' | 'cases' | 'people' | 'relations';

/** What has come to rest on what the import brought; null where nothing has. The entries stay locked. */
export const findResting = async (tx: Tx, district: string, prefix: string): Promise<Rests | null> => {
  await sql`select from residents where district = ${district} and ${mine(prefix)} for update`.execute(tx.db);
  const { rows: [found] } = await sql<Record<Rests, boolean>>`select
    exists (select from residents where district = ${district} and ${mine(prefix)} and version > 1) or exists (select from households where district = ${district} and ${mine(prefix)} and version > 1) as changed,
    exists (select from cases where district = ${district} and subject >= ${`${prefix}-`} and subject < ${`${prefix}-~`}) as cases,
    exists (select from residents where district = ${district} and not (${mine(prefix)}) and (household >= ${`${prefix}-`} and household < ${`${prefix}-~`} or spouse >= ${`${prefix}-`} and spouse < ${`${prefix}-~`})) as people,
    exists (select from relations where district = ${district} and resident >= ${`${prefix}-`} and resident < ${`${prefix}-~`}) as relations`.execute(tx.db);
  return (['changed', 'cases', 'people', 'relations'] as const).find((name) => found?.[name]) ?? null;
};

/** Everything that the import brought, and its history. */
export const deleteImported = async (tx: Tx, district: string, prefix: string): Promise<void> => {
  await sql`delete from register_changes where district = ${district} and register in ('residents', 'households') and entry >= ${`${prefix}-`} and entry < ${`${prefix}-~`}`.execute(tx.db);
  await sql`delete from residents where district = ${district} and ${mine(prefix)}`.execute(tx.db);
  await sql`delete from households where district = ${district} and ${mine(prefix)}`.execute(tx.db);
};
