/** Finds findings within a scope: whoever reads one of its units may read of it; counts included. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Condition, ListQuery } from '../list-dialect.ts';
import { countRows } from './count-rows.ts';
import type { Count } from './count-rows.ts';
import { allOf, beyond, conditionsIn, orderOf } from './list-sql.ts';
import type { Columns } from './list-sql.ts';
import type { Db } from './tables.ts';

export type FindingRow = {
  id: string; rule: string; level: string; unit: string; units: string[]; residents: string[]; field: string | null; occasion: string | null; params: Record<string, string | number>;
  state: 'open' | 'suppressed' | 'gone'; found_at: Date; gone_at: Date | null; suppressed_by: string | null; suppressed_name: string | null; suppressed_at: Date | null; reason: string | null;
};
export type FindingQuery = ListQuery & { readonly units: readonly string[] };

const own: Readonly<Record<string, 'text' | 'timestamptz'>> = { id: 'text', rule: 'text', level: 'text', state: 'text', found_at: 'timestamptz' };
const columns: Columns = (field) => {
  const name = field === 'foundAt' ? 'found_at' : field;
  const type = own[name];
  if (!type) throw new Error(`Findings have no field ${field}.`);
  return { at: sql.ref(name), type };
};

const listOf = ({ op, value }: Condition): string[] => (op === 'oneOf' ? value.map(String) : [String(value)]);

/** What a finding is about lies in arrays. */
const among: Readonly<Record<string, (one: Condition) => RawBuilder<unknown>>> = {
  unit: (one) => sql`units && ${listOf(one)}::text[]`,
  resident: (one) => sql`residents && ${listOf(one)}::text[]`,
  parent: (one) => sql`residents && array(select c.subject::text from cases c where c.district = findings.district and c.parent = any(${listOf(one)}::text[]) and c.subject is not null)`,
};

const wanted = (district: string, { units, conditions }: Pick<FindingQuery, 'units' | 'conditions'>): RawBuilder<unknown>[] => [
  sql`district = ${district}`, sql`units && ${[...units]}::text[]`,
  ...conditions.flatMap((one) => among[one.field]?.(one) ?? []),
  ...conditionsIn(columns, conditions.filter(({ field }) => !among[field])),
];

export const findFindings = async (db: Db, district: string, query: FindingQuery): Promise<Count & { rows: readonly FindingRow[] }> => {
  const where = wanted(district, query);
  const page = allOf([...where, ...beyond(columns, query, sql.ref('id'))]);
  const { rows } = await sql<FindingRow>`select * from findings where ${page} order by ${orderOf(columns, query.sort, sql.ref('id'))} offset ${query.after ? 0 : query.offset} limit ${query.limit}`.execute(db);
  return { rows, ...(await countRows(db, sql`from findings where ${allOf(where)}`)) };
};

/** One finding of these units, held where it is to be changed. */
export const findFinding = async (db: Db, district: string, units: readonly string[], id: string, hold = false): Promise<FindingRow | null> =>
  (await sql<FindingRow>`select * from findings where ${allOf(wanted(district, { units, conditions: [] }))} and id = ${id} ${hold ? sql`for update` : sql``}`.execute(db)).rows[0] ?? null;

export type Person = { readonly id: string; readonly name: string; readonly unit: string };
export type ItemOf = { readonly subject: string; readonly id: string; readonly workflow: string; readonly unit: string; readonly state: string };

/** The names of residents in these units. */
export const findNames = async (db: Db, district: string, units: readonly string[], ids: readonly string[]): Promise<readonly Person[]> =>
  (await sql<Person>`select id, name, unit from residents where district = ${district} and id = any(${[...ids]}::text[]) and unit = any(${[...units]}::text[])`.execute(db)).rows;

/** The latest case of these workflows about each of the residents. */
export const findLatest = async (db: Db, district: string, workflows: readonly string[], units: readonly string[], residents: readonly string[]): Promise<readonly ItemOf[]> =>
  (await sql<ItemOf>`select distinct on (subject) subject, id, workflow, unit, state from cases
    where district = ${district} and subject = any(${[...residents]}::text[]) and workflow = any(${[...workflows]}::text[]) and unit = any(${[...units]}::text[]) order by subject, opened_at desc, id`.execute(db)).rows;

export type RuleCount = { readonly rule: string; readonly level: string; readonly open: number; readonly suppressed: number };
export type UnitCount = { readonly unit: string; readonly rule: string; readonly open: number; readonly suppressed: number };

const COUNTS = sql.raw(`count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'suppressed')::int as suppressed`);

/** A finding of two villages counts once in all, and in each of them. */
export const countFindings = async (db: Db, district: string, units: readonly string[]): Promise<{ rules: readonly RuleCount[]; villages: readonly UnitCount[] }> => {
  const scope = [...units];
  const there = sql`district = ${district} and state in ('open', 'suppressed') and units && ${scope}::text[]`;
  const rules = await sql<RuleCount>`select rule, level, ${COUNTS} from findings where ${there} group by rule, level order by rule`.execute(db);
  const villages = await sql<UnitCount>`select u as unit, rule, ${COUNTS} from findings, unnest(units) u where ${there} and u = any(${scope}::text[]) group by u, rule order by u, rule`.execute(db);
  return { rules: rules.rows, villages: villages.rows };
};

export type Said = { readonly finding: string; readonly act: 'suppress' | 'reopen'; readonly at: string; readonly person: string; readonly name: string; readonly post: string; readonly unit: string; readonly reason: string };

/** Puts aside or takes up again, and writes down who did and why. */
export const sayOf = async (db: Db, district: string, { finding, act, at, person, name, post, unit, reason }: Said): Promise<void> => {
  const aside = act === 'suppress';
  await sql`update findings set state = ${aside ? 'suppressed' : 'open'}, suppressed_by = ${aside ? person : null}, suppressed_name = ${aside ? name : null},
    suppressed_at = ${aside ? at : null}::timestamptz, reason = ${aside ? reason : null} where district = ${district} and id = ${finding}`.execute(db);
  await sql`insert into finding_acts (district, finding, act, at, person, person_name, post, unit, reason)
    values (${district}, ${finding}, ${act}, ${at}::timestamptz, ${person}, ${name}, ${post}, ${unit}, ${reason})`.execute(db);
};

type SaidRow = { act: Said['act']; at: Date; person: string; person_name: string; post: string; unit: string; reason: string };
/** What was said about a finding, the newest first. */
export const findSaid = async (db: Db, district: string, finding: string): Promise<readonly SaidRow[]> =>
  (await sql<SaidRow>`select act, at, person, person_name, post, unit, reason from finding_acts where district = ${district} and finding = ${finding} order by id desc limit 100`.execute(db)).rows;
