/** What leaves the mock: sealed fields masked, personal ones left out of lists, words in the reader's language. */
import { createHash } from 'node:crypto';
import { isUnseen } from '../workflows/kit/blind.ts';
import { sealedNamesOf } from '../workflows/kit/describe.ts';
import { deadlineOf } from '../workflows/kit/advance.ts';
import { isErased } from '../workflows/kit/erased.ts';
import type { Erased } from '../workflows/kit/erased.ts';
import { allFields, fieldsOf } from '../workflows/kit/form.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { CLOCK, type Case, type Data, type FieldErrors, type Lang, type Offers } from '../workflows/kit/words.ts';
import type { Resident } from '../workflows/office/demo-town/town.ts';
import { maskAccount, maskId, maskPhone } from '../workflows/office/masking.ts';
import type { LogEntry } from './store.ts';

export type Masked = { readonly masked: string };

const hide = (name: string, value: unknown): unknown => (value === null || value === undefined || value === '' || isErased(value) ? value : { masked: typeof value === 'string' && /\d/.test(value) && !/contact/i.test(name) ? maskId(value) : '****' });

/** The value with every leaf under a sealed name masked. */
export const masked = (value: unknown, names: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => masked(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, names.has(name) ? hide(name, one) : masked(one, names)]));
};

/** The value without any leaf under these names. */
const without = (value: unknown, names: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => without(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)).map(([name, one]) => [name, without(one, names)]));
};

const personal = new WeakMap<Workflow, ReadonlySet<string>>();
/** Names of P3 and P4 fields of any form. */
const personalNamesOf = (workflow: Workflow): ReadonlySet<string> => {
  const made = personal.get(workflow) ?? new Set(Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form)).filter((one) => one.class === 'P3' || one.class === 'P4').map(({ name }) => name)));
  personal.set(workflow, made);
  return made;
};

/** A row of a list holds nothing personal but the name the case goes by. */
export const caseOut = (workflow: Workflow, one: Case, title: string, { offers, blocked }: Offers, row = false) => ({
  id: one.id, workflow: one.workflow, workflowVersion: one.workflowVersion, parent: one.parent, subject: one.subject, unit: one.unit, state: one.state,
  data: (row ? without(one.data, personalNamesOf(workflow)) : masked(one.data, sealedNamesOf(workflow))) as Data, version: one.version, openedBy: one.openedBy, openedAt: one.openedAt, enteredAt: one.enteredAt,
  dueAt: deadlineOf(one), title, offers, blocked,
});

/** The log of one case, each row's hash taken over the one before. */
export const logOut = (workflow: Workflow, one: Case, reader: string, rows: readonly LogEntry[]) => {
  let hash = '';
  return rows.map((row) => {
    const { case: id, version, type, from, to, at, by, name, post: { post, unit }, behalf = null, form } = row;
    const unseen = isUnseen(workflow, one, { version, type, from, by }, reader);
    hash = createHash('sha256').update(hash + JSON.stringify(row)).digest('hex');
    return { id: `${id}@${version}`, version, type, from, to, at, actor: by, name: by === CLOCK.id ? null : name, post, unit, behalf, data: unseen ? {} : masked(form, sealedNamesOf(workflow)), ...(unseen && { unseen: true as const }), hash };
  });
};

/** A register entry as a list shows it, nothing personal in it but the name. */
export const residentRow = ({ id, unit, household, code, name, sex, marital, relation, hukouUnit, status, lastVerified, idMissingReason }: Resident) =>
  ({ id, unit, household, code, name, sex, marital, relation, hukouUnit, status, lastVerified, idMissingReason });

/** A register entry whole, its sealed fields masked. */
export const residentOut = (one: Resident, version: number, erased: Readonly<Record<string, Erased>> = {}) => ({
  ...one, idNumber: one.idNumber && { masked: maskId(one.idNumber) }, phone: one.phone && { masked: maskPhone(one.phone) }, account: one.account && { masked: maskAccount(one.account) }, ...erased, version,
});

export const errorsIn = (lang: Lang, errors: FieldErrors): Record<string, string> => Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, text[lang]]));
