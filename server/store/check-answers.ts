/** How entries were dealt with, read from cases and their logs: answers that stand, and claims being judged. */
import type { State } from '../../workflows/kit/words.ts';
import type { Answered } from '../../workflows/office/checks/acts.ts';
import { CASE_COLUMNS } from './case-rows.ts';
import type { CaseRow } from './case-rows.ts';
import type { Statement, Tx } from './transaction.ts';

const answers: Statement = {
  name: 'check-answers',
  text: `select distinct on (l.case_id) c.subject as resident, c.unit, l.actor as person, l.at, l.type,
      jsonb_build_object('remark', l.form -> 'remark', 'changedOn', l.form -> 'changedOn', 'changes', jsonb_build_object('marital', l.form -> 'changes' -> 'marital')) as form,
      jsonb_build_object('method', l.patch -> 'method', 'before', jsonb_build_object('marital', l.patch -> 'before' -> 'marital')) as patch
    from cases c join log l on l.district = c.district and l.case_id = c.id
    where c.district = $1 and c.workflow = $2 and c.unit = $3 and c.opened_at >= $4::timestamptz and c.state <> all($5::text[]) and c.subject is not null and l.type = any($6::text[])
    order by l.case_id, l.version desc`,
};

export type AnswersWanted = { readonly workflow: string; readonly unit: string; readonly since: string; readonly unanswered: readonly State[]; readonly events: readonly string[] };
/** The answer that stands for each case of a unit opened since then; a case at an unanswered state has none. */
export const readAnswers = async (tx: Tx, district: string, { workflow, unit, since, unanswered, events }: AnswersWanted): Promise<Answered[]> =>
  (await tx.run<Omit<Answered, 'at'> & { at: Date }>(answers, [district, workflow, unit, since, unanswered, events])).map((row) => ({ ...row, at: row.at.toISOString() }));

const nextUnit: Statement = { name: 'check-next-unit', text: `select id from units where district = $1 and kind = 'village' and id > $2 order by id limit 1` };
export const findNextVillage = async (tx: Tx, district: string, after: string): Promise<string | null> => (await tx.run<{ id: string }>(nextUnit, [district, after]))[0]?.id ?? null;

const live: Statement = { name: 'check-live-cases', text: `select ${CASE_COLUMNS} from cases where district = $1 and workflow = $2 and live and id > $3 order by id limit $4` };
/** Cases of the workflow that are not over, in the order of their ids. */
export const readLive = (tx: Tx, district: string, workflow: string, after: string, limit: number): Promise<CaseRow[]> => tx.run<CaseRow & object>(live, [district, workflow, after, limit]);

const since: Statement = { name: 'check-cases-since', text: `select ${CASE_COLUMNS} from cases where district = $1 and workflow = $2 and parent is not null and opened_at >= $3::timestamptz order by id` };
/** Cases of the workflow born with a parent since then. */
export const readSince = (tx: Tx, district: string, workflow: string, from: string): Promise<CaseRow[]> => tx.run<CaseRow & object>(since, [district, workflow, from]);

const siblings: Statement = { name: 'check-siblings', text: `select ${CASE_COLUMNS} from cases where district = $1 and workflow = $2 and parent = $3 order by id` };
/** Every case of the workflow that the parent bore. */
export const readSiblings = (tx: Tx, district: string, workflow: string, parent: string): Promise<CaseRow[]> => tx.run<CaseRow & object>(siblings, [district, workflow, parent]);
