/** Erases the sealed values of a register entry wherever the office keeps them, in the transaction of the event that decided it. */
import { advance } from '../../workflows/kit/advance.ts';
import { ERASED, eraseNamed } from '../../workflows/kit/erased.ts';
import type { Erased, ErasedNote } from '../../workflows/kit/erased.ts';
import { personalFileFields } from '../../workflows/kit/files.ts';
import type { Data, Effect } from '../../workflows/kit/words.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { dropFilesOf } from '../store/attachments.ts';
import { eraseCases } from '../store/erase-cases.ts';
import { dropDraftsNaming, dropRowsNaming, eraseBulks, rewriteAnswers } from '../store/erase-traces.ts';
import { findHolding } from '../store/holding-cases.ts';
import { lockCases } from '../store/lock-cases.ts';
import { eraseHistory, findSealedFields, markErased } from '../store/register-history.ts';
import { changeEntries } from '../store/register.ts';
import { renewFindings } from './renew-findings.ts';
import type { Work } from './work.ts';
import type { AcceptedEvent } from './write-wave.ts';

type Erase = Extract<Effect, { type: 'erase' }>;

/** What the checks of the register say of somebody without a number; it is no fault of theirs. */
const NO_NUMBER: Data = { idMissingReason: 'erased' };

/** The entry's own values, with their history, and what the checks found in them. */
const eraseRegister = async (work: Work, { register, id }: Erase, { planned, actor }: AcceptedEvent, erased: Erased): Promise<string[]> => {
  const { tx, office: { keys, district } } = work;
  const fields = await findSealedFields(tx.db, district, { register, id });
  if (fields.length > 0) {
    const values: Data = { ...Object.fromEntries(fields.map((name) => [name, null])), ...(fields.includes('idNumber') && NO_NUMBER) };
    const changed = await changeEntries(tx.db, keys, district, [{ register, id, values, at: planned.at, person: actor.id, workflow: planned.workflow.name, caseId: planned.caseId }]);
    await renewFindings(work, changed, planned.at);
  }
  await eraseHistory(tx.db, district, { register, id }, fields, erased);
  await markErased(tx.db, district, { register, id }, fields, erased);
  return fields;
};

const eraseEntry = async (work: Work, effect: Erase, event: AcceptedEvent): Promise<ErasedNote> => {
  const { tx, office, sealed } = work;
  const where = { keys: office.keys, district: office.district };
  const { at, caseId } = event.planned;
  const erased: Erased = { erased: { on: dayOf(at), ground: effect.ground, by: caseId } };
  const held = await findHolding(tx.db, where, effect, true);
  const rows = await eraseCases(tx.db, where, held, erased);
  const fields = await eraseRegister(work, effect, event, erased);
  const cases = held.cases.map(({ id }) => id);
  const names = new Set(held.cases.flatMap(({ workflow }) => [...sealed(workflow)]));
  await dropFilesOf(tx.db, office.district, held.cases.filter(({ own }) => own).map(({ id }) => id), office.workflows.flatMap(({ forms }) => personalFileFields(forms)));
  await dropDraftsNaming(tx.db, where, { entry: effect.id, cases, values: held.values });
  await dropRowsNaming(tx.db, where, { entry: effect.id, cases, values: held.values });
  await rewriteAnswers(tx.db, office.district, cases, (answer) => eraseNamed(names, answer, erased) as Data);
  await eraseBulks(tx.db, where, { entry: effect.id, cases, values: held.values }, erased);
  for (const one of await lockCases(tx, where, cases.filter((id) => work.held.has(id)))) work.held.set(one.case.id, one);
  return { on: dayOf(at), fields, rows };
};

/** The event with what it erased among what its case keeps: the log itself says which rows were touched, and what is left of them. */
export const carryOutErasure = async (work: Work, event: AcceptedEvent): Promise<AcceptedEvent> => {
  const effect = event.decision.effects.find((one) => one.type === 'erase');
  if (!effect) return event;
  const note = await eraseEntry(work, effect, event);
  const { planned, before, decision } = event;
  const row = { ...decision.row, patch: { ...decision.row.patch, [ERASED]: note } };
  return { ...event, decision: { ...decision, row, case: advance(planned.workflow, before?.case ?? null, planned.birth ?? decision.case, row) } };
};
