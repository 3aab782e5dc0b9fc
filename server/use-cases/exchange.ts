/** Who may take the file of a case or bring one in: whoever may send the event that it goes with. */
import { createHash } from 'node:crypto';
import type { Exchange } from '../../workflows/kit/exchange.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Data, EventName } from '../../workflows/kit/words.ts';
import { unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findFiles } from '../store/case-files.ts';
import type { FileRow } from '../store/case-files.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { lockCases } from '../store/lock-cases.ts';
import type { Tx } from '../store/transaction.ts';
import { offersTo } from './offered.ts';

export type Held = { readonly ok: true; readonly one: Case; readonly exchange: Exchange<Data> } | { readonly ok: false; readonly reason: 'not-found' | 'not-offered' };

/** The case, held until commit, where its workflow has files and the event is offered to the asker now. */
export const holdFor = async (office: Office, tx: Tx, asker: Asker, workflow: Workflow, id: string, eventOf: (exchange: Exchange<Data>) => EventName): Promise<Held> => {
  const { keys, district } = office;
  const { exchange } = workflow;
  const seen = exchange && (await findCaseRow(tx.db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id));
  if (!seen) return { ok: false, reason: 'not-found' };
  const [held] = await lockCases(tx, { keys, district }, [id]);
  if (!held) return { ok: false, reason: 'not-found' };
  const [offered] = await offersTo(office, tx, [{ workflow, asker, one: held.case }]);
  return offered?.offers.some(({ type }) => type === eventOf(exchange)) ? { ok: true, one: held.case, exchange } : { ok: false, reason: 'not-offered' };
};

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Which files went out of a case and came in; null where the asker may not know of it. */
export const readFiles = async ({ db, district, keys }: Office, asker: Asker, workflow: Workflow, id: string): Promise<readonly FileRow[] | null> => {
  if (!workflow.exchange || !(await findCaseRow(db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id))) return null;
  return findFiles(db, district, id);
};
