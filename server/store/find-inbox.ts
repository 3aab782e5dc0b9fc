/** Finds the cases that wait for somebody: a post's duties over its units, without those they are barred from. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import type { Seat } from '../asker.ts';
import type { ListQuery } from '../list-dialect.ts';
import { countRows } from './count-rows.ts';
import type { Found } from './find-cases.ts';
import { allOf, beyond, conditionsIn, orderOf } from './list-sql.ts';
import type { Column, Columns } from './list-sql.ts';
import type { Db } from './tables.ts';

export type InboxQuery = ListQuery & { readonly person: string; readonly seats: readonly Seat[]; readonly at: Instant };
export type Waiting = { id: string; workflow: string; unit: string; state: string; version: number; data: Data; step: string; dueAt: Date | null; since: Date; returned: boolean; overdue: boolean };

const own: Readonly<Record<string, readonly [string, Column['type']]>> = {
  id: ['case_id', 'text'], workflow: ['workflow', 'text'], unit: ['unit', 'text'], returned: ['returned', 'boolean'], dueAt: ['due_at', 'timestamptz'], since: ['since', 'timestamptz'], state: ['state', 'text'],
};

const columnsAt = (at: Instant): Columns => (field) => {
  if (field === 'overdue') return { at: sql`(coalesce(due_at < ${at}::timestamptz, false))`, type: 'boolean' };
  const column = own[field];
  if (!column) throw new Error(`The inbox has no field ${field}.`);
  return { at: sql.ref(column[0]), type: column[1] };
};

const seatOf = ({ post, covers }: Seat): RawBuilder<unknown> => sql`(i.post = ${post} and i.unit = any(${[...covers]}::text[]))`;

/** A case stands here once, however many of the asker's posts it waits for; a step's name begins with its state. */
const duties = (district: string, { person, seats }: Pick<InboxQuery, 'person' | 'seats'>): RawBuilder<unknown> => sql`
  from (select distinct on (i.case_id collate "C") i.*, split_part(i.step, '.', 1) as state from inbox i
    where i.district = ${district} and not ${person} = any(i.barred) and (${seats.length === 0 ? sql`false` : sql.join(seats.map(seatOf), sql` or `)})
    order by i.case_id collate "C", i.post) waiting`;

export const findDuties = async (db: Db, district: string, query: InboxQuery): Promise<Found<Waiting>> => {
  const columns = columnsAt(query.at);
  const wanted = [sql`true`, ...conditionsIn(columns, query.conditions)];
  const id = sql.ref('case_id');
  const order = orderOf(columns, query.sort, id);
  // The cases themselves are looked at for one page only.
  const { rows } = await sql<Waiting>`
    select case_id as id, workflow, unit, state, version, data, step, due_at as "dueAt", since, returned, coalesce(due_at < ${query.at}::timestamptz, false) as overdue
    from (select * ${duties(district, query)} where ${allOf([...wanted, ...beyond(columns, query, id)])} order by ${order} offset ${query.after ? 0 : query.offset} limit ${query.limit}) page
    cross join lateral (select c.version, c.data from cases c where c.district = ${district} and c.id = page.case_id) one order by ${order}`.execute(db);
  return { rows, ...(await countRows(db, sql`${duties(district, query)} where ${allOf(wanted)}`)) };
};

/** How many wait in one process, and how many of them are overdue or were sent back. */
export type DutyCount = { readonly workflow: string; readonly waiting: number; readonly overdue: number; readonly returned: number };

export const countDuties = async (db: Db, district: string, asked: Pick<InboxQuery, 'person' | 'seats' | 'at'>): Promise<DutyCount[]> => {
  const { rows } = await sql<DutyCount>`
    select workflow, count(*)::int as waiting, count(*) filter (where due_at < ${asked.at}::timestamptz)::int as overdue, count(*) filter (where returned)::int as returned
    ${duties(district, asked)} group by workflow order by workflow`.execute(db);
  return rows;
};
