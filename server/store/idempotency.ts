/** Answers given before: the same person, case and id get the same answer again. They hold masked data only. */
import type { Data } from '../../workflows/kit/words.ts';
import { ACCESS_HELD } from './access.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type AskedId = { readonly person: string; readonly caseId: string; readonly eventId: string };
export type GivenAnswer = AskedId & { readonly bodyHash: string; readonly status: number; readonly answer: Data };
/** `asOf`: the state of access, its posts held until commit. */
export type Found = { readonly answers: readonly GivenAnswer[]; readonly asOf: string };

// One look at the key for each: a join planned while the table was empty would read all of it ever after.
const find: Statement = {
  name: 'given-answers',
  text: `select a."asOf", i.* from (select ${ACCESS_HELD} as "asOf") a left join lateral (
      select q.person, q."caseId", q."eventId", i.body_hash as "bodyHash", i.status, i.answer from json_to_recordset($2::json) as q(person text, "caseId" text, "eventId" text)
      cross join lateral (select body_hash, status, answer from idempotency where district = $1 and person = q.person and case_id = q."caseId" and event_id = q."eventId" limit 1) i
    ) i on true`,
};
const keep: Statement = {
  name: 'keep-answers',
  text: `insert into idempotency (district, person, case_id, event_id, body_hash, status, answer)
    select $1, r.* from json_to_recordset($2::json) as r(person text, "caseId" text, "eventId" text, "bodyHash" text, status int, answer json)`,
};

type Row = { readonly asOf: string } & (GivenAnswer | { readonly status: null });

/** Asked after the cases are held: whoever came first has committed by then. One question for both, as both are asked of every event. */
export const findAnswers = async (tx: Tx, district: string, asked: readonly AskedId[]): Promise<Found> => {
  const rows = await tx.run<Row>(find, [district, JSON.stringify(asked)]);
  return { answers: rows.filter((row) => row.status !== null), asOf: rows[0]?.asOf ?? '' };
};

export const keepAnswers = (tx: Tx, district: string, given: readonly GivenAnswer[]): void => {
  if (given.length > 0) tx.say(keep, [district, JSON.stringify(given)]);
};

/** Nobody sends an event again after so long. Returns how many went. */
export const forgetAnswers = async (db: Db, district: string, before: Date): Promise<number> => {
  const gone = await db.deleteFrom('idempotency').where('district', '=', district).where('made_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
};
