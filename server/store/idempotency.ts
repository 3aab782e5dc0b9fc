/** Answers given before: the same person, case and id get the same answer again. They hold masked data only. */
import { ACCESS_HELD } from './access.ts';
import { droppingSent, sentDrafts } from './drafts.ts';
import type { DraftKey } from './drafts.ts';
import { arraysOf, namesOf, unnest } from './row-arrays.ts';
import type { Columns } from './row-arrays.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type AskedId = { readonly person: string; readonly caseId: string; readonly eventId: string };
export type GivenAnswer = AskedId & { readonly bodyHash: string; readonly status: number; /** JSON in UTF-8, as it was sent. */ readonly answer: Buffer };
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
const GIVEN: Columns = [['person', 'text'], ['case_id', 'text'], ['event_id', 'text'], ['body_hash', 'text'], ['status', 'int'], ['answer', 'text']];
const keep: Statement = { name: 'keep-answers', text: `with sent as (${droppingSent(2 + GIVEN.length)}) insert into idempotency (district, ${namesOf(GIVEN)}) select $1, r.* from ${unnest(GIVEN, 2)}` };

type Row = { readonly asOf: string } & ((Omit<GivenAnswer, 'answer'> & { readonly answer: string }) | { readonly status: null });

/** Asked after the cases are held: whoever came first has committed by then. One question for both, as both are asked of every event. */
export const findAnswers = async (tx: Tx, district: string, asked: readonly AskedId[]): Promise<Found> => {
  const rows = await tx.run<Row>(find, [district, JSON.stringify(asked)]);
  return { answers: rows.flatMap(({ asOf: _asOf, ...row }) => (row.status === null ? [] : [{ ...row, answer: Buffer.from(row.answer) }])), asOf: rows[0]?.asOf ?? '' };
};

/** With the drafts that became what is answered: both are said of every event, and each statement costs. */
export const keepAnswers = (tx: Tx, district: string, given: readonly GivenAnswer[], drafts: readonly DraftKey[]): void => {
  if (given.length > 0) tx.say(keep, [district, ...arraysOf(GIVEN, given.map(({ person, caseId, eventId, bodyHash, status, answer }) => ({ person, case_id: caseId, event_id: eventId, body_hash: bodyHash, status, answer }))), ...sentDrafts(drafts)]);
};

/** Nobody sends an event again after so long. Returns how many went. */
export const forgetAnswers = async (db: Db, district: string, before: Date): Promise<number> => {
  const gone = await db.deleteFrom('idempotency').where('district', '=', district).where('made_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
};
