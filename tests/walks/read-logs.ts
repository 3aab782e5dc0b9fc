/** Every case with its log, as both stand in the tables, opened where they are sealed. */
import type { Office } from '../../server/office.ts';
import type { Stored } from '../../server/store/case-rows.ts';
import { toRow } from '../../server/store/log-rows.ts';
import type { LogRow } from '../../server/store/log-rows.ts';
import { readWhole } from '../../server/store/verify-rows.ts';
import { findWorkflow } from '../../server/office.ts';
import { sealedIn } from '../../server/use-cases/work.ts';
import type { Row } from '../../workflows/kit/advance.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Step } from '../../workflows/kit/words.ts';

/** `round` and `entry` count as people would: a way that is declared to begin a round, or to enter a state, does. */
export type Taken = Row & { readonly version: number; readonly step: Step; readonly round: number; readonly entry: number; readonly newRound: boolean };
export type Told = { readonly workflow: Workflow; readonly stored: Stored; readonly log: readonly LogRow[]; readonly taken: readonly Taken[] };

const takenOf = (workflow: Workflow, bornWith: boolean, rows: readonly (Row & { version: number })[]): Taken[] => {
  let [round, entry] = [1, bornWith ? 1 : 0];
  return rows.map((row) => {
    const way = (row.from === null ? workflow.open : workflow.states[row.from]?.on[row.type])?.ways[row.way];
    const one = { ...row, step: `${row.from ?? ''}.${row.type}` as const, round, entry, newRound: Boolean(way?.round) };
    if (one.newRound) round += 1;
    if (row.from === null || way?.to !== undefined) entry += 1;
    return one;
  });
};

export const readLogs = async (office: Office): Promise<Told[]> => {
  const where = { keys: office.keys, district: office.district, sealed: sealedIn(office) };
  const all: Told[] = [];
  for (let after = ''; ;) {
    const page = await readWhole(office.db, where, after, 500);
    for (const { stored, log } of page) {
      const workflow = stored && findWorkflow(office, stored.case.workflow);
      if (stored && workflow) all.push({ workflow, stored, log, taken: takenOf(workflow, stored.birth !== null, log.map((row) => ({ ...toRow(where, row), version: row.version }))) });
    }
    const last = page.at(-1);
    if (!last) return all;
    after = last.id;
  }
};
