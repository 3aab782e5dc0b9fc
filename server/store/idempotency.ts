/** Answers given before: the same person, case and id get the same answer again. They hold masked data only. */
import type { Data } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type AskedId = { readonly person: string; readonly caseId: string; readonly eventId: string };
export type GivenAnswer = AskedId & { readonly bodyHash: string; readonly status: number; readonly answer: Data };
/** `posts`: what the person held when the request came in, for themselves or for others. */
export type Asked = AskedId & { readonly posts: readonly string[] };
/** `stripped`: the posts still held by those who held more; people with everything they had are not in it. */
export type Found = { readonly answers: readonly GivenAnswer[]; readonly stripped: ReadonlyMap<string, readonly string[]> };

// One look at the key for each: a join planned while the table was empty would read all of it ever after.
// The posts are locked until commit, so that whoever takes one away knows that nothing is done in it afterwards.
const find: Statement = {
  name: 'given-answers',
  text: `select q.person, q."caseId", q."eventId", i.body_hash as "bodyHash", i.status, i.answer, case when not h.held @> q.posts then array_to_json(h.held) end as left
    from json_to_recordset($2::json) as q(person text, "caseId" text, "eventId" text, posts text[])
    cross join lateral (select array(select '@' || h.post || '@' || h.unit from people p join posts_held h on h.district = p.district and h.person = p.id
      where p.district = $1 and p.id = q.person and not p.disabled and h.until is null for share of h)
      || array(select s.case_id || '@' || s.post || '@' || s.unit from substitutions s join posts_held a on a.district = s.district and a.person = s.absent and a.post = s.post and a.unit = s.unit and a.until is null
        where s.district = $1 and s.substitute = q.person and s.ended_at is null for share of s, a) as held) h
    left join lateral (select body_hash, status, answer from idempotency where district = $1 and person = q.person and case_id = q."caseId" and event_id = q."eventId" limit 1) i on true
    where i.status is not null or not h.held @> q.posts`,
};
const keep: Statement = {
  name: 'keep-answers',
  text: `insert into idempotency (district, person, case_id, event_id, body_hash, status, answer)
    select $1, r.* from json_to_recordset($2::json) as r(person text, "caseId" text, "eventId" text, "bodyHash" text, status int, answer json)`,
};

type Row = GivenAnswer & { readonly left: readonly string[] | null };

/** Asked after the cases are held: whoever came first has committed by then. One question for both, as all of it is asked of every event. */
export const findAnswers = async (tx: Tx, district: string, asked: readonly Asked[]): Promise<Found> => {
  const rows = asked.length === 0 ? [] : await tx.run<Row>(find, [district, JSON.stringify(asked)]);
  return {
    answers: rows.filter(({ status }) => status !== null),
    stripped: new Map(rows.flatMap(({ person, left }) => (left ? [[person, left] as const] : []))),
  };
};

export const keepAnswers = (tx: Tx, district: string, given: readonly GivenAnswer[]): void => {
  if (given.length > 0) tx.say(keep, [district, JSON.stringify(given)]);
};

/** Nobody sends an event again after so long. Returns how many went. */
export const forgetAnswers = async (db: Db, district: string, before: Date): Promise<number> => {
  const gone = await db.deleteFrom('idempotency').where('district', '=', district).where('made_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
};
