/** Sittings: what waited when they began, and what came of each case. */
import { sql } from 'kysely';
import type { Beside, Flag } from '../../workflows/kit/sitting.ts';
import type { Instant, Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import type { Db } from './tables.ts';

export type SittingRow = { readonly id: string; readonly person: string; readonly name: string; readonly at: Date; readonly minutes: number };
/** `result`: none while it waits. `gone`: it was no longer to be signed when its turn came. */
export type ItemRow = {
  readonly n: number; readonly case: string; readonly workflow: string; readonly unit: string; readonly state: string; readonly behalf: string | null;
  readonly flags: readonly Flag[]; readonly why: readonly string[]; readonly result: 'signed' | 'sentBack' | 'gone' | null; readonly at: Date | null;
};
export type NewItem = Omit<ItemRow, 'n' | 'result' | 'at'>;

/** Nothing where the id is taken. */
export const insertSitting = async (db: Db, district: string, { id, person, name, at }: { id: string; person: string; name: string; at: Instant }, items: readonly NewItem[]): Promise<boolean> => {
  const { rows } = await sql`
    with made as (insert into sittings (district, id, person, person_name, at) values (${district}, ${id}, ${person}, ${name}, ${at}) on conflict do nothing returning id),
    filled as (insert into sitting_items (district, sitting, n, case_id, workflow, unit, state, behalf, flags, why)
      select ${district}, made.id, r.n, r."case", r.workflow, r.unit, r.state, r.behalf, r.flags, r.why
      from made, json_to_recordset(${JSON.stringify(items.map((one, n) => ({ ...one, n })))}::json) as r(n int, "case" text, workflow text, unit text, state text, behalf text, flags jsonb, why text[]))
    select id from made`.execute(db);
  return rows.length > 0;
};

/** `minutes` since the sign-in was last confirmed. */
export const findSitting = async (db: Db, district: string, person: string, id: string): Promise<SittingRow | null> => {
  const { rows } = await sql<SittingRow>`select id, person, person_name as name, at, extract(epoch from now() - confirmed_at)::float8 / 60 as minutes
    from sittings where district = ${district} and id = ${id} and person = ${person}`.execute(db);
  return rows[0] ?? null;
};

export const findSittings = async (db: Db, district: string, person: string, limit: number): Promise<(SittingRow & { readonly total: number; readonly signed: number })[]> => {
  const { rows } = await sql<SittingRow & { total: number; signed: number }>`select s.id, s.person, s.person_name as name, s.at, extract(epoch from now() - s.confirmed_at)::float8 / 60 as minutes, i.total, i.signed
    from sittings s cross join lateral (select count(*)::int as total, count(*) filter (where result = 'signed')::int as signed from sitting_items i where i.district = s.district and i.sitting = s.id) i
    where s.district = ${district} and s.person = ${person} order by s.made_at desc limit ${limit}`.execute(db);
  return rows;
};

export const confirmSitting = async (db: Db, district: string, id: string): Promise<void> => {
  await sql`update sittings set confirmed_at = now() where district = ${district} and id = ${id}`.execute(db);
};

export const findItems = async (db: Db, district: string, sitting: string): Promise<ItemRow[]> => {
  const { rows } = await sql<ItemRow>`select n, case_id as "case", workflow, unit, state, behalf, flags, why, result, at from sitting_items where district = ${district} and sitting = ${sitting} order by n`.execute(db);
  return rows;
};

export type Come = Pick<ItemRow, 'case' | 'flags' | 'why' | 'result'> & { readonly at: Instant | null };

/** What came of cases whose turn it was; what has a result keeps it. */
export const settleItems = async (db: Db, district: string, sitting: string, come: readonly Come[]): Promise<void> => {
  if (come.length === 0) return;
  await sql`update sitting_items i set flags = r.flags, why = r.why, result = r.result, at = r.at
    from json_to_recordset(${JSON.stringify(come)}::json) as r("case" text, flags jsonb, why text[], result text, at timestamptz)
    where i.district = ${district} and i.sitting = ${sitting} and i.case_id = r."case" and i.result is null`.execute(db);
};

/** Cases as they stand, wherever they lie: whoever asks has looked for them in the inbox. */
export const findCasesNow = async (db: Db, { keys, district }: { keys: Keys; district: string }, ids: readonly string[]): Promise<Stored[]> => {
  const { rows } = await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = any(${[...ids]}::text[])`.execute(db);
  return rows.map((row) => toStored(keys, district, row));
};

export type About = { readonly case: string; readonly register: Register | null; readonly subject: string | null; readonly people: readonly string[]; readonly workflow: string; readonly field: string | null; readonly alike: string | null; readonly value: string | null };
/** Of fewer cases alike nothing is usual. */
const FEW = 20;
const USUAL = 0.9;

/** What is known beside each case: findings about whom it is about, relations of those who acted, what amounts are usual. */
export const findBeside = async (db: Db, district: string, about: readonly About[]): Promise<Map<string, Beside>> => {
  const { rows } = await sql<Beside & { case: string }>`
    with asked as (select * from json_to_recordset(${JSON.stringify(about)}::json) as q("case" text, register text, subject text, people text[], workflow text, field text, alike text, value text)),
    kinds as (select k.*, u.usual from (select distinct workflow, field, alike, value from asked where field is not null and value is not null) k cross join lateral (
      select case when count(*) >= ${FEW} then percentile_cont(${USUAL}) within group (order by (c.data ->> k.field)::float8) end as usual
      from cases c where c.district = ${district} and c.workflow = k.workflow and c.data ->> k.alike = k.value and jsonb_typeof(c.data -> k.field) = 'number') u)
    select q."case", f.findings, f.errors, l.relatives, k.usual from asked q
    cross join lateral (select array(select r.id::text from residents r where r.district = ${district} and ((q.register = 'residents' and r.id = q.subject) or (q.register = 'households' and r.household = q.subject))) as ids) m
    cross join lateral (select count(*)::int as findings, count(*) filter (where level = 'error')::int as errors from findings f where f.district = ${district} and f.state = 'open' and cardinality(m.ids) > 0 and f.residents && m.ids) f
    cross join lateral (select coalesce(json_agg(distinct p.name), '[]') as relatives from relations l join people p on p.district = l.district and p.id = l.person
      where l.district = ${district} and l.person = any(q.people) and l.resident = any(m.ids)) l
    left join kinds k on k.workflow = q.workflow and k.field = q.field and k.alike = q.alike and k.value = q.value`.execute(db);
  return new Map(rows.map(({ case: id, ...beside }) => [id, beside]));
};
