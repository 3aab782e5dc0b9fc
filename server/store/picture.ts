/** Counts of the cases of several processes in the units in which each is read, and of what was sent back there: a few statements, however many processes. */
import { sql } from 'kysely';
import type { Eldest, SentBack, Stood } from '../../workflows/kit/picture.ts';
import type { ReturnedBy, Returns } from '../../workflows/kit/returns.ts';
import type { Instant, State } from '../../workflows/kit/words.ts';
import { allOf } from './list-sql.ts';
import { reasonIn, whenSentBack } from './returns.ts';
import type { Db } from './tables.ts';

/** A process with the states that count, in the units where the reader may read it. */
export type Looked = { readonly workflow: string; readonly states: readonly State[]; readonly units: readonly string[] };

/** By process, unit and state. A term that ends now has run out. */
export const countStanding = async (db: Db, district: string, looked: readonly Looked[], at: Instant): Promise<Stood[]> => {
  const { rows } = await sql<Omit<Stood, 'since'> & { since: Date }>`
    select c.workflow, c.unit, c.state, count(*)::int as open, count(*) filter (where c.due_at <= ${at}::timestamptz)::int as overdue, min(c.entered_at) as since
    from json_to_recordset(${JSON.stringify(looked)}::json) as q(workflow text, states json, units json) cross join lateral json_array_elements_text(q.states) s(state)
    join cases c on c.district = ${district} and c.workflow = q.workflow and c.state = s.state and c.unit in (select json_array_elements_text(q.units))
    group by c.workflow, c.unit, c.state`.execute(db);
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
};

/** The first by its id of those that came to each place at that moment, and who holds it. */
export const findEldest = async (db: Db, district: string, places: readonly Pick<Stood, 'workflow' | 'unit' | 'state' | 'since'>[]): Promise<Eldest[]> => {
  const { rows } = await sql<Omit<Eldest, 'since'> & { since: Date }>`
    select q.workflow, q.state, q.unit, q.since, one.id, coalesce((
      select json_agg(json_build_object('post', i.post, 'people', (
        select coalesce(json_agg(distinct p.name), '[]') from unit_closure u
        join posts_held h on h.district = u.district and h.unit = u.ancestor and h.post = i.post and h.until is null and h.person <> all(i.barred)
        join people p on p.district = h.district and p.id = h.person and not p.disabled
        where u.district = i.district and u.descendant = i.unit)) order by i.post)
      from inbox i where i.district = ${district} and i.case_id = one.id), '[]') as holders
    from json_to_recordset(${JSON.stringify(places)}::json) as q(workflow text, unit text, state text, since timestamptz)
    cross join lateral (select c.id from cases c where c.district = ${district} and c.workflow = q.workflow and c.state = q.state and c.unit = q.unit and c.entered_at = q.since order by c.id limit 1) one`.execute(db);
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
};

export type LookedBack = Pick<Looked, 'workflow' | 'units'> & { readonly returns: Returns };

/** By process and reason, and in all: a case that was sent back for two reasons counts once there. */
export const countSentBack = async (db: Db, district: string, looked: readonly LookedBack[], asked: ReturnedBy): Promise<SentBack[]> => {
  if (looked.length === 0) return [];
  const parts = looked.map(({ workflow, units, returns }) => sql`
    select ${sql.lit(workflow)} as workflow, l.reason, count(*)::int as times, count(distinct l.case_id)::int as cases, grouping(l.reason) = 1 as whole
    from (select case_id, ${reasonIn(returns)} as reason from log where ${allOf(whenSentBack(district, workflow, returns, asked))}) l
    join cases c on c.district = ${district} and c.id = l.case_id and c.unit = any(${[...units]}::text[]) group by grouping sets ((l.reason), ())`);
  const { rows } = await sql<SentBack & { whole: boolean }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.filter(({ reason, whole }) => whole || reason !== null).map(({ workflow, reason, cases, times }) => ({ workflow, reason, cases, times }));
};
