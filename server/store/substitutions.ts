/** Substitutions while they last, and the people who are asked about when one is decided. */
import type { Person, Query, Substitution } from '../../workflows/kit/words.ts';
import { lockNames } from './lock-cases.ts';
import type { Statement, Tx } from './transaction.ts';

type Asked = Extract<Query, { ask: 'person' }>;

const text = (locking: string): string => `
  select q.i, p.id, p.name, h.posts, coalesce((select json_agg(json_build_object('case', s.case_id, 'absent', s.absent, 'substitute', s.substitute, 'post', s.post, 'unit', s.unit,
      'workflows', s.workflows, 'from', s.from_day, 'until', s.until_day) order by s.from_day, s.case_id)
    from substitutions s where s.district = $1 and s.ended_at is null and p.id in (s.absent, s.substitute)), '[]') as substitutions
  from json_to_recordset($2::json) as q(i int, id text, unit text) join people p on p.district = $1 and p.id = q.id and not p.disabled
  cross join lateral (select array_to_json(array(select json_build_object('post', h.post, 'unit', h.unit) from posts_held h join unit_closure c on c.district = h.district and c.ancestor = q.unit and c.descendant = h.unit
    where h.district = $1 and h.person = p.id and h.until is null order by h.post, h.unit ${locking})) as posts) h`;
const shown: Statement = { name: 'people-shown', text: text('') };
const held: Statement = { name: 'people-held', text: text('for share of h') };

type Row = Person & { readonly i: number };
const nameOf = (person: string): string => `substitutions:${person}`;

/** What is asked for a decision stands until commit: whoever decides about one of the two people waits for the other decision. */
export const readPeople = async (tx: Tx, district: string, queries: readonly Asked[], decide: boolean): Promise<(Person | null)[]> => {
  if (queries.length === 0) return [];
  if (decide) lockNames(tx, district, queries.map(({ id }) => nameOf(id)));
  const rows = await tx.run<Row>(decide ? held : shown, [district, JSON.stringify(queries.map(({ id, unit }, i) => ({ i, id, unit })))]);
  return queries.map((_, i) => {
    const row = rows.find((one) => one.i === i);
    return row && row.posts.length > 0 ? { id: row.id, name: row.name, posts: row.posts, substitutions: row.substitutions } : null;
  });
};

const begin: Statement = {
  name: 'begin-substitutions',
  text: `insert into substitutions (district, case_id, absent, substitute, post, unit, workflows, from_day, until_day)
    select $1, r."case", r.absent, r.substitute, r.post, r.unit, r.workflows, r."from", r.until
    from json_to_recordset($2::json) as r("case" text, absent text, substitute text, post text, unit text, workflows text[], "from" text, until text)`,
};
const end: Statement = { name: 'end-substitutions', text: 'update substitutions set ended_at = $3 where district = $1 and case_id = any($2::text[]) and ended_at is null' };

export const beginSubstitutions = (tx: Tx, district: string, begun: readonly Substitution[]): void => {
  if (begun.length > 0) tx.say(begin, [district, JSON.stringify(begun)]);
};

export const endSubstitutions = (tx: Tx, district: string, cases: readonly string[], at: string): void => {
  if (cases.length > 0) tx.say(end, [district, cases, at]);
};
