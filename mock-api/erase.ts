/** Erasing in the mock: the same marks in the same places as in the office, and no chain to mind. */
import { advance } from '../workflows/kit/advance.ts';
import type { Accepted } from '../workflows/kit/decide.ts';
import { sealedNamesOf } from '../workflows/kit/describe.ts';
import { ERASED, eraseNamed } from '../workflows/kit/erased.ts';
import type { Erased, ErasedNote } from '../workflows/kit/erased.ts';
import { keptUntil, lastOf } from '../workflows/kit/kept.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, Data, Holds, Memory } from '../workflows/kit/words.ts';
import { dayOf } from '../workflows/office/working-days.ts';
import type { Store } from './store.ts';

/** Fields that are sealed in the real store. */
export const SEALED = ['idNumber', 'phone', 'account'] as const;
const NAMES: ReadonlySet<string> = new Set(SEALED);
/** Only to see whether there is anything to erase. */
const PROBE: Erased = { erased: { on: '', ground: '', by: '' } };
type Workflows = ReadonlyMap<string, Workflow>;

const namesOf = (workflows: Workflows, name: string): ReadonlySet<string> => {
  const workflow = workflows.get(name);
  return workflow ? sealedNamesOf(workflow) : new Set();
};

const isHolding = (store: Store, names: ReadonlySet<string>, one: Case): boolean =>
  [one.data, ...store.log.filter((row) => row.case === one.id).flatMap(({ form, patch }) => [form, patch])].some((value) => eraseNamed(names, value, PROBE) !== value);

const casesHolding = (store: Store, workflows: Workflows, id: string): Case[] =>
  store.cases.filter((one) => one.subject === id && isHolding(store, namesOf(workflows, one.workflow), one));

export const holdsOf = (store: Store, workflows: Workflows, id: string): Holds => {
  const held = casesHolding(store, workflows, id);
  const isUnderWay = ({ workflow, state }: Case): boolean => !(workflows.get(workflow)?.states[state]?.tags ?? []).includes('end');
  const days = held.map((one) => { const workflow = workflows.get(one.workflow); return workflow ? keptUntil(workflow, one) : null; });
  return { underWay: held.filter(isUnderWay).length, keptUntil: lastOf(days), imports: 0 };
};

const eraseCase = (draft: Store, names: ReadonlySet<string>, { id }: Case, erased: Erased): string[] => {
  draft.cases = draft.cases.map((one) => (one.id === id ? { ...one, data: eraseNamed(names, one.data, erased) as Data, memory: eraseNamed(names, one.memory, erased) as Memory } : one));
  const rows: string[] = [];
  draft.log = draft.log.map((row) => {
    const [form, patch] = [eraseNamed(names, row.form, erased) as Data, eraseNamed(names, row.patch, erased) as Data];
    if (row.case !== id || (form === row.form && patch === row.patch)) return row;
    rows.push(`${row.case}@${row.version}:`);
    return { ...row, form, patch };
  });
  draft.seen = draft.seen.map((one) => (one.case === id ? { ...one, body: '', answer: eraseNamed(names, one.answer, erased) } : one));
  return rows;
};

const eraseResident = (draft: Store, id: string, erased: Erased): string[] => {
  const before = draft.residents.find((one) => one.id === id);
  const fields = SEALED.filter((name) => before?.[name] != null);
  draft.residents = draft.residents.map((one) => (one.id === id ? { ...one, idNumber: null, phone: null, account: null, ...(fields.includes('idNumber') && { idMissingReason: 'erased' as never }) } : one));
  draft.changes = draft.changes.map((one) => (one.id === id ? { ...one, values: eraseNamed(NAMES, one.values, erased) as Data, before: eraseNamed(NAMES, one.before, erased) as Data } : one));
  draft.erased.set(id, { ...draft.erased.get(id), ...Object.fromEntries(fields.map((name) => [name, erased])) });
  return fields;
};

/** The acceptance with what it erased among what its case keeps. */
export const carryOutErasure = (draft: Store, workflows: Workflows, before: Case | null, accepted: Accepted): Accepted => {
  const effect = accepted.effects.find((one) => one.type === 'erase');
  const workflow = workflows.get(accepted.case.workflow);
  if (!effect || !workflow) return accepted;
  const { row, case: { id: by } } = accepted;
  const erased: Erased = { erased: { on: dayOf(row.at), ground: effect.ground, by } };
  const rows = casesHolding(draft, workflows, effect.id).flatMap((one) => eraseCase(draft, namesOf(workflows, one.workflow), one, erased));
  const fields = eraseResident(draft, effect.id, erased);
  draft.changes.push({ register: effect.register, id: effect.id, at: row.at, by: row.by, case: by, values: Object.fromEntries(fields.map((name) => [name, erased])), before: {} });
  for (const [key, { data }] of draft.drafts) if (JSON.stringify(data).includes(JSON.stringify(effect.id))) draft.drafts.delete(key);
  const note: ErasedNote = { on: dayOf(row.at), fields, rows };
  const told = { ...row, patch: { ...row.patch, [ERASED]: note } };
  return { ...accepted, row: told, case: advance(workflow, before, accepted.case, told) };
};
