/** Whom a list takes in when it is drawn up: all of a unit, or those whose turn it is; and who came after. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Among, Query } from '../../workflows/kit/words.ts';
import type { Statement, Tx } from './transaction.ts';

export type Named = { readonly id: string; readonly name: string };

/** Whether it is the turn of the resident `r`. The day a verification entered says nothing of the entry itself. */
export const isDue = (workflow: string, unit: string, { verifiedBefore, part, changedSince, lastAt }: Among): RawBuilder<unknown> => sql`(
  r.last_verified is null or r.last_verified < ${verifiedBefore}
  or coalesce(nullif(regexp_replace(right(r.code, 4), '[^0-9]', '', 'g'), ''), '0')::int % ${part.of}::int = ${part.is}::int
  or exists (select from register_changes c where c.district = r.district and c.register = 'residents' and c.entry = r.id and c.at >= ${changedSince}::timestamptz and c.after - 'lastVerified' <> '{}'::jsonb)
  or r.id = any(array(select unnest(f.residents) from findings f where f.district = r.district and f.state = 'open' and f.units @> array[${unit}::text]))
  or (select l.state from cases l where l.district = r.district and l.subject = r.id and l.workflow = ${workflow} order by l.opened_at desc limit 1) = any(${[...lastAt]}::text[])
)`;

const named: Statement = { name: 'listed-named', text: 'select id, name from residents where district = $1 and unit = $2 and id = any($3::text[]) order by id for share' };

/** Of these, those the unit has. */
export const findNamed = (tx: Tx, district: string, unit: string, ids: readonly string[]): Promise<Named[]> => tx.run(named, [district, unit, ids]);

// What an entry was first set down with names its unit too.
const arrivals: Statement = {
  name: 'arrivals',
  text: `select distinct r.id from register_changes c join residents r on r.district = c.district and r.id = c.entry
    where c.district = $1 and c.register = 'residents' and c.after ? 'unit' and c.after ->> 'unit' = $2 and c.at >= $3::timestamptz and r.unit = $2 and r.status <> 'deceased'
    and not exists (select from cases x where x.district = $1 and x.subject = r.id and x.workflow = $4 and x.state = any($5::text[])
      and not exists (select from jsonb_each_text($6::jsonb) w where x.data ->> w.key is distinct from w.value)) order by r.id`,
};

/** Nothing is locked: who comes after the question is met by the next. */
export const readArrivals = async (tx: Tx, district: string, { unit, since, unlisted }: Extract<Query, { ask: 'arrivals' }>): Promise<string[]> =>
  (await tx.run<{ id: string }>(arrivals, [district, unit, since, unlisted.workflow, unlisted.states, JSON.stringify(unlisted.where)])).map(({ id }) => id);
