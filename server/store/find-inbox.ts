/** Finds the cases that wait for somebody: a post's duties over its units, without those they are barred from. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import type { Seat, Stand } from '../asker.ts';
import type { ListQuery } from '../list-dialect.ts';
import { countCheaply, countRows } from './count-rows.ts';
import type { Budget, Count } from './count-rows.ts';
import type { Found } from './find-cases.ts';
import { dutiesForOthers } from './find-inbox-for-others.ts';
import { allOf, beyond, conditionsIn, orderOf, pageInLanes } from './list-sql.ts';
import type { Column, Columns } from './list-sql.ts';
import type { Db } from './tables.ts';
import { lastUrge } from './urges.ts';

export type InboxQuery = ListQuery & { readonly person: string; readonly seats: readonly Seat[]; readonly stands: readonly Stand[]; readonly at: Instant };
export type Waiting = { id: string; workflow: string; unit: string; state: string; version: number; data: Data; step: string; dueAt: Date | null; since: Date; returned: boolean; overdue: boolean; /** Name of the absent person as whose substitute the asker would act. */ behalf: string | null; /** Who urged it last since it stands there. */ urged: { name: string; at: string; words: string | null } | null };

const own: Readonly<Record<string, Column>> = {
  id: { at: sql`case_id`, type: 'text', filled: true }, workflow: { at: sql`workflow`, type: 'text', filled: true }, unit: { at: sql`unit`, type: 'text', filled: true },
  // A step's name begins with its state.
  state: { at: sql`split_part(step, '.', 1)`, type: 'text', filled: true },
  returned: { at: sql`returned`, type: 'boolean', filled: true }, dueAt: { at: sql`due_at`, type: 'timestamptz' }, since: { at: sql`since`, type: 'timestamptz', filled: true },
};
/** Some ten thousand are counted. */
const COUNTED: Budget = { cost: 8_000, rows: 60_000 };

/** `row`: what the question calls an inbox row. */
const columnsAt = (district: string, at: Instant, row: 'i' | 'waiting'): Columns => (field) => {
  if (field === 'urged') return { at: sql`(exists ${lastUrge(district, row)})`, type: 'boolean', filled: true };
  if (field === 'overdue') return { at: sql`(coalesce(due_at < ${at}::timestamptz, false))`, type: 'boolean', filled: true };
  const column = own[field];
  if (!column) throw new Error(`The inbox has no field ${field}.`);
  return column;
};

type Seated = Pick<InboxQuery, 'person' | 'seats'>;
/** Whose worklist it is. */
export type Desk = Seated & Pick<InboxQuery, 'stands'>;
/** Every post the asker holds, with each unit it covers. */
const chairs = ({ seats }: Seated): RawBuilder<unknown> => {
  const all = [...new Map(seats.flatMap(({ post, covers }) => covers.map((unit) => [`${post}@${unit}`, { post, unit }]))).values()];
  return sql`unnest(${all.map(({ post }) => post)}::text[], ${all.map(({ unit }) => unit)}::text[])`;
};

/** What the asker may do in the row `i`; a case stands here once, however many of their posts it waits for. */
const mine = (district: string, desk: Seated): RawBuilder<unknown>[] => {
  const free = (row: string) => sql`${sql.ref(`${row}.district`)} = ${district} and not ${desk.person} = any(${sql.ref(`${row}.barred`)})`;
  if (new Set(desk.seats.map(({ post }) => post)).size < 2) return [free('i')];
  return [free('i'), sql`not exists (select from inbox j where ${free('j')} and j.case_id = i.case_id and j.post < i.post and (j.post, j.unit) in (select * from ${chairs(desk)}))`];
};

const seatOf = ({ post, covers }: Seat): RawBuilder<unknown> => sql`(i.post = ${post} and i.unit = any(${[...covers]}::text[]))`;

const duties = (district: string, desk: Seated): RawBuilder<unknown> =>
  sql`from inbox i where ${allOf(mine(district, desk))} and (${desk.seats.length === 0 ? sql`false` : sql.join(desk.seats.map(seatOf), sql` or `)})`;

/** All that waits for the asker, as rows that carry `behalf`; once for each case. */
export const allDuties = (district: string, asked: Desk): RawBuilder<unknown> =>
  (asked.stands.length > 0 ? sql`select * ${dutiesForOthers(district, asked)}` : sql`select i.*, null as behalf ${duties(district, asked)}`);

/** Those of the units only. */
const within = (seats: readonly Seat[], units: readonly string[]): Seat[] => seats.map((seat) => ({ ...seat, covers: seat.covers.filter((unit) => units.includes(unit)) }));

const countOf = (db: Db, district: string, query: InboxQuery, wanted: readonly RawBuilder<unknown>[]): Promise<Count> =>
  countCheaply(db, (units) => sql`${duties(district, { ...query, seats: within(query.seats, units) })} and ${allOf(wanted)}`, [...new Set(query.seats.flatMap(({ covers }) => covers))], COUNTED);

/** The same of somebody who holds posts for others. */
const findForOthers = async (db: Db, district: string, query: InboxQuery): Promise<Found<Waiting>> => {
  const columns = columnsAt(district, query.at, 'waiting');
  const wanted = [sql`true`, ...conditionsIn(columns, query.conditions)];
  const id = sql.ref('case_id');
  const order = orderOf(columns, query.sort, id);
  const { rows } = await sql<Waiting>`
    select case_id as id, workflow, unit, split_part(step, '.', 1) as state, version, data, step, due_at as "dueAt", since, returned, behalf, coalesce(due_at < ${query.at}::timestamptz, false) as overdue, (select row_to_json(u) from ${lastUrge(district, 'page')} u) as urged
    from (select * ${dutiesForOthers(district, query)} where ${allOf([...wanted, ...beyond(columns, query, id)])} order by ${order} offset ${query.after ? 0 : query.offset} limit ${query.limit}) page
    cross join lateral (select c.version, c.data from cases c where c.district = ${district} and c.id = page.case_id) one order by ${order}`.execute(db);
  return { rows, ...(await countRows(db, sql`${dutiesForOthers(district, query)} where ${allOf(wanted)}`)) };
};

export const findDuties = async (db: Db, district: string, query: InboxQuery): Promise<Found<Waiting>> => {
  if (query.stands.length > 0) return findForOthers(db, district, query);
  const columns = columnsAt(district, query.at, 'i');
  const wanted = [sql`true`, ...conditionsIn(columns, query.conditions)];
  const lane = [sql`i.post = lane.post`, sql`i.unit = lane.unit`];
  const page = pageInLanes(columns, query, sql`${chairs(query)} as lane(post, unit)`, { table: sql`inbox i`, id: sql.ref('case_id'), where: [...lane, ...mine(district, query), ...wanted] });
  const way = query.sort.desc ? sql`desc` : sql`asc`;
  // The rows themselves are looked at for one page only.
  const { rows } = await sql<Waiting>`
    select page.id, one.workflow, one.unit, split_part(one.step, '.', 1) as state, c.version, c.data, one.step, one.due_at as "dueAt", one.since, one.returned, null as behalf, coalesce(one.due_at < ${query.at}::timestamptz, false) as overdue, (select row_to_json(u) from ${lastUrge(district, 'one')} u) as urged
    from (${page}) page
    cross join lateral (select * from inbox i where ${allOf(mine(district, query))} and i.case_id = page.id and (i.post, i.unit) in (select * from ${chairs(query)}) limit 1) one
    cross join lateral (select version, data from cases where district = ${district} and id = page.id) c order by page.by ${way} nulls last, page.id ${way}`.execute(db);
  const count = await countOf(db, district, query, wanted);
  return { rows, ...count, total: Math.max(count.total, query.after ? 0 : query.offset + rows.length) };
};

/** How many wait in one process, and how many of them are overdue or were sent back. */
export type DutyCount = { readonly workflow: string; readonly waiting: number; readonly overdue: number; readonly returned: number; readonly urged: number };

export const countDuties = async (db: Db, district: string, asked: Desk & Pick<InboxQuery, 'at'>): Promise<DutyCount[]> => {
  // Asked of each row that waits, so that the urges of what was done long ago cost nothing.
  const { rows } = await sql<DutyCount>`
    select workflow, count(*)::int as waiting, count(*) filter (where due_at < ${asked.at}::timestamptz)::int as overdue, count(*) filter (where returned)::int as returned, count(*) filter (where exists ${lastUrge(district, 'w')})::int as urged
    from (${allDuties(district, asked)}) w group by workflow order by workflow`.execute(db);
  return rows;
};

export type Urgent = { readonly id: string; readonly workflow: string; readonly dueAt: Date };

/** Those due from one moment up to another, the earliest first, and how many there are. */
export const findUrgent = async (db: Db, district: string, desk: Desk, { from, until }: { readonly from: Instant | null; readonly until: Instant }, limit: number): Promise<{ rows: Urgent[]; total: number }> => {
  const { rows } = await sql<Urgent & { total: number }>`
    select case_id as id, workflow, due_at as "dueAt", count(*) over ()::int as total from (${allDuties(district, desk)}) w
    where due_at < ${until}::timestamptz ${from === null ? sql`` : sql`and due_at >= ${from}::timestamptz`} order by due_at, case_id limit ${limit}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
};
