/** The ledger: what was posted stands; a step of a case posts once, and its entries sum to nothing. */
import type { BudgetLine } from '../../workflows/office/demo-town/town.ts';
import type { Posting } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type PostedStep = { readonly caseId: string; readonly version: number; readonly step: string; readonly entries: readonly Posting[]; readonly at: string; readonly person: string };

const posted: Statement = {
  name: 'posted-steps', text: `select distinct l.case_id, l.step from ledger l join json_to_recordset($2::json) as q("caseId" text, step text) on q."caseId" = l.case_id and q.step = l.step where l.district = $1`,
};

/** Which of these steps are in the ledger already. The cases are held, so that the answer stands. */
export const findPosted = async (tx: Tx, district: string, steps: readonly Pick<PostedStep, 'caseId' | 'step'>[]): Promise<{ caseId: string; step: string }[]> =>
  steps.length === 0 ? [] : (await tx.run<{ case_id: string; step: string }>(posted, [district, JSON.stringify(steps)])).map((row) => ({ caseId: row.case_id, step: row.step }));

const post: Statement = {
  name: 'post', text: `insert into ledger (district, case_id, version, step, account, fen, at, person)
    select $1, r.* from json_to_recordset($2::json) as r(case_id text, version int, step text, account text, fen bigint, at timestamptz, person text)`,
};

export const postSteps = (tx: Tx, district: string, steps: readonly PostedStep[]): void => {
  const rows = steps.flatMap(({ caseId, version, step, entries, at, person }) => entries.map(({ account, fen }) => ({ case_id: caseId, version, step, account, fen, at, person })));
  if (rows.length > 0) tx.say(post, [district, JSON.stringify(rows)]);
};

export const insertBudgetLines = async (db: Db, district: string, lines: readonly BudgetLine[]): Promise<void> => {
  if (lines.length > 0) await db.insertInto('budget_lines').values(lines.map(({ id, tier, year, fen }) => ({ district, id, tier, year, fen }))).execute();
};
