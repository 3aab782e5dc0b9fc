/** One case as the asker may see it, with what is offered now. */
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { logReads } from '../store/reads.ts';
import { inTransaction } from '../store/transaction.ts';
import { caseView, personalNames } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { offersTo } from './offered.ts';

/** Null where there is none in the asker's units: the two are one answer. The reading is on record before the case leaves. */
export const readCase = (office: Office, asker: Asker, workflow: Workflow, id: string): Promise<CaseView | null> =>
  inTransaction(office.pool, async (tx) => {
    const { keys, district } = office;
    const stored = await findCaseRow(tx.db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id);
    if (!stored) return null;
    const [offered] = await offersTo(office, tx, [{ workflow, asker, one: stored.case }]);
    await logReads(tx.db, district, readingAs(asker, workflow.name), workflow.name, [id], [workflow.list.title, ...personalNames(workflow, stored.case.data)]);
    return caseView(workflow, asker, stored.case, offered ?? { offers: [], blocked: [] });
  });
