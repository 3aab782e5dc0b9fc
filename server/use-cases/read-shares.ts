/** How a case's shares lie beside those of the others of its parent: the asker's own units one by one, all together. */
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { readSiblings } from '../store/check-answers.ts';
import { toStored } from '../store/case-rows.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { inTransaction } from '../store/transaction.ts';
import { countShares } from './shares.ts';
import type { Held } from './shares.ts';

/** Null where there is no such case in the asker's units. */
export const readShares = (office: Office, asker: Asker, workflow: Workflow, id: string): Promise<Held[] | null> => inTransaction(office.pool, async (tx) => {
  const { keys, district } = office;
  const units = unitsIn(asker, workflow.name, readersOf(workflow));
  const found = await findCaseRow(tx.db, { keys, district }, workflow.name, units, id);
  if (!found) return null;
  if (found.case.parent === null) return [];
  const siblings = (await readSiblings(tx, district, workflow.name, found.case.parent)).map((row) => toStored(keys, district, row).case);
  return (await countShares(tx, district, workflow, siblings)).map((held) => ({ ...held, of: held.of.filter(({ unit }) => units.includes(unit)) }));
});
