/** A case as a reader may see it: sensitive values masked, personal ones too for those who only follow the trail. */
import { deadlineOf } from '../../workflows/kit/advance.ts';
import { titleOf } from '../../workflows/kit/describe.ts';
import { isErased } from '../../workflows/kit/erased.ts';
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { FieldClass } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Data, Offers } from '../../workflows/kit/words.ts';
import { mask } from '../../workflows/office/masking.ts';
import type { MaskKind } from '../../workflows/office/masking.ts';
import type { Asker } from '../asker.ts';
import { openUnitsIn } from './sight.ts';

/** `personal`: P3 is shown. `list`: what is personal is left out. */
type Sight = 'personal' | 'veiled' | 'list';
type Classes = ReadonlyMap<string, FieldClass>;

const classes = new WeakMap<Workflow, Classes>();
/** The strictest class under which any form of the workflow has a field of the name. */
const classesOf = (workflow: Workflow): Classes => {
  const known = classes.get(workflow);
  if (known) return known;
  const made = new Map<string, FieldClass>();
  for (const one of Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form)))) {
    const before = made.get(one.name);
    if (before === undefined || before < one.class) made.set(one.name, one.class);
  }
  classes.set(workflow, made);
  return made;
};

const kindOf = (name: string): MaskKind => (/phone/i.test(name) ? 'phone' : /account/i.test(name) ? 'account' : /address/i.test(name) ? 'address' : 'id');
/** Only of numbers, and of the village in an address, may a part be shown: the end of a word or a code would tell it. */
const partOf = (name: string, value: unknown): string => {
  // How to reach somebody tells who it is, even its end.
  if (/contact/i.test(name)) return '****';
  const kind = kindOf(name);
  return typeof value === 'string' && (kind === 'address' || /\d/.test(value)) ? mask(kind, value) : '****';
};
const masked = (name: string, value: unknown): unknown => (value === null || value === undefined || isErased(value) ? value : { masked: partOf(name, value) });

/** The value with every leaf under one of the names masked. */
export const maskNamed = (names: ReadonlySet<string>, value: Data): Data => {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, leaf]) => [name, names.has(name) && leaf !== '' ? masked(name, leaf) : walk(leaf)]));
  };
  return walk(value) as Data;
};

/** The value with what is not for these eyes masked or left out. */
const seen = (all: Classes, sight: Sight, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => seen(all, sight, one));
  if (typeof value !== 'object' || value === null) return value;
  const shown: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const [level, one] = [all.get(name) ?? 'P2', (value as Data)[name]];
    if (level === 'P1' || level === 'P2' || (level === 'P3' && sight === 'personal')) shown[name] = seen(all, sight, one);
    else if (sight !== 'list') shown[name] = masked(name, one);
  }
  return shown;
};

export const dataSeen = (workflow: Workflow, asker: Asker, unit: string, data: Data): Data =>
  seen(classesOf(workflow), openUnitsIn(asker, workflow.name).includes(unit) ? 'personal' : 'veiled', data) as Data;

/** Whether what stands in a field of that name is shown to the asker at all. */
export const isShown = (workflow: Workflow, asker: Asker, unit: string, field: string): boolean => {
  const level = classesOf(workflow).get(field) ?? 'P3';
  return level < 'P3' || openUnitsIn(asker, workflow.name).includes(unit);
};

/** Names of personal fields in the data, for the log of readings. */
export const personalNames = (workflow: Workflow, data: Data): string[] => Object.keys(data).filter((name) => ['P3', 'P4'].includes(classesOf(workflow).get(name) ?? 'P2'));

export type CaseView = Pick<Case, 'id' | 'workflow' | 'workflowVersion' | 'parent' | 'subject' | 'unit' | 'state' | 'data' | 'version' | 'openedBy' | 'openedAt' | 'enteredAt'> & {
  readonly title: string; readonly dueAt: string | null; readonly offers: Offers['offers']; readonly blocked: Offers['blocked'];
};

const viewOf = (workflow: Workflow, one: Case, data: Data, { offers, blocked }: Offers): CaseView => ({
  id: one.id, workflow: one.workflow, workflowVersion: one.workflowVersion, parent: one.parent, subject: one.subject, unit: one.unit, state: one.state,
  title: titleOf(workflow, one), data, version: one.version, openedBy: one.openedBy, openedAt: one.openedAt, enteredAt: one.enteredAt, dueAt: deadlineOf(one), offers, blocked,
});

export const caseView = (workflow: Workflow, asker: Asker, one: Case, offered: Offers): CaseView => viewOf(workflow, one, dataSeen(workflow, asker, one.unit, one.data), offered);

/** A row of a list: nothing personal but the name the case goes by. */
export const listView = (workflow: Workflow, one: Case, offered: Offers): CaseView => viewOf(workflow, one, seen(classesOf(workflow), 'list', one.data) as Data, offered);
